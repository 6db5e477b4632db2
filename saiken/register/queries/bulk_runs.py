"""A bulk run as its page shows it: how many of each state, a page of its persons, what may be done with it now.

The one idea: counts come from the rows themselves. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, Sum
from django.utils.timezone import localdate

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_obligors
from saiken.register.models import BulkRow, BulkRun
from saiken.register.models.bulk_run import RowState, RunState
from saiken.register.queries.scope import Scope, own_offices
from saiken.register.queries.work_offices import names_of

PAGE_SIZE = 50

#: Reasons told on one page.
MOST_REASONS = 20


@dataclass(frozen=True)
class RunCount:
    """Persons and yen of one state."""

    state: str
    persons: int
    yen: int


@dataclass(frozen=True)
class RunReason:
    """Why persons of a state were refused or left out, how many of them and what they owe."""

    state: str
    reason: str
    persons: int
    yen: int


@dataclass(frozen=True)
class RunLine:
    """One person of the run."""

    row_id: int
    obligor_id: int
    obligor: str
    protected: bool
    claims: int
    yen: int
    state: str
    reason: str


@dataclass(frozen=True)
class RunPage:
    """`waiting` counts what is left to do; `may_undo` until `undo_until`.

    `is_held` while somebody works on it, in the name of `carried_on_by`; `is_own` when the reader prepared it or works for its office.
    """

    run_id: int
    kind: str
    list_id: str
    office: str
    on: date
    by: str
    state: str
    form: Mapping[str, str]
    conditions: Mapping[str, str]
    counts: tuple[RunCount, ...]
    reasons: tuple[RunReason, ...]
    persons: int
    waiting: int
    finished_at: datetime | None
    undo_until: datetime | None
    sent_at: datetime | None
    may_undo: bool
    carried_on_by: str
    is_held: bool
    is_own: bool
    lines: tuple[RunLine, ...]
    next_after: int | None

    @property
    def done(self) -> int:
        """Persons who are not waiting any more."""
        return self.persons - self.waiting


@dataclass(frozen=True)
class RunSummary:
    """A run on the list of runs."""

    run_id: int
    kind: str
    office: str
    on: date
    by: str
    state: str
    persons: int


def run_page(run_id: int, *, scope: Scope, at: datetime, state: str = "", after: int = 0) -> RunPage:
    """The run with the persons of one state (or all) after a row; raises InvalidInput when there is none in scope."""
    run = BulkRun.objects.select_related("office").filter(pk=run_id).first()
    if run is None or (not scope.sees(run.office_id) and run.recorded_by != scope.by):
        raise InvalidInput("一括処理がありません", place="一括処理", found=str(run_id))
    counted = BulkRow.objects.filter(run=run).values_list("state").annotate(persons=Count("id"), sum=Sum("yen"))
    counts = {name: RunCount(name, persons, yen or 0) for name, persons, yen in counted.order_by()}
    rows = BulkRow.objects.filter(run=run, pk__gt=after).select_related("obligor").order_by("pk")
    page = list((rows.filter(state=state) if state else rows)[: PAGE_SIZE + 1])
    lines = tuple(_line(row) for row in page[:PAGE_SIZE])
    log_obligors(scope, what="bulk_run", obligor_ids={line.obligor_id for line in lines})
    waiting = counts[RowState.WAITING.value].persons if RowState.WAITING.value in counts else 0
    names = names_of(filter(None, (run.recorded_by, run.carried_on_by)))
    return RunPage(
        run_id=run.pk,
        kind=run.kind,
        list_id=run.list_id,
        office=run.office.name,
        on=run.on,
        by=names[run.recorded_by],
        state=run.state,
        form=run.form,
        conditions=run.conditions,
        counts=tuple(counts[name.value] for name in RowState if name.value in counts),
        reasons=_reasons(run),
        persons=run.persons,
        waiting=waiting,
        finished_at=run.finished_at,
        undo_until=run.undo_until,
        sent_at=run.sent_at,
        may_undo=may_undo(run, at=at),
        carried_on_by=names.get(run.carried_on_by, ""),
        is_held=run.held_until is not None and run.held_until > at,
        is_own=run.recorded_by == scope.by or run.office_id in own_offices(scope.by, on=localdate(at)),
        lines=lines,
        next_after=page[PAGE_SIZE - 1].pk if len(page) > PAGE_SIZE else None,
    )


def runs_of(scope: Scope, *, before: int | None = None) -> tuple[RunSummary, ...]:
    """The latest runs of the offices in scope, and those that the reader prepared."""
    rows = BulkRun.objects.select_related("office").order_by("-pk")
    seen = rows if scope.offices is None else rows.filter(Q(office_id__in=scope.offices) | Q(recorded_by=scope.by))
    later = list((seen if before is None else seen.filter(pk__lt=before))[:PAGE_SIZE])
    names = names_of(row.recorded_by for row in later)
    return tuple(
        RunSummary(row.pk, row.kind, row.office.name, row.on, names[row.recorded_by], row.state, row.persons)
        for row in later
    )


def _reasons(run: BulkRun) -> tuple[RunReason, ...]:
    """Why somebody is not acted on, the most frequent first."""
    told = BulkRow.objects.filter(run=run, state__in=[RowState.REFUSED.value, RowState.EXCLUDED.value])
    counted = told.values_list("state", "reason").annotate(persons=Count("id"), sum=Sum("yen"))
    rows = counted.order_by("-persons", "state", "reason")[:MOST_REASONS]
    return tuple(RunReason(state, reason, persons, yen or 0) for state, reason, persons, yen in rows)


def may_undo(run: BulkRun, *, at: datetime) -> bool:
    """Whether the run may be taken back: finished or stopped, within its window, not sent."""
    is_open = run.finished_at is None or (run.undo_until is not None and at <= run.undo_until)
    over = run.state in (RunState.FINISHED.value, RunState.INTERRUPTED.value)
    return over and is_open and run.sent_at is None


def _line(row: BulkRow) -> RunLine:
    return RunLine(
        row_id=row.pk,
        obligor_id=row.obligor_id,
        obligor=row.obligor.name,
        protected=row.obligor.protected,
        claims=len(row.claim_ids),
        yen=row.yen,
        state=row.state,
        reason=row.reason,
    )
