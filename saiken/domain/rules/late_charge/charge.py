"""The yen of a late charge: rates over the stretches, fractions cut where the ordinance says, the whole rounded once.

The one idea: base × days × rate ÷ 365 in whole numbers; what a segment gives is what it adds to the whole yen reached in its group (one
segment, one tier, or everything). No sentence is built here, so that a hundred thousand claims are quick.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from saiken.domain.dates.period import days_between
from saiken.domain.rules.late_charge.days import ChargeBasis, Frame, Stretch, frame_of, stretches
from saiken.domain.rules.late_charge.question import LateChargeQuestion, Suspension
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Truncation

#: Rates granted during grace; how many days a yearly rate is spread over, leap years included.
GRACE_RATE, YEAR_DAYS = "late_charge_grace", "days_in_year"

_PER_CENT = 100
_NOTHING = Fraction(0)
_CUT_BY_SEGMENT = (Truncation.PER_RATE_SEGMENT, Truncation.PER_CALENDAR_YEAR)

#: The tiers as ordinances count them; days charged at one single rate belong to neither.
TIERS = {ChargeBasis.FIRST_TIER: 1, ChargeBasis.LATER_TIER: 2, ChargeBasis.SINGLE_RATE: 0}


@dataclass(frozen=True, slots=True)
class Segment:
    """Days charged alike; `tier` is 1, 2 or 0 (one single rate), `basis` says by what rule, `yen` is what it adds."""

    from_on: date
    until_on: date
    days: int
    rate: Fraction
    base_yen: int
    yen: int
    tier: int
    basis: ChargeBasis


@dataclass(frozen=True, slots=True)
class LateCharge:
    """`raw_yen` is the sum of the segments, `yen` what is charged of it, `base_yen` the first base; `year_days` divides the rate."""

    yen: int
    raw_yen: int
    base_yen: int
    segments: tuple[Segment, ...]
    year_days: int

    @property
    def exact_yen(self) -> Fraction:
        """The sum before any fraction is cut."""
        parts = (segment.base_yen * segment.days * segment.rate for segment in self.segments)
        return sum(parts, _NOTHING) * Fraction(1, _PER_CENT * self.year_days)


def charge(question: LateChargeQuestion, *, lawbook: LawBook) -> LateCharge:
    """The late charge alone; `late_charge` gives it with its reasons."""
    return charge_in(frame_of(question, lawbook=lawbook), lawbook=lawbook)


def charge_in(frame: Frame, *, lawbook: LawBook) -> LateCharge:
    """The late charge of a question whose terms and days are known."""
    year_days = int(lawbook.value(YEAR_DAYS, on=frame.question.due_on).number)
    groups, segments = [], []
    for stretch in stretches(frame):
        for segment in _segments(frame, stretch, lawbook=lawbook, year_days=year_days):
            segments.append(segment)
            groups.append((stretch.balance_yen, segment.tier, segment.basis))
    if frame.truncation not in _CUT_BY_SEGMENT:
        whole = frame.truncation is Truncation.NONE
        segments = _recut(segments, [] if whole else groups, year_days=year_days)
    raw_yen = sum(segment.yen for segment in segments)
    return LateCharge(result_yen(frame, raw_yen), raw_yen, first_base_yen(frame), tuple(segments), year_days)


def first_base_yen(frame: Frame) -> int:
    """The principal as it counts on the first day."""
    return base_yen(frame, frame.question.principal_yen)


def base_yen(frame: Frame, owed_yen: int) -> int:
    """A balance as it counts: nothing below the minimum, else cut to the unit."""
    late = frame.late
    return 0 if owed_yen < late.min_base_yen else owed_yen // late.base_unit_yen * late.base_unit_yen


def result_yen(frame: Frame, raw_yen: int) -> int:
    """The whole as it is charged: nothing below the minimum, else cut to the unit, once."""
    late = frame.late
    return 0 if raw_yen < late.min_result_yen else raw_yen // late.result_unit_yen * late.result_unit_yen


def _segments(frame: Frame, stretch: Stretch, *, lawbook: LawBook, year_days: int) -> Iterable[Segment]:
    base, tier, waiver = base_yen(frame, stretch.balance_yen), TIERS[stretch.basis], stretch.waiver
    days = days_between(stretch.from_on, stretch.until_on)
    if not base:
        basis = ChargeBasis.BELOW_MINIMUM
        return (Segment(stretch.from_on, stretch.until_on, days, _NOTHING, 0, 0, tier, basis),)
    if isinstance(waiver, Suspension) or (waiver is not None and waiver.ground.waives_all):
        basis = ChargeBasis.WAIVED_IN_FULL
        return (Segment(stretch.from_on, stretch.until_on, days, _NOTHING, base, 0, tier, basis),)
    found = []
    for from_on, until_on, rate in _runs(frame, stretch, lawbook=lawbook):
        days = days_between(from_on, until_on)
        yen = base * days * rate.numerator // (_PER_CENT * year_days * rate.denominator)
        basis = stretch.basis if waiver is None else ChargeBasis.GRACE_RATE
        found.append(Segment(from_on, until_on, days, rate, base, yen, tier, basis))
    return found


def rate_id(frame: Frame, basis: ChargeBasis) -> str:
    """The parameter of the ordinary rate of a stretch."""
    return frame.late.first_rate if basis is ChargeBasis.FIRST_TIER else frame.late.later_rate


def _runs(frame: Frame, stretch: Stretch, *, lawbook: LawBook) -> list[tuple[date, date, Fraction]]:
    """Runs of days with one rate; in grace the lower of the ordinary and the grace rate."""
    runs: list[tuple[date, date, Fraction]] = []
    for span in lawbook.spans(rate_id(frame, stretch.basis), stretch.from_on, until=stretch.until_on):
        if stretch.waiver is None:
            _extend(runs, (span.from_on, span.until_on, span.value.number))
            continue
        for granted in lawbook.spans(GRACE_RATE, span.from_on, until=span.until_on):
            rate = min(span.value.number, granted.value.number)
            _extend(runs, (granted.from_on, granted.until_on, rate))
    return runs


def _extend(runs: list[tuple[date, date, Fraction]], run: tuple[date, date, Fraction]) -> None:
    """Add a run, or lengthen the last one where the rate goes on."""
    if runs and runs[-1][2] == run[2]:
        runs[-1] = (runs[-1][0], run[1], run[2])
    else:
        runs.append(run)


def _recut(segments: list[Segment], groups: Sequence[object], *, year_days: int) -> list[Segment]:
    """The segments with fractions carried on within a group (all are one where no groups are named).

    Each gives what it adds to the whole yen reached.
    """
    recut: list[Segment] = []
    reached = _NOTHING
    for position, segment in enumerate(segments):
        if groups and position and groups[position] != groups[position - 1]:
            reached = _NOTHING
        before_yen = reached.numerator // reached.denominator
        reached += Fraction(segment.base_yen * segment.days, _PER_CENT * year_days) * segment.rate
        recut.append(replace(segment, yen=reached.numerator // reached.denominator - before_yen))
    return recut
