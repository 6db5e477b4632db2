"""Numbers of the law through time: a rate, a period, an amount, each with the days it is in force and its citation.

The one idea: values follow each other without gap or overlap; before the first and after the last published day the answer is a
refusal that says why. What a number means is the business of the rule that asks for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from saiken.law.citation import Citation
from saiken.law.errors import NotPublished


@dataclass(frozen=True)
class DatedValue:
    """One value from `from_on` up to but not including `until_on` (None: no end known)."""

    number: Fraction
    from_on: date
    until_on: date | None
    citations: tuple[Citation, ...]
    source: str
    verified: bool


@dataclass(frozen=True)
class Span:
    """Days from `from_on` up to but not including `until_on` with one value."""

    from_on: date
    until_on: date
    value: DatedValue


@dataclass(frozen=True)
class Parameter:
    """A quantity: `unit` is percent, yen, years, months, days or count; `published_until` is the first day without a value.

    `expected` says in Japanese when and by whom the next value is published.
    """

    id: str
    title: str
    unit: str
    values: tuple[DatedValue, ...]
    published_until: date | None
    expected: str

    def on(self, day: date) -> DatedValue:
        """The value in force on a day; raises NotPublished outside the published days."""
        for value in reversed(self.values):
            if value.from_on <= day:
                if value.until_on is not None and day >= value.until_on:
                    break
                return value
        raise self._refusal(day)

    def spans(self, first: date, until: date) -> Iterator[Span]:
        """The values of the days from `first` up to but not including `until`, in order; raises NotPublished where one is missing."""
        day = first
        while day < until:
            value = self.on(day)
            end = until if value.until_on is None else min(until, value.until_on)
            yield Span(day, end, value)
            day = end

    def _refusal(self, day: date) -> NotPublished:
        if self.values and day < self.values[0].from_on:
            first = self.values[0].from_on.isoformat()
            return NotPublished(f"{self.title}は {first} より前の値を収録していません（{day.isoformat()}）")
        return NotPublished(f"{self.title}は {day.isoformat()} の値が公表されていません。{self.expected}")
