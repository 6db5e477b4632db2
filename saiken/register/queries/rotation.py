"""The report of an officer who hands cases over (事務引継書): every case with what the successor must not forget.

The one idea: one line per case from what the register keeps now, a page or all at once by the same few statements. It shows persons, so it
takes a Scope and leaves a row in the access log.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Sum

from saiken.domain.dates.period import days_between
from saiken.register.access import log_obligors
from saiken.register.models import Act, CaseEvent, CaseFile, Claim, Mark, User
from saiken.register.queries.hidden_places import hidden_from, note_text
from saiken.register.queries.running_events import LASTING
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: The most cases that one paper tells.
MOST_CASES = 2_000


@dataclass(frozen=True)
class RotationLine:
    """One case. `states` counts claims by state or standing, `running` are kinds of lasting events, `marks` ids of marks."""

    file_id: int
    obligor_id: int
    name: str
    open_claims: int
    balance_yen: int
    states: tuple[tuple[str, int], ...]
    completes_on: date | None
    days: int | None
    running: tuple[str, ...]
    last_on: date | None
    last_kind: str
    last_note: str
    next_on: date | None
    next_kind: str
    marks: tuple[str, ...]
    protected: bool

    @property
    def is_near(self) -> bool:
        """Whether prescription completes within half a year."""
        return self.days is not None and self.days <= 183


@dataclass(frozen=True)
class Rotation:
    """The cases of an officer at an office, the nearest prescription first; `cases` and `balance_yen` are over all."""

    officer: str
    office_id: int
    cases: int
    balance_yen: int
    lines: tuple[RotationLine, ...]


def rotation(office_id: int, officer_id: int | None, *, scope: Scope, on: date, most: int = PAGE_SIZE) -> Rotation:
    """The first `most` cases that somebody (None: nobody) has at the office; the office must be the scope's."""
    scope.demand(office_id)
    files = CaseFile.objects.filter(
        Q(open_claims__gt=0) | Q(further_claims__gt=0), office_id=office_id, officer_id=officer_id
    )
    rows = _nearest(files.select_related("obligor"), most)
    officer = User.objects.filter(pk=officer_id or 0).values_list("display_name", flat=True).first() or ""
    asked = f"組織 {office_id} 担当 {officer_id or 'なし'} {len(rows)}件"
    log_obligors(scope, what="rotation", obligor_ids={row.obligor_id for row in rows}, asked=asked)
    sums = files.aggregate(cases=Count("pk"), yen=Sum("balance_yen"))
    lines = _lines(rows, office_id=office_id, on=on, by=scope.by)
    return Rotation(officer, office_id, sums["cases"], int(sums["yen"] or 0), lines)


def _nearest(files: QuerySet[CaseFile], most: int) -> list[CaseFile]:
    """The nearest completion first, those without one after them; each part in the order of the index."""
    near = list(files.filter(completes_on__isnull=False).order_by("completes_on", "-balance_yen", "pk")[:most])
    left = most - len(near)
    rest = files.filter(completes_on__isnull=True).order_by("-balance_yen", "pk")[:left] if left else ()
    return [*near, *rest]


def _lines(files: Sequence[CaseFile], *, office_id: int, on: date, by: str) -> tuple[RotationLine, ...]:
    ids = [row.obligor_id for row in files]
    states, running, hidden = _states(ids), _running(ids, on), hidden_from(by, ids)
    last, marks = _last_acts(ids, office_id), _marks(ids, on)
    return tuple(
        _line(
            row,
            last.get(row.obligor_id),
            states=states[row.obligor_id],
            running=running[row.obligor_id],
            marks=marks[row.obligor_id],
            on=on,
            is_hidden=row.obligor_id in hidden,
        )
        for row in files
    )


def _line(
    row: CaseFile,
    last: Act | None,
    *,
    states: dict[str, int],
    running: list[str],
    marks: list[str],
    on: date,
    is_hidden: bool,
) -> RotationLine:
    return RotationLine(
        file_id=row.pk,
        obligor_id=row.obligor_id,
        name=row.obligor.name,
        open_claims=row.open_claims,
        balance_yen=row.balance_yen,
        states=tuple(sorted(states.items())),
        completes_on=row.completes_on,
        days=days_between(on, row.completes_on) if row.completes_on else None,
        running=tuple(dict.fromkeys(running)),
        last_on=last.on if last else None,
        last_kind=last.kind if last else "",
        last_note=note_text(last.note, act_kind=last.kind, is_hidden=is_hidden) if last else "",
        next_on=row.next_on,
        next_kind=row.next_kind,
        marks=tuple(marks),
        protected=row.obligor.protected,
    )


def _states(obligor_ids: list[int]) -> defaultdict[int, dict[str, int]]:
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    open_claims = Claim.objects.filter(obligor_id__in=obligor_ids, balances__balance_yen__gt=0).distinct()
    rows = open_claims.values_list("obligor_id", "pk", "standing__state_id", "standing__standing")
    for obligor_id, _, state_id, standing in rows:
        word = state_id or standing or "data_to_check"
        found[obligor_id][word] = found[obligor_id].get(word, 0) + 1
    return found


def _running(obligor_ids: list[int], on: date) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = CaseEvent.objects.filter(
        Q(until__isnull=True) | Q(until__gte=on),
        ~Exists(CaseEvent.objects.filter(concludes=OuterRef("pk"), ends=True)),
        ~Exists(CaseEvent.objects.filter(reverses=OuterRef("pk"))),
        claim__obligor_id__in=obligor_ids,
        kind__in=sorted(kind.value for kind in LASTING),
        on__lte=on,
        outcome="",
        concludes__isnull=True,
        reverses__isnull=True,
    )
    for obligor_id, kind in rows.order_by("on", "pk").values_list("claim__obligor_id", "kind"):
        found[obligor_id].append(kind)
    return found


def _last_acts(obligor_ids: list[int], office_id: int) -> dict[int, Act]:
    taken_back = Act.objects.filter(reverses=OuterRef("pk"))
    counting = Act.objects.filter(
        ~Exists(taken_back), obligor_id__in=obligor_ids, office_id=office_id, reverses__isnull=True
    )
    last = counting.order_by().values("obligor_id").annotate(last=Max("pk")).values_list("last", flat=True)
    return {act.obligor_id: act for act in Act.objects.filter(pk__in=list(last))}


def _marks(obligor_ids: list[int], on: date) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = Mark.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=on),
        obligor_id__in=obligor_ids,
        from_on__lte=on,
        removes__isnull=True,
        removed_by__isnull=True,
    )
    for obligor_id, kind in rows.order_by("pk").values_list("obligor_id", "kind"):
        found[obligor_id].append(kind)
    return found
