"""Worklists: kept with the fact, right on every later day without being written, equal to what the facts give.

The one idea: an item is a span of days; after any writes the kept rows are those computed anew.
"""

from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.register.actions.receive import receive
from saiken.register.models import WorkItem
from saiken.register.queries.verify import differences
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
