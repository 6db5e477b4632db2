"""What stands behind the figures of the offices' work, row by row: acts, receipts, balances, promises, plans.

The one idea: a figure is nothing but the number of its rows and their yen, so the list that opens behind it adds up to it. They are read
from acts, events, balances and entries as they stand. A claim belongs to the office that handles it: to which it was handed over, else
where it is booked. No name is read.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.domain.dates.period import day_months_before
from saiken.register import work_measures as measures
from saiken.register.models import Act, Assignment, CaseEvent, CaseFile, ClaimBalance, Entry, PlanEnd, PlanStanding
from saiken.register.queries.promises import promises_due


class Place(NamedTuple):
    """Which figure a row belongs to."""

    office_id: int
    measure: str
    officer: str = ""
    detail: str = ""


class Row(NamedTuple):
    """A claim, an act, a person or a plan (`measures.BEHIND`) with its yen."""

    place: Place
    key: int
    yen: int = 0


def handled(office: str) -> Coalesce:
    """The office that handles the claim of a row, by the name of the row's own office."""
    return Coalesce("claim__custody__office_id", office)


def owed() -> QuerySet[ClaimBalance]:
    """Balances above zero."""
    return ClaimBalance.objects.filter(balance_yen__gt=0).order_by()


def events(kinds: Sequence[EventKind]) -> QuerySet[CaseEvent]:
    """Events of these kinds that count."""
    begun = CaseEvent.objects.filter(kind__in=[kind.value for kind in kinds], concludes__isnull=True)
    return begun.filter(reverses__isnull=True, reversed_by__isnull=True).order_by()


def acts_of_month(on: date) -> QuerySet[Act]:
    """What was done from the first of the month to the day and not taken back."""
    acts = Act.objects.filter(on__gte=on.replace(day=1), on__lte=on)
    return acts.filter(reverses__isnull=True, reversed_by__isnull=True).order_by()


def acts(on: date) -> Iterator[Row]:
    """What was done this month, by kind and by whoever recorded it."""
    for pk, office_id, by, kind in acts_of_month(on).values_list("pk", "office_id", "recorded_by", "kind"):
        yield Row(Place(office_id, measures.ACTS, by, kind), pk)


def receipts(on: date) -> Iterator[Row]:
    """Money received on the claims of each officer's files since the file was given to the officer, person by person."""
    latest = Assignment.objects.filter(
        obligor_id=OuterRef("obligor_id"), office_id=OuterRef("office_id"), from_on__lte=on
    ).order_by("-from_on", "-pk")
    files = CaseFile.objects.filter(officer__isnull=False).annotate(since=latest.values("from_on")[:1])
    entries = Entry.objects.filter(account=Account.RECEIPT.value, effective_on__lte=on).order_by()
    since = files.filter(obligor_id=OuterRef("claim__obligor_id"), office_id=OuterRef("office_id"))
    entries = entries.annotate(officer=since.values("officer__username")[:1], since=since.values("since")[:1])
    entries = entries.filter(effective_on__gte=F("since"))
    rows = entries.values("office_id", "officer", "claim__obligor_id").annotate(received=Sum("yen"))
    for office_id, officer, person, yen in rows.values_list("office_id", "officer", "claim__obligor_id", "received"):
        yield Row(Place(office_id, measures.RECEIPTS, officer), person, yen)


def ageing(on: date) -> Iterator[Row]:
    """What is owed by receivable and by the months since it fell due, and by the latter alone."""
    ages = [
        When(claim__due_on__gt=day_months_before(on, months), then=Value(age))
        for age, months in measures.AGES
        if months is not None
    ]
    aged = owed().annotate(
        place=handled("office_id"),
        age=Case(When(claim__due_on__gte=on, then=Value(measures.NOT_DUE)), *ages, default=Value(measures.AGES[-1][0])),
    )
    rows = aged.values("place", "receivable_id", "age", "claim_id").annotate(left=Sum("balance_yen"))
    columns = ("place", "receivable_id", "age", "claim_id", "left")
    for office_id, receivable_id, age, claim_id, yen in rows.values_list(*columns).iterator():
        yield Row(Place(office_id, measures.AGEING, "", f"{receivable_id}/{age}"), claim_id, yen)
        yield Row(Place(office_id, measures.AGEING_OF_OFFICE, "", age), claim_id, yen)


def promises(on: date) -> Iterator[Row]:
    """The promises that fell due in the fiscal year, by how they were kept."""
    for office_id in Act.objects.order_by().values_list("office_id", flat=True).distinct():
        for each in promises_due(first_day(fiscal_year_of(on)), on, on=on, office_ids=[office_id]):
            yield Row(Place(office_id, measures.PROMISES, "", each.result.value), each.promise.key, each.promise.yen)


def plans(on: date) -> Iterator[Row]:
    """Plans in force, kept or behind, and those that ended in the fiscal year."""
    for pk, office_id, is_behind in PlanStanding.objects.order_by().values_list("plan_id", "office_id", "is_behind"):
        yield Row(Place(office_id, measures.PLANS, "", measures.BEHIND if is_behind else measures.ON_TIME), pk)
    ended = PlanEnd.objects.filter(on__gte=first_day(fiscal_year_of(on)), on__lte=on).order_by()
    for pk, office_id, outcome in ended.values_list("plan_id", "plan__office_id", "outcome"):
        yield Row(Place(office_id, measures.PLANS, "", outcome), pk)


def unreached(on: date) -> Iterator[Row]:
    """Claims long due that had no demand, no reminder, no investigation for long, by receivable and by what is owed."""
    old = day_months_before(on, measures.UNREACHED_MONTHS)
    bands = [When(balance_yen__lt=below, then=Value(band)) for band, below in measures.BANDS if below is not None]
    late = owed().filter(component=Component.PRINCIPAL.value, claim__due_on__lte=old)
    late = late.annotate(place=handled("office_id"), band=Case(*bands, default=Value(measures.BANDS[-1][0])))
    columns = ("place", "receivable_id", "band", "claim_id", "balance_yen")
    for reach, kinds in measures.REACHES.items():
        reached = events(kinds).filter(claim_id=OuterRef("claim_id"), on__gt=old)
        for office_id, receivable_id, band, claim_id, yen in (
            late.filter(~Exists(reached)).values_list(*columns).iterator()
        ):
            yield Row(Place(office_id, measures.UNREACHED, "", f"{receivable_id}/{band}/{reach}"), claim_id, yen)
