"""Protected persons (支援措置): what runs, what is to be looked at again, who may see an address for some minutes.

The one idea: an address shows only inside a release to the very person who looks, at the very moment; everything else is blocked with
the reason. It decides nothing about roles.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from saiken.domain.errors import Refused
from saiken.register.access import log_obligors, log_read
from saiken.register.models import (
    Obligor,
    ObligorOffice,
    ProtectionMeasure,
    ProtectionRelease,
    ProtectionRequest,
)
from saiken.register.queries.answering import claims_answered_for, kept_of, numbers_of
from saiken.register.queries.scope import Scope

#: The most lines of a list.
PAGE_SIZE = 50
#: A request that nobody answered for so long is listed no more, and may be made anew.
STALE = timedelta(days=7)


@dataclass(frozen=True)
class Release:
    """An address shows to `released_to` until `until_at`; `reason` is what it was asked for, `by` who gave it."""

    obligor_id: int
    released_to: str
    by: str
    reason: str
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True)
class Measure:
    """A protective measure as it stands: `review_on` is the day by which it is looked at again."""

    measure_id: int
    obligor_id: int
    obligor: str
    ground: str
    reason: str
    from_on: date
    review_on: date
    recorded_by: str


@dataclass(frozen=True)
class Request:
    """A request for a release that waits for an answer."""

    request_id: int
    obligor_id: int
    obligor: str
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class ReleaseLine:
    """A release or a refusal on the auditor's list; `minutes` is 0 for a refusal."""

    number: int
    obligor_id: int
    released_to: str
    by: str
    reason: str
    from_at: datetime
    minutes: int


@dataclass(frozen=True)
class Guard:
    """What the page of a protected person shows: the measure (None when only the mark is known), a running release, an open request."""

    obligor_id: int
    measure: Measure | None
    release: Release | None
    waits: bool


def released(obligor_id: int, *, by: str, at: datetime) -> Release | None:
    """The release that lets `by` see the address at that moment, or None."""
    running = ProtectionRelease.objects.filter(
        obligor_id__in=numbers_of(kept_of(obligor_id)), released_to=by, from_at__lte=at, until_at__gt=at
    ).order_by("-until_at")
    row = running.first()
    if row is None:
        return None
    return Release(obligor_id, row.released_to, row.recorded_by, row.reason, row.from_at, row.until_at)


def guard_of(obligor_id: int, *, by: str, at: datetime) -> Guard:
    """Everything a page needs to tell why an address is hidden and how to see it."""
    waits = waiting_requests(obligor_id, by=by, at=at).exists()
    return Guard(obligor_id, running_measure(obligor_id), released(obligor_id, by=by, at=at), waits)


def waiting_requests(obligor_id: int, *, by: str, at: datetime) -> QuerySet[ProtectionRequest]:
    """What the person has asked about the obligor and somebody may still answer."""
    return ProtectionRequest.objects.filter(
        obligor_id=obligor_id, recorded_by=by, answer__isnull=True, recorded_at__gte=at - STALE
    )


def sees_obligor(scope: Scope, obligor_id: int) -> bool:
    """Whether the scope sees a claim that the obligor answers for, under whichever number."""
    if scope.offices is None:
        return Obligor.objects.filter(pk=obligor_id).exists()
    return claims_answered_for(numbers_of(kept_of(obligor_id)), scope).exists()


def guarded_person(obligor_id: int, *, scope: Scope) -> tuple[str, bool]:
    """The obligor's name and whether the address is hidden; the read is logged. Raises Refused out of sight."""
    if not sees_obligor(scope, obligor_id):
        raise Refused("所属の異なる債権の債務者は表示できません")
    log_read(scope, what="protection", subject=f"債務者 {obligor_id}")
    return Obligor.objects.values_list("name", "protected").get(pk=obligor_id)


def running_measure(obligor_id: int) -> Measure | None:
    """The measure that holds for the person now, under whichever number it was recorded."""
    return next(iter(_measures(_running().filter(obligor_id__in=numbers_of(kept_of(obligor_id))))), None)


def measures(*, scope: Scope) -> tuple[Measure, ...]:
    """The measures that hold, by their review, of the persons the scope sees: the soonest. The read is logged."""
    found = _measures(_seen(_running(), scope).order_by("review_on", "id")[:PAGE_SIZE])
    log_obligors(scope, what="protections", obligor_ids={one.obligor_id for one in found})
    return found


def open_requests(*, scope: Scope, besides: str, since: datetime) -> tuple[Request, ...]:
    """Requests by others that nobody has answered, oldest first."""
    rows = ProtectionRequest.objects.filter(answer__isnull=True, recorded_at__gte=since).exclude(recorded_by=besides)
    found = list(_seen(rows, scope).select_related("obligor").order_by("id")[:PAGE_SIZE])
    log_obligors(scope, what="protections", obligor_ids={row.obligor_id for row in found})
    return tuple(
        Request(row.pk, row.obligor_id, row.obligor.name, row.recorded_by, row.reason, row.recorded_at) for row in found
    )


def releases(*, before: int | None = None) -> tuple[tuple[ReleaseLine, ...], int | None]:
    """For the auditor: releases and refusals, newest first, and where the next page begins."""
    rows = ProtectionRelease.objects.order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    lines = [
        ReleaseLine(
            number=row.pk,
            obligor_id=row.obligor_id,
            released_to=row.released_to,
            by=row.recorded_by,
            reason=row.reason,
            from_at=row.from_at,
            minutes=int((row.until_at - row.from_at).total_seconds() // 60),
        )
        for row in rows[: PAGE_SIZE + 1]
    ]
    return tuple(lines[:PAGE_SIZE]), lines[PAGE_SIZE - 1].number if len(lines) > PAGE_SIZE else None


def _running() -> QuerySet[ProtectionMeasure]:
    """Measures that no later row follows; an ending row is no measure."""
    return ProtectionMeasure.objects.filter(review_on__isnull=False, followed_by__isnull=True)


def _seen(rows: QuerySet, scope: Scope) -> QuerySet:
    """Rows of obligors of whom a claim concerns an office of the scope, under whichever number."""
    if scope.offices is None:
        return rows
    kept = Coalesce(OuterRef("obligor__joined_to_id"), OuterRef("obligor_id"))
    return rows.filter(Exists(ObligorOffice.objects.filter(obligor_id=kept, office_id__in=scope.offices)))


def _measures(rows: QuerySet[ProtectionMeasure]) -> tuple[Measure, ...]:
    return tuple(
        Measure(
            measure_id=row.pk,
            obligor_id=row.obligor_id,
            obligor=row.obligor.name,
            ground=row.ground,
            reason=row.reason,
            from_on=row.from_on,
            review_on=row.review_on,
            recorded_by=row.recorded_by,
        )
        for row in rows.select_related("obligor")
        if row.review_on is not None
    )
