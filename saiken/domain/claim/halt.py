"""Halts of measures (処理の停止): for a time, some kinds of measures are not taken on some claims.

The one idea: a halt is a set of conditions that all hold; an act is halted when one halt fits its kind (or the group it belongs to),
receivable, office and day. Who orders a halt and what is done meanwhile is not decided here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HaltedMeasures:
    """From `from_on` to `until_on`, the last day (None: until further notice). Empty `measures`: all; None: every receivable or office."""

    reason: str
    from_on: date
    until_on: date | None = None
    measures: frozenset[str] = frozenset()
    receivable_id: int | None = None
    office_id: int | None = None

    def lasts(self, on: date) -> bool:
        """Whether the day lies in the halt."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)

    def covers(self, receivable_id: int, *, office_id: int) -> bool:
        """Whether a claim of that receivable handled at that office is concerned."""
        return self.receivable_id in (None, receivable_id) and self.office_id in (None, office_id)

    def stops(self, names: Collection[str]) -> bool:
        """Whether a measure under one of these names (its kind, its group) is concerned."""
        return not self.measures or not self.measures.isdisjoint(names)

    @property
    def sentence(self) -> str:
        """Why it is refused."""
        until = f"{self.until_on.isoformat()} まで" if self.until_on else "当分の間、"
        return f"この処理は {until}停止されています（{self.reason}）"


def halted(
    halts: Iterable[HaltedMeasures], names: Collection[str], *, receivable_id: int, office_id: int, on: date
) -> HaltedMeasures | None:
    """停止されている処理は、その期間、その債権と所属について行わない. The first halt that fits, or None."""
    for halt in halts:
        if halt.lasts(on) and halt.covers(receivable_id, office_id=office_id) and halt.stops(names):
            return halt
    return None
