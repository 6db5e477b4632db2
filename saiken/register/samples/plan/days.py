"""The days of a planned claim: when it was assessed and due, when its money moved, when its state was recorded.

The one idea: every day is drawn inside the window that the attribution to its accounting year allows, so the register's own rule
puts the entry into the planned year. Due dates fall on the 25th, which is never a holiday, and move off weekends.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.dates.fiscal_year import accounts_close_on, first_day, last_day
from saiken.register.samples.plan.draft import Draft, Move
from saiken.register.samples.plan.model import AssessmentDays, PlannedEntry, PlannedState

_DUE_DAY = 25
_MARCH = 3
_ANY_MONTH = (5, 6, 7, 8, 9, 10, 11, 12, 1, 2)
#: Days from the due date to the formal demand.
_DEMAND_AFTER = (18, 26)
#: States in which nobody pays any more.
_AFTER_PAYMENTS = ("S10", "S11", "S13", "S14", "S15", "S16")
#: How many years ago an older claim was assessed, by what became of it.
_YEARS_AGO = (1, 5)


def between(rng: Random, first: date, *, last: date) -> date:
    """A day of a range, both ends included; the last when the range is turned round."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days))) if first <= last else last


def due_month(rng: Random, months: Sequence[int], *, ends_in_arrears: bool) -> int:
    """A month of the year's instalments; a claim that was formally demanded within its year was due before March."""
    usual = [month for month in months or _ANY_MONTH if month != _MARCH or not ends_in_arrears]
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
    given_up = draft.state_id == "S16" or any(move.kind is EntryKind.WRITTEN_OFF for move in draft.moves)
    low, high = (prescription_years, prescription_years + 3) if given_up else _YEARS_AGO
    return rng.randint(low, high)


def move_day(rng: Random, move: Move, *, draft: Draft, claim_year: int, days: AssessmentDays, on_time: bool) -> date:
    """The day a move took effect, inside its accounting year. Increases come first, write-offs on the last day.

    `claim_year` is the revenue year of the claim, which a late assessment has later than its draft.
    """
    year_end = last_day(move.year)
    if move.kind is EntryKind.WRITTEN_OFF:
        return year_end
    if move.year == claim_year:
        return _day_in_own_year(rng, move, days=days, on_time=on_time)
    if move.kind is EntryKind.INCREASED:
        return between(rng, date(move.year, 6, 2), last=date(move.year, 6, 14))
    return between(rng, _first_day_as_past(move, draft, claim_year=claim_year), last=year_end - timedelta(days=6))


def _day_in_own_year(rng: Random, move: Move, *, days: AssessmentDays, on_time: bool) -> date:
    """Up to the due date when paid on time, else up to the day the accounts close (5/31), or 3/31 in front of a write-off."""
    closes = accounts_close_on(move.year)
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


def states_of(
    rng: Random, draft: Draft, *, days: AssessmentDays, sheet_year: int, last: PlannedEntry
) -> tuple[PlannedState, ...]:
    """The states a claim was recorded in: demanded after its due date, later what table 3 shows or what it was written off from."""
    demanded = days.due_on + timedelta(days=rng.randint(*_DEMAND_AFTER))
    if draft.state_id == "S01":
        return (PlannedState("S01", days.due_on + timedelta(days=1)),)
    if not draft.state_id:
        return _states_until_settled(draft, demanded, last=last)
    year_end = last_day(sheet_year)
    first = PlannedState("S02", min(demanded, year_end))
    if draft.state_id == "S02":
        return (first,)
    earliest = max(demanded + timedelta(days=40), last.effective_on if draft.state_id in _AFTER_PAYMENTS else demanded)
    advanced = between(rng, min(earliest, year_end), last=year_end)
    return (first, PlannedState(draft.state_id, advanced))


def _states_until_settled(draft: Draft, demanded: date, *, last: PlannedEntry) -> tuple[PlannedState, ...]:
    """Nothing for what was paid before the demand or in bulk; the state that a write-off followed from."""
    if last.effective_on <= demanded or draft.in_bulk:
        return ()
    if last.cause is None:
        return (PlannedState("S02", demanded),)
    given_up = "S14" if last.cause is WriteOffCause.SUSPENDED_THREE_YEARS else "S16"
    return (PlannedState("S02", demanded), PlannedState(given_up, last.effective_on))
