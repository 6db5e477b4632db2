"""Claims by the month in which they were first demanded, and how far they have come since (督促からの経過).

The one idea: a cohort is fixed by the day of the first demand, so its claims are followed and never mixed with others; a claim counts in
every stage that it has reached by the day of counting. No name is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, Max, Min, OuterRef, Sum

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import EntryKind
from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of
from saiken.register import work_measures as measures
from saiken.register.models import CaseFile, Entry
from saiken.register.queries.figure_rows import Place, Row, events, handled, owed

_DEMAND = (EventKind.FORMAL_DEMAND,)
#: Claims asked of the ledger at once.
_BATCH = 5_000


class _Demanded(NamedTuple):
    claim_id: int
    since: date
    obligor_id: int
    office_id: int


def cohorts(on: date) -> Iterator[Row]:
    """Every claim first demanded in the years counted, in each stage that it has reached; by month, and by year and officer."""
    first = first_day(fiscal_year_of(on) - measures.COHORT_YEARS + 1)
    demanded = _demanded(first, on)
    reached = _Reached(first, on, demanded=demanded)
    officers = _officers()
    for one in demanded:
        period = measures.period_of(one.since, on)
        year, officer = fiscal_year_of(one.since), officers.get((one.obligor_id, one.office_id), "")
        for stage in reached.stages(one):
            yen = reached.owed.get(one.claim_id, 0)
            yield Row(Place(one.office_id, measures.COHORT, "", f"{period}/{stage}"), one.claim_id, yen)
            yield Row(Place(one.office_id, measures.COHORT_OF_OFFICER, officer, f"{year}/{stage}"), one.claim_id, yen)


def _demanded(first: date, on: date) -> list[_Demanded]:
    rows = events(_DEMAND).filter(on__lte=on).annotate(place=handled("claim__office_id"))
    counted = rows.values("claim_id", "claim__obligor_id", "place").annotate(since=Min("on")).filter(since__gte=first)
    return [_Demanded(*row) for row in counted.values_list("claim_id", "since", "claim__obligor_id", "place")]


def _officers() -> Mapping[tuple[int, int], str]:
    files = CaseFile.objects.filter(officer__isnull=False).order_by()
    rows = files.values_list("obligor_id", "office_id", "officer__username")
    return {(obligor_id, office_id): username for obligor_id, office_id, username in rows}


class _Reached:
    """What has happened to the claims since, each asked once for all of them."""

    def __init__(self, first: date, on: date, *, demanded: Sequence[_Demanded]) -> None:
        self._last = {stage: _last_days(kinds, first, on=on) for stage, kinds in measures.COHORT_STAGES.items()}
        of_cohort = events(_DEMAND).filter(claim_id=OuterRef("claim_id"), on__gte=first, on__lte=on)
        left = owed().filter(Exists(of_cohort)).values_list("claim_id").annotate(left=Sum("balance_yen"))
        self.owed: Mapping[int, int] = dict(left)
        written_off = Entry.objects.filter(kind=EntryKind.WRITTEN_OFF.value, effective_on__gte=first)
        self._written_off = set(written_off.filter(reversed_by__isnull=True).values_list("claim_id", flat=True))
        self._paid = self._received(
            [
                one.claim_id
                for one in demanded
                if one.claim_id not in self.owed and one.claim_id not in self._written_off
            ]
        )

    def stages(self, one: _Demanded) -> Iterator[str]:
        """The stages that the claim has reached, the demand first."""
        yield measures.DEMANDED
        for stage, last in self._last.items():
            by_entry = stage == measures.ENDED and one.claim_id in self._written_off
            if by_entry or last.get(one.claim_id, date.min) >= one.since:
                yield stage
        if one.claim_id in self._paid:
            yield measures.PAID

    def _received(self, claim_ids: Sequence[int]) -> set[int]:
        """Those for which money came in; the others were corrected to nothing."""
        found: set[int] = set()
        for start in range(0, len(claim_ids), _BATCH):
            rows = Entry.objects.filter(claim_id__in=claim_ids[start : start + _BATCH], kind=EntryKind.RECEIVED.value)
            found.update(rows.filter(reversed_by__isnull=True).values_list("claim_id", flat=True))
        return found


def _last_days(kinds: Sequence[EventKind], first: date, *, on: date) -> Mapping[int, date]:
    rows = events(kinds).filter(on__gte=first, on__lte=on).values_list("claim_id").annotate(last=Max("on"))
    return dict(rows)
