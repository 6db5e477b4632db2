"""The figures of the offices' work: counted from what stands in the register, the same when counted twice.

The one idea: a small history of two offices of which every figure is known by heart.
"""

from datetime import date

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.count_work import count_work
from saiken.register.actions.create_user import create_user
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.models import CaseFile, User, WorkFigure
from saiken.register.roles import Role
from tests.support.engine import Doer, lay_engine_acts
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

ON = date(2019, 10, 15)


@pytest.fixture(autouse=True)
def _acts_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    lay_engine_acts(monkeypatch)


def _figures() -> set[tuple[str, int, str, str, int, int]]:
    columns = ("measure", "office_id", "officer", "detail", "number", "yen")
    return set(WorkFigure.objects.values_list(*columns))


def _of(measure: str) -> set[tuple[int, str, str, int, int]]:
    return {row[1:] for row in _figures() if row[0] == measure}


def _paid(claim_id: int, yen: int, on: date) -> None:
    channel = Particulars(channel=Channel.BANK)
    receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="cashier", on=on, particulars=channel)


def _officer(small: SmallRegister) -> None:
    """Hanako's file is given to an officer on 2019-09-01."""
    create_user(username="officer", display_name="架空 一郎", password="ichigo-ichie-2018", **WHO)
    assign_role(username="officer", office_id=small.bureau, role=Role.CASE_OFFICER, **WHO)
    file = CaseFile.objects.get(obligor_id=small.other_obligor, office_id=small.bureau)
    moves = (Move(file.pk, None, User.objects.get(username="officer").pk),)
    day = date(2019, 9, 1)
    allotment = Allotment(small.bureau, frozenset({small.bureau}), moves, day, "担当替え", "run")
    assign_officers(allotment=allotment, by="kakari", on=day)


def test_every_figure_is_counted_from_what_stands_there(small: SmallRegister) -> None:
    old = small.claim("1", yen=50_000)
    new = small.claim("2", yen=8_000, fiscal_year=2019, obligor_id=small.other_obligor)
    paid = small.claim("3", yen=3_000, fiscal_year=2019, obligor_id=small.other_obligor)
    small.event(old, EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    small.event(new, EventKind.FORMAL_DEMAND, date(2019, 8, 1))
    _paid(new, 1_000, date(2019, 8, 15))
    _officer(small)
    _paid(new, 2_000, date(2019, 9, 20))
    _paid(paid, 3_000, date(2019, 9, 20))
    Doer(small.other_obligor).do("remark", new, on=date(2019, 10, 1), next_on="2019-10-10")
    count_work(by="night", on=ON)
    office, none, hers = small.bureau, "", "officer"
    assert _of("cases") == {(office, none, "", 1, 50_000), (office, hers, "", 1, 5_000)}
    assert _of("claims") == {(office, none, "", 1, 0), (office, hers, "", 1, 0)}
    assert _of("untouched") == {(office, none, "", 1, 50_000)}
    assert _of("overdue") == {(office, hers, "", 1, 5_000)}
    assert _of("acts") == {(office, "kakari", "remark", 1, 0)}
    assert _of("receipts") == {(office, hers, "", 1, 5_000)}
    receivable = small.premium
    assert _of("ageing") == {
        (office, none, f"{receivable}/m36", 1, 50_000),
        (office, none, f"{receivable}/m12", 1, 5_000),
    }
    assert _of("funnel") == {(office, none, "demanded", 1, 0), (office, none, "paid", 1, 3_000)}
    assert _of("unreached") == {
        (office, none, f"{receivable}/b100/{reach}", 1, 50_000) for reach in ("demanded", "reminded", "investigated")
    }
    assert _of("several_offices") == set()


def test_counting_twice_gives_the_same_and_replaces_the_day_before(small: SmallRegister) -> None:
    small.claim("1")
    count_work(by="night", on=date(2019, 10, 14))
    first = _figures()
    count_work(by="night", on=ON)
    assert first
    assert (_figures(), set(WorkFigure.objects.values_list("on", flat=True))) == (first, {ON})


def test_a_person_about_whom_two_offices_acted_is_told_by_both(small: SmallRegister) -> None:
    first = small.claim("1")
    second = small.claim("2", office_id=small.ward)
    other = small.claim("3", obligor_id=small.other_obligor)
    doer = Doer(small.obligor)
    for claim_id in (first, first, second):
        doer.do("remark", claim_id, on=ON)
    Doer(small.other_obligor).do("remark", other, on=ON)
    count_work(by="night", on=ON)
    person = str(small.obligor)
    assert _of("several_offices") == {(small.bureau, "", person, 2, 0), (small.ward, "", person, 1, 0)}
