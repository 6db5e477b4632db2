"""Worklists: kept with the fact, right on every later day without being written, equal to what the facts give.

The one idea: an item is a span of days; after any writes the kept rows are those computed anew.
"""

from datetime import date, timedelta
from random import Random

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import InvalidInput
from saiken.register.actions.receive import receive
from saiken.register.models import WorkItem
from saiken.register.queries.bulk_candidates import extracted
from saiken.register.queries.scope import everything
from saiken.register.queries.verify import differences
from saiken.register.queries.work_counts import counts
from saiken.register.queries.work_export import extract_table, work_table
from saiken.register.queries.work_extract import Extraction, extract_page
from saiken.register.queries.work_filter import WorkFilter
from saiken.register.queries.work_list import work_page
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

BY = {"lawbook": BOOK, "by": "kakari", "on": date(2018, 9, 1)}


def _lists(day: date) -> set[str]:
    """The lists that show something on a day."""
    return set(WorkItem.objects.filter(from_on__lte=day, until_on__gt=day).values_list("list_id", flat=True))


def test_a_claim_comes_onto_its_lists_by_time_alone(small: SmallRegister) -> None:
    small.claim()
    small.event(small.claim("2"), EventKind.CONTACT, date(2018, 7, 3))
    assert _lists(date(2018, 7, 1)) >= {"first_demand"}
    assert "prescription_soon" not in _lists(date(2019, 12, 31))
    assert "prescription_soon" in _lists(date(2020, 1, 1))


def test_what_was_done_takes_a_claim_off_and_money_ends_everything(small: SmallRegister) -> None:
    claim_id = small.claim()
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    assert "first_demand" not in _lists(date(2018, 8, 1))
    receive(claim_id=claim_id, yen=10_000, **BY)
    assert not WorkItem.objects.exists()


def test_verification_finds_a_row_that_facts_do_not_give(small: SmallRegister) -> None:
    small.event(small.claim(), EventKind.CONTACT, date(2018, 7, 3))
    assert list(differences(lawbook=BOOK)) == []
    WorkItem.objects.filter(list_id="first_demand").delete()
    (fault,) = differences(lawbook=BOOK)
    assert (fault.rule, "first_demand" in fault.message) == ("work-item", True)


def _filter(small: SmallRegister, **more: object) -> WorkFilter:
    return WorkFilter(**{"offices": (small.bureau,), "on": date(2019, 2, 1), "by": "kakari", **more})  # type: ignore[arg-type]


def test_lists_are_counted_paged_and_narrowed(small: SmallRegister) -> None:
    for number, (obligor_id, yen) in enumerate(((small.obligor, 10_000), (small.other_obligor, 30_000))):
        small.event(small.claim(str(number), yen=yen, obligor_id=obligor_id), EventKind.CONTACT, date(2018, 7, 3))
    scope, found = everything("kakari", purpose="test"), _filter(small)
    counted = {one.work_list.id: one.shown for group in counts(found) for one in group.lists}
    assert (counted["first_demand"], counted["untouched"], counted["large_balance"]) == (2, 2, 0)
    for sort in ("day", "yen"):
        first = work_page("untouched", found, scope=scope, sort=sort, size=1)
        rest = work_page("untouched", found, scope=scope, sort=sort, size=1, after=first.next_place)
        assert {first.lines[0].obligor_id, rest.lines[0].obligor_id} == {small.obligor, small.other_obligor}
        assert rest.next_place is None
    assert first.lines[0].yen == 30_000
    assert work_page("first_demand", _filter(small, from_yen=20_000), scope=scope).rows == 1
    for narrowed in (
        {"officer": "mine"},
        {"officer": "nobody"},
        {"within_days": 900},
        {"mark": "managers_case"},
        {"held": True},
    ):
        work_page("first_demand", _filter(small, **narrowed), scope=scope)
    assert work_page("first_demand", _filter(small, officer="mine"), scope=scope).rows == 0
    assert work_page("first_demand", _filter(small, officer="nobody"), scope=scope).rows == 2


