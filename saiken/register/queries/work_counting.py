"""Counts the figures of the offices' work for a day, one statement for each measure over all offices.

The one idea: they are read from files, acts, events, balances and entries as they stand, so counting twice gives the same. A claim belongs
to the office that handles it: to which it was handed over, else where it is booked. No name is read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.domain.dates.period import day_months_before
from saiken.register import work_measures as measures
from saiken.register.models import Act, Assignment, CaseEvent, CaseFile, ClaimBalance, Entry, PlanEnd, PlanStanding
from saiken.register.queries.promises import promises_due


class Figure(NamedTuple):
    """One row as it is kept."""

    office_id: int
    measure: str
    officer: str = ""
    detail: str = ""
    number: int = 0
    yen: int = 0


def figures_of(on: date) -> Iterator[Figure]:
    """Every figure of the day."""
    for counting in (_cases, _acts, _receipts, _ageing, _stages, _settled, _promises, _plans, _unreached, _chased):
        yield from counting(on)


def _handled(office: str) -> Coalesce:
    """The office that handles the claim of a row, by the name of the row's own office."""
    return Coalesce("claim__custody__office_id", office)


def _cases(on: date) -> Iterator[Figure]:
    """Files with open claims; those untouched for long; those whose next day is over."""
    old = day_months_before(on, measures.UNTOUCHED_MONTHS)
    files = CaseFile.objects.filter(open_claims__gt=0)
    untouched = files.filter(Q(last_act_on__isnull=True) | Q(last_act_on__lte=old))
    for measure, rows in (
        (measures.CASES, files),
        (measures.UNTOUCHED, untouched),
        (measures.OVERDUE, files.filter(next_on__lt=on)),
    ):
        counted = (
            rows.order_by().values("office_id", "officer__username").annotate(cases=Count("pk"), yen=Sum("balance_yen"))
        )
        for row in counted:
            yield Figure(row["office_id"], measure, row["officer__username"] or "", "", row["cases"], row["yen"])
    claims = files.order_by().values("office_id", "officer__username").annotate(claims=Sum("open_claims"))
    for each in claims:
        yield Figure(each["office_id"], measures.CLAIMS, each["officer__username"] or "", "", each["claims"])


def _acts(on: date) -> Iterator[Figure]:
    """What was done this month, by kind and by whoever recorded it."""
    rows = _this_month(on).values("office_id", "recorded_by", "kind").annotate(acts=Count("pk"))
    for row in rows:
        yield Figure(row["office_id"], measures.ACTS, row["recorded_by"], row["kind"], row["acts"])


def _this_month(on: date) -> QuerySet[Act]:
    acts = Act.objects.filter(on__gte=on.replace(day=1), on__lte=on)
    return acts.filter(reverses__isnull=True, reversed_by__isnull=True).order_by()


def _receipts(on: date) -> Iterator[Figure]:
    """Money received on the claims of each officer's files since the file was given to the officer."""
    latest = Assignment.objects.filter(
        obligor_id=OuterRef("obligor_id"), office_id=OuterRef("office_id"), from_on__lte=on
    ).order_by("-from_on", "-pk")
    files = CaseFile.objects.filter(officer__isnull=False).annotate(since=latest.values("from_on")[:1])
    entries = Entry.objects.filter(account=Account.RECEIPT.value, effective_on__lte=on).order_by()
    since = files.filter(obligor_id=OuterRef("claim__obligor_id"), office_id=OuterRef("office_id"))
    entries = entries.annotate(officer=since.values("officer__username")[:1], since=since.values("since")[:1])
    entries = entries.filter(effective_on__gte=F("since"))
    rows = entries.values("office_id", "officer").annotate(
        persons=Count("claim__obligor_id", distinct=True), yen=Sum("yen")
    )
    for row in rows.values_list("office_id", "officer", "persons", "yen"):
        yield Figure(row[0], measures.RECEIPTS, row[1], "", row[2], row[3])


def _ageing(on: date) -> Iterator[Figure]:
    """What is owed by receivable and by the months since it fell due."""
    ages = [
        When(claim__due_on__gt=day_months_before(on, months), then=Value(age))
        for age, months in measures.AGES
        if months is not None
    ]
    owed = _owed().annotate(
        place=_handled("office_id"),
        age=Case(When(claim__due_on__gte=on, then=Value(measures.NOT_DUE)), *ages, default=Value(measures.AGES[-1][0])),
    )
    rows = owed.values("place", "receivable_id", "age").annotate(
        claims=Count("claim_id", distinct=True), yen=Sum("balance_yen")
    )
    for row in rows:
        detail = f"{row['receivable_id']}/{row['age']}"
        yield Figure(row["place"], measures.AGEING, "", detail, row["claims"], row["yen"])


