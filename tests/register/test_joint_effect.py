"""The second part of the recovery office's table: the effect of joint property investigation, by the rule of the year.

The one idea: told from what an office asks about and what comes in after; no receipt counts in both parts.
"""

from datetime import date
from typing import Any

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.domain.errors import DomainError
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.receive import receive
from saiken.register.actions.register_office import register_office
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_joint_effect import NewJointRule, set_joint_effect
from saiken.register.models.office import OfficeKind
from saiken.register.papers.hand_over_year import hand_over_year
from saiken.register.queries.hand_over_results import results
from saiken.register.queries.joint_effect import joint_effect
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY, LATER = date(2019, 6, 1), date(2019, 7, 1)
WHO = {"by": "kakari", "on": DAY}


@pytest.fixture
def outside(small: SmallRegister) -> int:
    """The office that leads the joint work."""
    return register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, **WHO)


def _joint(outside: int, **facts: Any) -> int:
    given: dict[str, Any] = {
        "office_id": outside, "fiscal_year": 2019, "condition": "所在調査の対象", "basis": JointBasis.LISTED,
        "start": JointStart.ASKED, "from_on": date(2019, 4, 1), "until_on": date(2020, 3, 31), "offices": frozenset({outside}),
        "goal_yen": 20_000,
    }  # fmt: skip
    return set_joint_effect(rule=NewJointRule(**(given | facts)), **WHO)


def _listed(outside: int, *obligor_ids: int, key: str = "j") -> None:
    new = NewList(outside, frozenset({outside}), "共同調査", "財産は", ("ある", "ない"), LATER, obligor_ids, key)
    send_list(new=new, **WHO)


def test_the_joint_effect_counts_what_came_in_after_the_list_and_never_what_a_hand_over_counts(
    small: SmallRegister, outside: int
) -> None:
    mine, other = small.claim("1", yen=100_000), small.claim("2", yen=50_000)
    _listed(outside, small.obligor)
    _joint(outside)
    for day, claim_id, yen in ((date(2019, 5, 1), mine, 1_000), (DAY, mine, 2_000), (LATER, other, 4_000)):
        receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="kakari", on=day)
    (line,) = joint_effect(outside, 2019, until_on=date(2020, 1, 1)).lines
    assert (line.persons, line.yen, line.goal_yen, line.effect_yen, line.progress) == (
        1,
        149_000,
        20_000,
        6_000,
        "30.0%",
    )
    proposal = Proposal(small.obligor, small.bureau, outside, "dual_arrears", "p", frozenset({small.bureau}))
    number = propose_hand_over(proposal=proposal, lawbook=BOOK, by="kakari", on=LATER)
    step = NextStep(number, HandOverStepKind.ACCEPTED, frozenset({outside}), "hand_over_proposed")
    advance_hand_over(step=step, lawbook=BOOK, by="kakari", on=date(2019, 8, 1))
    receive(claim_id=mine, yen=8_000, lawbook=BOOK, by="kakari", on=date(2019, 8, 1))
    found, joint = (query(outside, 2019, until_on=date(2020, 1, 1)) for query in (results, joint_effect))
    assert (found.collected_yen, joint.effect_yen) == (8_000, 6_000)
    rows = hand_over_year(found, joint, office="見本公社", on=DAY).rows
    assert [row[0] for row in rows] == ["(1)", "(1)の合計", "(2)", "(2)の合計", "(1)＋(2)"]
    assert rows[-1][5:8] == (20_000, 14_000, "70.0%")


def test_a_claim_counts_in_the_first_line_alone_and_payments_as_the_line_says(
    small: SmallRegister, outside: int
) -> None:
    claim_id = small.claim("1", yen=100_000)
    _listed(outside, small.obligor)
    _joint(outside, start=JointStart.SEIZED, channels=(Channel.SEIZURE,))
    assert _joint(outside, condition="残りの人") == 2
    small.event(claim_id, EventKind.SEIZURE, date(2019, 6, 20))
    for day, channel, yen in (
        (date(2019, 6, 10), Channel.SEIZURE, 1), (date(2019, 6, 20), Channel.SEIZURE, 2), (LATER, Channel.COUNTER, 4)
    ):  # fmt: skip
        receive(claim_id=claim_id, yen=yen, particulars=Particulars(channel=channel), lawbook=BOOK, by="kakari", on=day)
    lines = joint_effect(outside, 2019, until_on=date(2020, 1, 1)).lines
    assert [(line.persons, line.effect_yen) for line in lines] == [(1, 2), (0, 0)]
    _joint(outside, place=1, is_dropped=True)
    (line,) = joint_effect(outside, 2019, until_on=date(2020, 1, 1)).lines
    assert (line.place, line.condition, line.effect_yen) == (2, "残りの人", 7)


def test_rules_of_the_joint_effect_that_are_not_whole_are_refused(small: SmallRegister, outside: int) -> None:
    for facts, sentence in (
        ({"offices": frozenset({small.ward})}, "自分の所属"),
        ({"condition": " "}, "条件を入力"),
        ({"goal_yen": -1}, "0円以上"),
        ({"from_on": date(2019, 3, 31)}, "年度の中にありません"),
        ({"place": 3}, "この番号の行がありません"),
    ):
        with pytest.raises(DomainError, match=sentence):
            _joint(outside, **facts)
