"""The figures of the offices' work: counted from what stands in the register, the same when counted twice.

The one idea: a small history of two offices of which every figure is known by heart.
"""

import zlib
from datetime import date

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.count_work import count_work
from saiken.register.actions.create_user import create_user
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.reduce import reduce
from saiken.register.actions.write_off import write_off
from saiken.register.models import CaseFile, KeptFigures, User, WorkFigure
from saiken.register.queries.figure_behind import PREFIX, Cell
from saiken.register.queries.figure_lines import behind_page
from saiken.register.queries.scope import everything
from saiken.register.queries.verify import differences
from saiken.register.queries.work_figure_faults import work_figures
from saiken.register.roles import Role
from saiken.register.work_measures import BEHIND_OF
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
    small.event(new, EventKind.CONTACT, date(2019, 8, 5))
    small.event(old, EventKind.CONTACT, date(2018, 7, 5))
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
    assert _of("cohort") == {
        (office, none, "2018-08/demanded", 1, 50_000),
        (office, none, "2019-08/demanded", 1, 5_000),
        (office, none, "2019-08/contacted", 1, 5_000),
    }
    assert _of("cohort_of_officer") == {
        (office, none, "2018/demanded", 1, 50_000),
        (office, hers, "2019/demanded", 1, 5_000),
        (office, hers, "2019/contacted", 1, 5_000),
    }
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


def test_demanded_claims_are_followed_to_their_end(small: SmallRegister) -> None:
    paid, seized, suspended, gone, corrected = (small.claim(str(number)) for number in range(5))
    for claim_id in (paid, seized, suspended, gone, corrected):
        small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    _paid(paid, 10_000, date(2018, 9, 1))
    small.event(seized, EventKind.SEIZURE, date(2018, 9, 1))
    small.event(suspended, EventKind.DISPOSITION_SUSPENSION, date(2018, 9, 1))
    write_off(claim_id=gone, yen=10_000, cause=WriteOffCause.PRESCRIPTION_COMPLETED, lawbook=BOOK, by="kakari", on=ON)
    reduce(claim_id=corrected, yen=10_000, lawbook=BOOK, by="kakari", on=ON)
    count_work(by="night", on=ON)
    numbers = {(row[2], row[3]) for row in _of("cohort")}
    assert numbers == {("2018-08/demanded", 5), ("2018-08/paid", 1), ("2018-08/enforced", 1), ("2018-08/ended", 2)}
    count_work(by="night", on=date(2020, 10, 15))
    assert ("2018/ended", 2) in {(row[2], row[3]) for row in _of("cohort")}


def test_every_figure_opens_to_rows_that_add_up_to_it(small: SmallRegister) -> None:
    """Whatever is recorded after the counting."""
    for number in range(53):
        claim_id = small.claim(str(number), yen=1_000 + number)
        small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    other = small.claim("other", office_id=small.ward, obligor_id=small.other_obligor)
    Doer(small.obligor).do("remark", claim_id, on=ON)
    count_work(by="night", on=ON)
    _paid(other, 10_000, ON)
    scope = everything("manager", purpose="manager")
    for row in WorkFigure.objects.filter(measure__in=list(BEHIND_OF)):
        found, first = [], 0
        cell = Cell(row.measure, detail=row.detail, officer=row.officer)
        while first is not None:
            page = behind_page(cell, offices={row.office_id}, scope=scope, first=first)
            found += page.lines
            assert page.lost == 0
            first = page.next_first
        assert (len(found), sum(line.yen for line in found)) == (row.number, row.yen) == (page.number, page.yen)
    every = behind_page(Cell("ageing", detail=f"{small.premium}/"), offices=None, scope=scope)
    assert (every.number, every.yen) == (54, sum(range(1_000, 1_053)) + 10_000)
    assert (every.lines[0].yen, every.lines[0].left_yen) == (1_052, 1_052)
    (now,) = behind_page(Cell("ageing", detail="/m36"), offices={small.ward}, scope=scope).lines
    assert (now.yen, now.left_yen) == (10_000, 0)
    assert behind_page(Cell("ageing", detail="/m36"), offices={small.bureau + 99}, scope=scope).lines == ()


def test_verification_finds_a_figure_that_was_damaged(small: SmallRegister) -> None:
    small.event(small.claim("1"), EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    count_work(by="night", on=ON)
    assert list(differences(lawbook=BOOK)) == []
    WorkFigure.objects.filter(measure="cohort").update(number=2)
    faults = list(work_figures())
    assert {fault.rule for fault in faults} == {"work-figure"}
    assert [fault.message for fault in faults if "内訳" in fault.message] == [
        "2（10,000円）ですが、内訳は 1（10,000円）です"
    ]
    assert "2（10,000円）ですが、数え直すと 1（10,000円）です" in [fault.message for fault in faults]
    count_work(by="night", on=ON)
    WorkFigure.objects.filter(measure="cases").update(yen=1)
    assert [fault.message for fault in work_figures()] == ["1（1円）ですが、数え直すと 1（10,000円）です"]
    WorkFigure.objects.filter(measure="cases").delete()
    assert ["ありません" in fault.message for fault in work_figures()] == [True]
    count_work(by="night", on=ON)
    small.claim("2")
    assert list(work_figures()) == []
    for content in (b"?", zlib.compress(b"?"), zlib.compress(bytes(8))):  # the last is half of a pair
        KeptFigures.objects.filter(pk__startswith=PREFIX).update(content=content)
        unreadable = [fault.message for fault in work_figures()]
        assert set(unreadable) == {"数の内訳を読めません。saiken day roll を行ってください"}
        page = behind_page(
            Cell("ageing", detail=f"{small.premium}/"), offices=None, scope=everything("manager", purpose="manager")
        )
        assert (page.lines, page.number, page.lost) == ((), 1, 1)
    KeptFigures.objects.all().delete()
    assert {fault.rule for fault in work_figures()} == {"work-figure"}


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
