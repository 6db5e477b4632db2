"""The halts of measures on a day, for whoever acts, lists and reports.

The one idea: a halt lasts until its last day, or until the day that its end names; asked once, the answers are the domain's. It shows
nobody.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.halt import HaltedMeasures, halted
from saiken.domain.errors import Refused
from saiken.register.models import Halt
from saiken.register.queries.custody import handled_claims


@dataclass(frozen=True)
class HaltLine:
    """One halt as the screen shows it; `until_on` is its last day as known now, `ended_because` says why it ended early."""

    halt_id: int
    receivable: str
    office_id: int | None
    office: str
    measures: tuple[str, ...]
    reason: str
    from_on: date
    until_on: date | None
    ended_because: str
    recorded_by: str
    lasts: bool


def halts_on(on: date) -> tuple[HaltedMeasures, ...]:
    """The halts that last on the day."""
    found = (_measures(row) for row in _rows())
    return tuple(halt for halt in found if halt.lasts(on))


def halt_lines(on: date) -> tuple[HaltLine, ...]:
    """All halts, those that last first, then the newest first."""
    lines = [_line(row, on) for row in _rows()]
    return tuple(sorted(lines, key=lambda line: (not line.lasts, -line.halt_id)))


def halt_of_claims(names: Collection[str], claim_ids: Iterable[int], *, on: date) -> dict[int, HaltedMeasures]:
    """Which of the claims are under a halt of a measure with one of these names (its kind, its group), and under which."""
    halts = halts_on(on)
    if not halts:
        return {}
    found: dict[int, HaltedMeasures] = {}
    for claim in handled_claims(claim_ids).values():
        halt = halted(halts, names, receivable_id=claim.receivable_id, office_id=claim.office_id, on=on)
        if halt is not None:
            found[claim.claim_id] = halt
    return found


def demand_not_halted(names: Collection[str], claim_ids: Iterable[int], *, on: date) -> None:
    """Raise Refused with the reason when a measure is halted for one of the claims."""
    for halt in halt_of_claims(names, claim_ids, on=on).values():
        raise Refused(halt.sentence)


def _rows() -> list[Halt]:
    rows = Halt.objects.filter(ends__isnull=True).select_related("receivable", "office", "ended_by")
    return list(rows.order_by("pk"))


def _end_of(row: Halt) -> date | None:
    end: Halt | None = getattr(row, "ended_by", None)
    if end is None or end.until_on is None:
        return row.until_on
    return end.until_on if row.until_on is None else min(row.until_on, end.until_on)


def _measures(row: Halt) -> HaltedMeasures:
    return HaltedMeasures(
        reason=row.reason,
        from_on=row.from_on,
        until_on=_end_of(row),
        measures=frozenset(row.measures),
        receivable_id=row.receivable_id,
        office_id=row.office_id,
    )


def _line(row: Halt, on: date) -> HaltLine:
    until_on = _end_of(row)
    end: Halt | None = getattr(row, "ended_by", None)
    return HaltLine(
        halt_id=row.pk,
        receivable=str(row.receivable) if row.receivable else "",
        office_id=row.office_id,
        office=row.office.name if row.office else "",
        measures=tuple(row.measures),
        reason=row.reason,
        from_on=row.from_on,
        until_on=until_on,
        ended_because=end.reason if end else "",
        recorded_by=row.recorded_by,
        lasts=until_on is None or on <= until_on,
    )
