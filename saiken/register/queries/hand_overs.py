"""The hand-overs of an office's desk: waiting for acceptance, given, running, ended; and one with its certificate and steps.

The one idea: both offices see the whole history of a hand-over, whoever handles the claims now; nobody else does but those who see every
office. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from saiken.domain.claim.hand_over import HELD, RUNNING, HandOverStepKind, Side, steps_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.access import log_obligors
from saiken.register.models import HandOver, HandOverStanding, User
from saiken.register.queries.hand_over_report import COLLECTED, report_figures
from saiken.register.queries.hidden_places import HIDDEN, hidden_from
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: Counts stop here.
MOST = 10_000


class Box(StrEnum):
    """受入れ待ち, 案, 申出中, 引継ぎを受けて処理中, 引き継いで処理中, 終わったもの."""

    WAITING = "box_waiting"
    DRAFTS = "box_drafts"
    PROPOSED = "box_proposed"
    HELD = "box_held"
    GIVEN = "box_given"
    ENDED = "box_ended"


@dataclass(frozen=True)
class HandOverLine:
    """One hand-over on a list; `claims` and `yen` as proposed."""

    hand_over_id: int
    number: str
    obligor_id: int
    obligor: str
    from_office: str
    to_office: str
    condition: str
    step: str
    since_on: date
    claims: int
    yen: int


@dataclass(frozen=True)
class HandOverPage:
    """A page of a box, the newest first; `next_before` continues, None at the end."""

    lines: tuple[HandOverLine, ...]
    next_before: int | None


@dataclass(frozen=True)
class StepLine:
    """One step with who recorded it."""

    kind: str
    on: date
    reason: str
    figures: Mapping[str, int]
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class HandOverDetail:
    """A hand-over with its certificate. `collected_yen` is what came in while the receiving office held the claims, `done` its acts
    on them by kind; `may` are the next steps open to the person."""

    line: HandOverLine
    reason: str
    on: date
    recorded_by: str
    certificate: Mapping[str, Any]
    steps: tuple[StepLine, ...]
    accepted_on: date | None
    ended_on: date | None
    collected_yen: int
    done: Mapping[str, int]
    may: tuple[HandOverStepKind, ...]

    @property
    def is_held(self) -> bool:
        """Whether the receiving office handles the claims now."""
        return self.line.step in HELD


def hand_overs(box: Box, *, offices: frozenset[int], scope: Scope, before: int | None = None) -> HandOverPage:
    """A page of a box of these offices."""
    rows = _box(box, scope.among(offices))
    if before is not None:
        rows = rows.filter(hand_over_id__lt=before)
    related = ("hand_over", "obligor", "from_office", "to_office")
    page = list(rows.select_related(*related).order_by("-hand_over_id")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    if shown:
        numbers = [row.hand_over_id for row in shown]
        asked, persons = f"引継ぎ {numbers[-1]}-{numbers[0]}", {row.obligor_id for row in shown}
        log_obligors(scope, what="hand_overs", obligor_ids=persons, asked=asked)
    return HandOverPage(tuple(map(_line, shown)), shown[-1].hand_over_id if len(page) > PAGE_SIZE else None)


def box_counts(offices: frozenset[int]) -> dict[Box, int]:
    """How many stand in each box but the ended ones; a count stops at `MOST`."""
    return {box: _box(box, offices)[:MOST].count() for box in Box if box is not Box.ENDED}


def waiting_count(offices: frozenset[int]) -> int:
    """How many wait for acceptance by these offices, at most `MOST`."""
    return _box(Box.WAITING, offices)[:MOST].count()


def hand_over_detail(hand_over_id: int, *, offices: frozenset[int], scope: Scope, on: date) -> HandOverDetail:
    """One hand-over; raises InvalidInput when there is none and Refused when the scope stands on neither side."""
    row = (
        HandOver.objects.select_related("obligor", "from_office", "to_office", "standing")
        .filter(pk=hand_over_id)
        .first()
    )
    if row is None:
        raise InvalidInput("引継ぎがありません", place="引継ぎ", found=str(hand_over_id))
    if not scope.sees(row.from_office_id, row.to_office_id):
        raise Refused("この引継ぎは、他の所属の間のものです")
    log_obligors(scope, what="hand_over", obligor_ids=[row.obligor_id], asked=f"引継ぎ {row.number}")
    standing = row.standing
    figures = dict(report_figures(row, accepted_on=standing.accepted_on, until_on=on))
    return HandOverDetail(
        line=_line(standing),
        reason=row.reason,
        on=row.on,
        recorded_by=_names({row.recorded_by})[row.recorded_by],
        certificate=_certificate(row, by=scope.by),
        steps=_steps(row),
        accepted_on=standing.accepted_on,
        ended_on=standing.ended_on,
        collected_yen=figures.pop(COLLECTED, 0),
        done=figures,
        may=steps_of(HandOverStepKind(standing.step), _sides(row, offices)),
    )


def _certificate(row: HandOver, *, by: str) -> Mapping[str, Any]:
    """As it was written; of somebody protected since without the notes, which may name a place."""
    if not hidden_from(by, [row.obligor_id]):
        return row.certificate
    acts = [act | {"note": HIDDEN if act["note"] else ""} for act in row.certificate["acts"]]
    return row.certificate | {"acts": acts}


def _sides(row: HandOver, offices: frozenset[int]) -> frozenset[Side]:
    sides = {Side.GIVING: row.from_office_id, Side.RECEIVING: row.to_office_id}
    return frozenset(side for side, office_id in sides.items() if office_id in offices)


def _steps(row: HandOver) -> tuple[StepLine, ...]:
    steps = list(row.steps.order_by("place"))
    names = _names({step.recorded_by for step in steps})
    return tuple(
        StepLine(step.kind, step.on, step.reason, step.figures, step.recorded_at, names[step.recorded_by])
        for step in steps
    )


def _names(usernames: set[str]) -> dict[str, str]:
    """Display names; a name that nobody signs in with stays as it is."""
    known = dict(User.objects.filter(username__in=usernames).values_list("username", "display_name"))
    return {username: known.get(username, username) for username in usernames}


def _box(box: Box, offices: frozenset[int]) -> QuerySet[HandOverStanding]:
    received, given = Q(to_office_id__in=offices), Q(from_office_id__in=offices)
    held = [kind.value for kind in HELD]
    conditions = {
        Box.WAITING: received & Q(step=HandOverStepKind.PROPOSED.value),
        Box.DRAFTS: given & Q(step=HandOverStepKind.DRAFTED.value),
        Box.PROPOSED: given & Q(step=HandOverStepKind.PROPOSED.value),
        Box.HELD: received & Q(step__in=held),
        Box.GIVEN: given & Q(step__in=held),
        Box.ENDED: (received | given) & Q(ended_on__isnull=False),
    }
    return HandOverStanding.objects.filter(conditions[box])


def _line(row: HandOverStanding) -> HandOverLine:
    return HandOverLine(
        hand_over_id=row.hand_over_id,
        number=row.hand_over.number,
        obligor_id=row.obligor_id,
        obligor=row.obligor.name,
        from_office=row.from_office.name,
        to_office=row.to_office.name,
        condition=row.hand_over.condition,
        step=row.step,
        since_on=row.since_on,
        claims=row.claims,
        yen=row.yen,
    )


def running_hand_overs_of(obligor_ids: tuple[int, ...]) -> QuerySet[HandOverStanding]:
    """The standings of hand-overs of these persons that are not over."""
    running = HandOverStanding.objects.filter(obligor_id__in=obligor_ids, step__in=[kind.value for kind in RUNNING])
    return running.select_related("hand_over", "from_office", "to_office").order_by("hand_over_id")
