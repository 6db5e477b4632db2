"""Whole-yen ranges behind rounded thousand-yen figures, and drawing numbers from them that add up.

The one idea: when several numbers, each within a range, must add up to a number within a range, draw them one after the other and
let each draw leave the others a way out. No draw is ever taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


class Impossible(Exception):
    """No whole yen satisfy the figures; the paper breaks its own rules there."""


@dataclass(frozen=True, slots=True)
class Span:
    """Yen from `low` to `high`, both included."""

    low: int
    high: int

    def __neg__(self) -> "Span":
        return Span(-self.high, -self.low)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __and__(self, other: "Span") -> "Span":
        return Span(max(self.low, other.low), min(self.high, other.high))

    @property
    def is_empty(self) -> bool:
        """Whether no number is left."""
        return self.low > self.high

    def nearest(self, yen: int) -> int:
        """The number of the span that is nearest to `yen`."""
        return min(max(yen, self.low), self.high)


#: Nothing is known of the number.
ANY = Span(-(10**15), 10**15)


def exactly(yen: int) -> Span:
    """The span of one number."""
    return Span(yen, yen)


def rounding_span(thousand_yen: int) -> Span:
    """The yen that round to a printed figure, half away from zero; a printed zero is taken for nothing at all.

    >>> rounding_span(18), rounding_span(-1), rounding_span(0)
    (Span(low=17500, high=18499), Span(low=-1499, high=-500), Span(low=0, high=0))
    """
    if thousand_yen == 0:
        return exactly(0)
    if thousand_yen < 0:
        return -rounding_span(-thousand_yen)
    return Span(thousand_yen * 1_000 - 500, thousand_yen * 1_000 + 499)


def draw_sum(rng: Random, terms: Sequence[Span], *, total: Span) -> list[int]:
    """One number of each span so that their sum lies in `total`. Raises Impossible when there are none."""
    rest = _suffix_sums(terms)
    drawn: list[int] = []
    for position, span in enumerate(terms):
        done, after = sum(drawn), rest[position + 1]
        allowed = span & Span(total.low - done - after.high, total.high - done - after.low)
        if allowed.is_empty:
            raise Impossible(f"no yen between {allowed.low} and {allowed.high}")
        drawn.append(rng.randint(allowed.low, allowed.high))
    return drawn


def _suffix_sums(terms: Sequence[Span]) -> list[Span]:
    sums = [exactly(0)]
    for span in reversed(terms):
        sums.append(span + sums[-1])
    return sums[::-1]
