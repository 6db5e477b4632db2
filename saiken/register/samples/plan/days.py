"""The days of a planned claim: when it was assessed and due, when its money moved.

The one idea: every day is drawn inside the window that the attribution to its accounting year allows, so the register's own rule
puts the entry into the planned year. Due dates fall on the 25th, which is never a holiday, and move off weekends.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.domain.dates.fiscal_year import accounts_close_on, first_day, last_day
from saiken.register.samples.plan.draft import Draft, Move
from saiken.register.samples.plan.model import AssessmentDays

_DUE_DAY = 25
_MARCH = 3
_PRESCRIBED = "S16"
#: Months too late for a claim to reach a state within its year.
_TOO_LATE: dict[str, tuple[int, ...]] = {"": (), "S01": (), "S02": (_MARCH,)}
_TOO_LATE_TO_ACT = (11, 12, 1, 2, _MARCH)
_ANY_MONTH = (5, 6, 7, 8, 9, 10, 11, 12, 1, 2)
#: States in which nobody pays any more.
_AFTER_PAYMENTS = ("S10", "S11", "S12", "S13", "S14", "S15", "S16")
#: Days between the last payment and the end of the year, and where nobody pays any more.
_NOTHING_PAID_FOR, _LONG_NOTHING_PAID_FOR = 6, 100
#: How many years ago an older claim was assessed at most, unless it was given up.
_YEARS_AGO = 5


def between(rng: Random, first: date, *, last: date) -> date:
    """A day of a range, both ends included; the last when the range is turned round."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days))) if first <= last else last


def due_month(rng: Random, months: Sequence[int], *, state_id: str) -> int:
    """A month of the year's instalments: March for what has just fallen due; early in the year where much was done about it since."""
    late = _TOO_LATE.get(state_id, _TOO_LATE_TO_ACT)
    usual = [month for month in months or _ANY_MONTH if month not in late]
    if state_id == "S01":
        usual = [month for month in months or (_MARCH,) if month == _MARCH]
    return rng.choice(usual or _ANY_MONTH)


def assessment_days(rng: Random, fiscal_year: int, *, month: int) -> AssessmentDays:
    """The days of an assessment that fell due on the 25th of a month of its fiscal year."""
    unshifted = date(fiscal_year + (month < 4), month, _DUE_DAY)
    accrued = date(unshifted.year, month, rng.randint(1, 7))
    cause = max(first_day(fiscal_year), accrued - timedelta(days=rng.randint(5, 40)))
    return AssessmentDays(
        cause_on=cause,
        accrued_on=accrued,
        notified_on=accrued + timedelta(days=rng.randint(1, 6)),
        due_before_shift_on=unshifted,
        due_on=unshifted + timedelta(days=max(0, 7 - unshifted.weekday()) if unshifted.weekday() >= 5 else 0),
    )


def years_ago(rng: Random, draft: Draft, *, prescription_years: int) -> int:
    """How long before the sheet's first year an older claim was assessed; prescribed and given-up claims are older."""
    if any(move.kind is EntryKind.WRITTEN_OFF for move in draft.moves):
        return rng.randint(prescription_years, prescription_years + 2)
    if draft.state_id == _PRESCRIBED:
        return max(1, prescription_years - 1) + rng.randint(0, 1)
    return rng.randint(1, min(_YEARS_AGO, prescription_years + 1))


def move_day(rng: Random, move: Move, *, draft: Draft, claim_year: int, days: AssessmentDays, on_time: bool) -> date:
    """The day a move took effect, inside its accounting year. Increases come first, write-offs on the last day.

    `claim_year` is the revenue year of the claim, which a late assessment has later than its draft.
    """
    year_end = last_day(move.year)
    if move.kind is EntryKind.WRITTEN_OFF:
        return year_end
    if move.year == claim_year:
        return _day_in_own_year(rng, move, draft=draft, days=days, on_time=on_time)
    if move.kind is EntryKind.INCREASED:
        return between(rng, date(move.year, 6, 2), last=date(move.year, 6, 14))
    quiet = timedelta(days=_LONG_NOTHING_PAID_FOR if draft.state_id in _AFTER_PAYMENTS else _NOTHING_PAID_FOR)
    return between(rng, _first_day_as_past(move, draft, claim_year=claim_year), last=year_end - quiet)


def _day_in_own_year(rng: Random, move: Move, *, draft: Draft, days: AssessmentDays, on_time: bool) -> date:
    """Up to the due date when paid on time, else up to the day the accounts close (5/31), long before where nobody pays any more."""
    closes = accounts_close_on(move.year)
    if draft.state_id in _AFTER_PAYMENTS:
        closes = max(last_day(move.year) - timedelta(days=_LONG_NOTHING_PAID_FOR), days.due_on + timedelta(days=20))
    if on_time:
        return between(rng, days.notified_on, last=days.due_on)
    return between(
        rng, days.due_on + timedelta(days=1), last=min(closes, days.due_on + timedelta(days=rng.choice((30, 90, 300))))
    )


def _first_day_as_past(move: Move, draft: Draft, *, claim_year: int) -> date:
    """6/1 for last year's claims, whose money counts for last year until then; 4/1 for older ones; later where one was increased."""
    if any(other.kind is EntryKind.INCREASED and other.year == move.year for other in draft.moves):
        return date(move.year, 6, 15)
    return date(move.year, 6, 1) if claim_year == move.year - 1 else date(move.year, 4, 2)
