"""The yen totals of every year and column that round to a sheet's result rows.

The one idea: carry yen, not thousands. A year opens with exactly the yen the year before closed with; where the paper prints no
reduction there is none, else the reduction takes up what rounding left. It knows totals only, no claims.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.samples.plan.model import ResultRows
from saiken.register.samples.plan.spans import ANY, Impossible, Span, draw_sum, exactly, rounding_span

_TRIES = 200


@dataclass(frozen=True, slots=True)
class YearYen:
    """One fiscal year in yen: what was carried in, and the six ledger columns."""

    carried_in_yen: int
    figures: LedgerFigures

    @property
    def reduction_yen(self) -> int:
        """What the assessments of earlier years were reduced by (negative: increased)."""
        return self.carried_in_yen - self.figures.past_assessed_yen


@dataclass(frozen=True, slots=True)
class Closing:
    """What the last year's balances must be, from table 3."""

    past: Span = ANY
    current: Span = ANY


def draw_years(rng: Random, rows: ResultRows, *, closing: Closing) -> dict[int, YearYen]:
    """Yen of every year of `rows`, oldest first. Raises Impossible when the printed figures admit none."""
    problem = Impossible("no tries")
    for attempt in range(_TRIES):
        try:
            return _draw_chain(rng, rows, closing=closing, drift_allowed=attempt >= _TRIES // 2)
        except Impossible as caught:
            problem = caught
    raise problem


def _draw_chain(rng: Random, rows: ResultRows, *, closing: Closing, drift_allowed: bool) -> dict[int, YearYen]:
    years = sorted(rows)
    opening = rounding_span(rows[years[0]]["past_carried_in"])
    carried_in = rng.randint(opening.low, opening.high)
    drawn: dict[int, YearYen] = {}
    for year, following in zip(years, [*years[1:], None], strict=True):
        wanted = ANY if following is None or drift_allowed else _without_drift(rows[year], rows[following])
        portions = closing if following is None else _usual_closing(rows[year])
        drawn[year] = _draw_year(rng, rows[year], carried_in=carried_in, portions=portions, total=wanted)
        carried_in = drawn[year].figures.total_balance_yen
    return drawn


def _without_drift(row: Mapping[str, int], following: Mapping[str, int]) -> Span:
    """The total balance that spares the year after a reduction the paper does not print."""
    if following["past_carried_in"] != following["past_assessed"]:
        return ANY
    return rounding_span(row["total_balance"])


def _usual_closing(row: Mapping[str, int]) -> Closing:
    """A printed zero balance is nothing at all; any other is at least one yen."""
    return Closing(_positive(row["past_balance"]), _positive(row["current_balance"]))


def _positive(balance: int) -> Span:
    return exactly(0) if balance <= 0 else Span(1, ANY.high)


def _draw_year(rng: Random, row: Mapping[str, int], *, carried_in: int, portions: Closing, total: Span) -> YearYen:
    past = _draw_portion(rng, row, portion="past", assessed=_past_assessed(row, carried_in), balance=portions.past)
    left = Span(total.low - past[3], total.high - past[3])
    assessed = rounding_span(row["current_assessed"])
    current = _draw_portion(rng, row, portion="current", assessed=assessed, balance=portions.current & left)
    return YearYen(carried_in, LedgerFigures(*past[:3], *current[:3]))


def _past_assessed(row: Mapping[str, int], carried_in: int) -> Span:
    """What was carried in when the paper shows no reduction and rounding allows it, else any yen behind the cell."""
    printed = rounding_span(row["past_assessed"])
    if row["past_carried_in"] != row["past_assessed"]:
        return printed
    return exactly(printed.nearest(carried_in))


def _draw_portion(rng: Random, row: Mapping[str, int], *, portion: str, assessed: Span, balance: Span) -> Sequence[int]:
    """Assessed, received, written-off and remaining yen of one portion."""
    received = rounding_span(row[f"{portion}_received"])
    written_off = rounding_span(row[f"{portion}_written_off"])
    drawn = draw_sum(rng, [assessed, -received, -written_off], total=balance)
    return drawn[0], -drawn[1], -drawn[2], sum(drawn)