def _owed() -> QuerySet[ClaimBalance]:
    return ClaimBalance.objects.filter(balance_yen__gt=0).order_by()


def _events(kinds: Sequence[EventKind]) -> QuerySet[CaseEvent]:
    """Events of these kinds that count."""
    begun = CaseEvent.objects.filter(kind__in=[kind.value for kind in kinds], concludes__isnull=True)
    return begun.filter(reverses__isnull=True, reversed_by__isnull=True).order_by()


def _stages(on: date) -> Iterator[Figure]:
    """How many claims reached each stage in the fiscal year."""
    for stage, kinds in measures.STAGES.items():
        events = _events(kinds).filter(on__gte=first_day(fiscal_year_of(on)), on__lte=on)
        rows = events.annotate(place=_handled("claim__office_id")).values("place")
        for row in rows.annotate(claims=Count("claim_id", distinct=True)):
            yield Figure(row["place"], measures.FUNNEL, "", stage, row["claims"])


def _settled(on: date) -> Iterator[Figure]:
    """How many claims were paid to the last yen or written off in the fiscal year."""
    still = ClaimBalance.objects.filter(claim_id=OuterRef("claim_id"), balance_yen__gt=0)
    entries = Entry.objects.filter(effective_on__gte=first_day(fiscal_year_of(on)), effective_on__lte=on)
    entries = entries.filter(reversed_by__isnull=True).order_by()
    for stage, rows in (
        (measures.PAID, entries.filter(~Exists(still), kind=EntryKind.RECEIVED.value)),
        (measures.WRITTEN_OFF, entries.filter(kind=EntryKind.WRITTEN_OFF.value)),
    ):
        counted = rows.annotate(place=_handled("office_id")).values("place")
        for row in counted.annotate(claims=Count("claim_id", distinct=True), paid=Sum("yen")):
            yield Figure(row["place"], measures.FUNNEL, "", stage, row["claims"], row["paid"])


def _promises(on: date) -> Iterator[Figure]:
    """The promises that fell due in the fiscal year, by how they were kept."""
    for office_id in Act.objects.order_by().values_list("office_id", flat=True).distinct():
        due = promises_due(first_day(fiscal_year_of(on)), on, on=on, office_ids=[office_id])
        for result, number in Counter(each.result for each in due).items():
            yield Figure(office_id, measures.PROMISES, "", result.value, number)


def _plans(on: date) -> Iterator[Figure]:
    """Plans in force, kept or behind, and those that ended in the fiscal year."""
    rows = PlanStanding.objects.order_by().values_list("office_id", "is_behind").annotate(Count("pk"))
    for office_id, is_behind, number in rows:
        yield Figure(office_id, measures.PLANS, "", measures.BEHIND if is_behind else measures.ON_TIME, number)
    ended = PlanEnd.objects.filter(on__gte=first_day(fiscal_year_of(on)), on__lte=on).order_by()
    for office_id, outcome, number in ended.values_list("plan__office_id", "outcome").annotate(Count("pk")):
        yield Figure(office_id, measures.PLANS, "", outcome, number)


def _unreached(on: date) -> Iterator[Figure]:
    """Claims long due that had no demand, no reminder, no investigation for long, by receivable and by what is owed."""
    old = day_months_before(on, measures.UNREACHED_MONTHS)
    bands = [When(balance_yen__lt=below, then=Value(band)) for band, below in measures.BANDS if below is not None]
    owed = _owed().filter(component=Component.PRINCIPAL.value, claim__due_on__lte=old)
    owed = owed.annotate(place=_handled("office_id"), band=Case(*bands, default=Value(measures.BANDS[-1][0])))
    for reach, kinds in measures.REACHES.items():
        reached = _events(kinds).filter(claim_id=OuterRef("claim_id"), on__gt=old)
        rows = owed.filter(~Exists(reached)).values("place", "receivable_id", "band")
        for row in rows.annotate(claims=Count("pk"), yen=Sum("balance_yen")):
            detail = f"{row['receivable_id']}/{row['band']}/{reach}"
            yield Figure(row["place"], measures.UNREACHED, "", detail, row["claims"], row["yen"])


def _chased(on: date) -> Iterator[Figure]:
    """Persons about whom several offices acted this month: a row for each of the offices, with how often it acted."""
    several = _this_month(on).values("obligor_id").annotate(offices=Count("office_id", distinct=True))
    persons = several.filter(offices__gt=1).values("obligor_id")
    rows = _this_month(on).filter(obligor_id__in=persons).values("office_id", "obligor_id").annotate(acts=Count("pk"))
    for row in rows:
        yield Figure(row["office_id"], measures.SEVERAL_OFFICES, "", str(row["obligor_id"]), row["acts"])
