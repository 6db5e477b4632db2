"""The ground of a grace as its event names it: what of the late charge it waives."""

import pytest

from saiken.domain.rules.collection_grace import GraceCause
from saiken.domain.rules.late_charge.grounds import CAUSES, ground_of
from saiken.domain.rules.late_charge.question import GraceGround


@pytest.mark.parametrize(
    ("reason", "ground"),
    [
        ("15/1/1", GraceGround.DISASTER),
        ("15/1/2", GraceGround.ILLNESS),
        ("15/1/3", GraceGround.BUSINESS),
        ("15/1/5/1", GraceGround.DISASTER),
        ("15/1/5/3", GraceGround.BUSINESS),
        ("15/2", GraceGround.BUSINESS),
        ("illness", GraceGround.ILLNESS),
        ("", GraceGround.BUSINESS),
    ],
)
def test_calamities_waive_everything_and_others_a_part(reason: str, ground: GraceGround) -> None:
    assert ground_of(reason) is ground


def test_every_cause_of_the_law_has_a_name_in_events() -> None:
    assert set(CAUSES.values()) == set(GraceCause)
