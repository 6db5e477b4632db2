"""What was written down about a person in the person's history: facts, marks, joins, further obligors, protection.

The one idea: one statement over those of the tables that know the person, one line for each stroke on the day on which it was recorded. A
fact is told by its kind alone, for its content may be withheld; ground and reason of a protective measure are not told.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    F,
    IntegerField,
    Max,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, TruncDate

from saiken.domain.person.change import PersonChange
from saiken.domain.person.mark import mark_kind
from saiken.register.models import Mark, ObligorFact, ObligorJoin, ObligorRole, ProtectionMeasure, RoleWithdrawal
from saiken.register.queries.history_item import Asked, HistoryItem, Place
from saiken.register.queries.trails import Trail, found_trails

CATEGORY = "persons"

#: Numbers of the parts are told apart by what is left when they are divided by so many.
_MOST_PARTS = 8


class _Change(NamedTuple):
    """A row of any part. `concerned` is the kind of the fact or mark, the role or the number that was joined."""

    told_on: date
    recorded_at: datetime
    number: int
    change: str
    concerned: str
    whose: str
    recorded_by: str
    since_on: date | None
    why: str
    claim_count: int
    first_claim: int


_NOTHING, _OWN = Value("", CharField()), F("pk")
_NO_DAY = Cast(Value(None), DateField())


def history_persons(asked: Asked, source: int) -> list[HistoryItem]:
    """Lines of what is known about the person and who answers beside them."""
    if asked.category not in ("", CATEGORY):
        return []
    trails = found_trails(chain.from_iterable(_PARTS.values()), numbers=asked.numbers, claim_ids=asked.claim_ids)
    parts = [
        part(asked).filter(asked.earlier(source, day="told_on", number="number")).values_list(*_Change._fields)
        for part, of_part in _PARTS.items()
        if trails.intersection(of_part)
    ]
    if not parts:
        return []
    first, *others = parts
    rows = first.union(*others, all=True).order_by("-told_on", "-recorded_at", "-number")[: asked.most]
    return [_line(_Change(*row), source) for row in rows]


def _line(row: _Change, source: int) -> HistoryItem:
    is_mark = row.change in (PersonChange.MARK_PUT, PersonChange.MARK_REMOVED)
    since = f"（{row.since_on.isoformat()} から）" if row.since_on and row.since_on != row.told_on else ""
    return HistoryItem(
        place=Place(row.told_on, row.recorded_at, source, row.number),
        kind=row.change,
        label=" ".join(filter(None, (mark_kind(row.concerned).japanese if is_mark else "", row.whose))) + since,
        by=row.recorded_by,
        mode="" if is_mark else row.concerned,
        note=row.why,
        claim_count=row.claim_count,
        claim_id=row.first_claim or None,
    )


def _facts(asked: Asked) -> QuerySet[Any]:
    has_ended = Q(until_on__isnull=False, value=F("replaces__value"))
    return _part(
        ObligorFact.objects.filter(obligor_id__in=asked.numbers),
        0,
        change=_one_of(
            (Q(replaces__isnull=True), PersonChange.FACT_STATED),
            (Q(withdrawn=True), PersonChange.FACT_WITHDRAWN),
            (has_ended, PersonChange.FACT_ENDED),
            otherwise=PersonChange.FACT_CORRECTED,
        ),
        concerned=F("kind"),
    )


def _marks(asked: Asked) -> QuerySet[Any]:
    return _part(
        Mark.objects.filter(obligor_id__in=asked.numbers),
        1,
        change=_one_of((Q(removes__isnull=True), PersonChange.MARK_PUT), otherwise=PersonChange.MARK_REMOVED),
        concerned=F("kind"),
        why=F("note"),
    )


def _joins(asked: Asked) -> QuerySet[Any]:
    return _part(
        ObligorJoin.objects.filter(Q(kept_id__in=asked.numbers) | Q(joined_id__in=asked.numbers)),
        2,
        change=_one_of((Q(undoes__isnull=True), PersonChange.OBLIGORS_JOINED), otherwise=PersonChange.JOIN_UNDONE),
        concerned=Cast("joined_id", CharField()),
        since_on=_NO_DAY,
        why=F("reason"),
    )


def _protection(asked: Asked) -> QuerySet[Any]:
    return _part(
        ProtectionMeasure.objects.filter(obligor_id__in=asked.numbers),
        3,
        change=_one_of(
            (Q(ends__isnull=True), PersonChange.PROTECTION_BEGUN),
            (Q(review_on__isnull=True), PersonChange.PROTECTION_ENDED),
            otherwise=PersonChange.PROTECTION_PROLONGED,
        ),
        concerned=_NOTHING,
    )


def _roles(asked: Asked) -> QuerySet[Any]:
    """One line for the claims for which somebody was named at one moment."""
    rows = ObligorRole.objects.filter(claim_id__in=asked.claim_ids).order_by()
    return rows.values("recorded_at", "recorded_by", "role", "from_on", "obligor__name").annotate(
        **_columns(
            4,
            change=Value(PersonChange.PARTY_ADDED.value, CharField()),
            concerned=F("role"),
            whose=F("obligor__name"),
            since_on=F("from_on"),
            of=Max("pk"),
            claim_count=Count("pk"),
            first_claim=Min("claim_id"),
        )
    )


def _withdrawals(asked: Asked) -> QuerySet[Any]:
    rows = RoleWithdrawal.objects.filter(role__claim_id__in=asked.claim_ids).order_by()
    return rows.values("recorded_at", "recorded_by", "role__role", "role__obligor__name", "reason").annotate(
        **_columns(
            5,
            change=Value(PersonChange.PARTY_WITHDRAWN.value, CharField()),
            concerned=F("role__role"),
            whose=F("role__obligor__name"),
            why=F("reason"),
            of=Max("pk"),
            claim_count=Count("pk"),
            first_claim=Min("role__claim_id"),
        )
    )


def _part(rows: QuerySet[Any], part: int, **columns: Any) -> QuerySet[Any]:
    """The rows, each a line, with the columns of a change."""
    return rows.order_by().annotate(**_columns(part, **({"since_on": F("from_on")} | columns)))


def _columns(part: int, *, of: Any = _OWN, **columns: Any) -> dict[str, Any]:
    plain = {
        "told_on": TruncDate("recorded_at"),
        "number": of * Value(_MOST_PARTS, IntegerField()) + Value(part, IntegerField()),
        "whose": _NOTHING,
        "since_on": _NO_DAY,
        "why": _NOTHING,
        "claim_count": Value(0, IntegerField()),
        "first_claim": Value(0, IntegerField()),
    }
    return plain | columns


def _one_of(*cases: tuple[Q, PersonChange], otherwise: PersonChange) -> Case:
    whens = [When(condition, then=Value(change.value)) for condition, change in cases]
    return Case(*whens, default=Value(otherwise.value), output_field=CharField())


#: The parts, each with the trails of which one must be there.
_PARTS: Mapping[Callable[[Asked], QuerySet[Any]], tuple[Trail, ...]] = {
    _facts: (Trail(ObligorFact, "obligor"),),
    _marks: (Trail(Mark, "obligor"),),
    _joins: (Trail(ObligorJoin, "kept"), Trail(ObligorJoin, "joined")),
    _protection: (Trail(ProtectionMeasure, "obligor"),),
    _roles: (Trail(ObligorRole, "claim", of_claims=True),),
    _withdrawals: (Trail(ObligorRole, "claim", of_claims=True),),
}