def test_a_section_sees_the_work_of_its_receivables_at_other_offices_alone(small: SmallRegister) -> None:
    small.event(small.claim(), EventKind.CONTACT, date(2018, 7, 3))
    beyond = {"beyond": frozenset({small.bureau}), "own_receivables": (small.premium,)}
    scope = everything("kakari", purpose="test")
    assert work_page("untouched", _filter(small, **beyond), scope=scope).rows == 1
    other = beyond | {"own_receivables": (small.loan,)}
    assert work_page("untouched", _filter(small, **other), scope=scope).rows == 0


def test_free_extraction_combines_conditions(small: SmallRegister) -> None:
    small.event(small.claim(), EventKind.CONTACT, date(2018, 7, 3))
    scope = everything("kakari", purpose="test")
    met = Extraction(_filter(small, receivable_id=small.premium, fiscal_year=2018), lists=("untouched",))
    assert [line.obligor_id for line in extract_page(met, scope=scope).lines] == [small.obligor]
    for unmet in ({"receivable_id": small.loan}, {"from_yen": 10_001}, {"obligor_ids": ()}, {"mark": "managers_case"}):
        assert extract_page(Extraction(_filter(small, **unmet)), scope=scope).rows == 0


def test_a_file_takes_a_purpose(small: SmallRegister) -> None:
    small.event(small.claim(), EventKind.CONTACT, date(2018, 7, 3))
    table = work_table("untouched", _filter(small), scope=everything("kakari", purpose="打合せ"), sort="day")
    assert [row[0] for row in table.rows] == [small.obligor]
    with pytest.raises(InvalidInput):
        work_table("untouched", _filter(small), scope=everything("kakari"), sort="day")


def test_an_extraction_leaves_as_a_file_with_a_purpose_alone(small: SmallRegister) -> None:
    small.event(small.claim(), EventKind.CONTACT, date(2018, 7, 3))
    table = extract_table(Extraction(_filter(small)), scope=everything("kakari", purpose="打合せ"))
    assert [(row[0], row[10]) for row in table.rows] == [(small.obligor, 10_000)]
    assert len(table.heads) == len(table.rows[0])
    with pytest.raises(InvalidInput):
        extract_table(Extraction(_filter(small)), scope=everything("kakari"))


def test_many_at_once_from_an_extraction_are_those_claims_that_it_asks_for(small: SmallRegister) -> None:
    older, newer = small.claim("1", fiscal_year=2017), small.claim("2")
    other = small.claim("3", obligor_id=small.other_obligor)
    for claim_id in (older, newer, other):
        small.event(claim_id, EventKind.CONTACT, date(2018, 7, 3))
    scope = everything("kakari", purpose="bulk")
    for narrowed, expected in (
        ({}, {small.obligor: {older, newer}}),
        ({"fiscal_year": 2017}, {small.obligor: {older}}),
    ):
        asked = Extraction(_filter(small, **narrowed))
        office_id, persons = extracted(asked, chosen=[small.obligor], scope=scope)
        assert office_id == small.bureau
        assert {one.obligor_id: set(one.claim_ids) for one in persons} == expected
    _, everybody = extracted(Extraction(_filter(small)), chosen=None, scope=scope)
    assert {one.obligor_id for one in everybody} == {small.obligor, small.other_obligor}
    with pytest.raises(InvalidInput):
        extracted(Extraction(_filter(small)), chosen=[], scope=scope)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_writes_the_kept_rows_are_those_computed_anew(small: SmallRegister, seed: int) -> None:
    chance = Random(seed)
    kinds = (
        EventKind.FORMAL_DEMAND,
        EventKind.RETURNED_MAIL,
        EventKind.PAYMENT_PLEDGE,
        EventKind.PROPERTY_INVESTIGATION,
    )
    claims = [small.claim(str(n), obligor_id=chance.choice((small.obligor, small.other_obligor))) for n in range(4)]
    for day in range(1, 9):
        on = date(2018, 7, 1) + timedelta(days=day * 9)
        if chance.random() < 0.3:
            receive(claim_id=chance.choice(claims), yen=500, lawbook=BOOK, by="kakari", on=on)
        else:
            small.event(chance.choice(claims), chance.choice(kinds), on)
    assert WorkItem.objects.exists()
    assert list(differences(lawbook=BOOK)) == []
