"""For which cause a planned claim may be written off, of those usual for its sheet.

The one idea: a cause must follow from the claim's age and its payments: a period can only have run out where it is long over, three
years of suspension need three years. Where none of the usual causes fits, the claim was given up.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.dates.fiscal_year import last_day
from saiken.register.samples.plan.draft import Draft, Move
from saiken.register.samples.plan.history.clock import period_years, years_after
from saiken.register.samples.plan.model import AssessmentDays
from saiken.register.samples.plan.profile import Part

#: From the due day to a demand, and from there to a resolution.
_DEMAND_TAKES, _RESOLUTION_TAKES = timedelta(days=45), timedelta(days=100)
_SUSPENSION_YEARS, _RELEASE_YEARS = 3, 10


def cause_of(
    rng: Random, causes: Sequence[WriteOffCause], *, move: Move, draft: Draft, part: Part, days: AssessmentDays
) -> WriteOffCause:
    """One of the usual causes that fits, else the claim was given up at once or waived."""
    fitting = [cause for cause in causes if _fits(cause, move, draft=draft, part=part, days=days)]
    if fitting:
        return rng.choice(fitting)
    enforceable = part.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    return WriteOffCause.EXTINGUISHED_AT_ONCE if enforceable else WriteOffCause.WAIVED


def _fits(cause: WriteOffCause, move: Move, *, draft: Draft, part: Part, days: AssessmentDays) -> bool:
    enforceable = part.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    years = period_years(part.kind, cause_on=days.cause_on)
    written_off_on = last_day(move.year)
    match cause:
        case WriteOffCause.PRESCRIPTION_COMPLETED | WriteOffCause.PRESCRIPTION_INVOKED:
            begun = max(days.due_on, *(last_day(year) for year in _paid_in(draft)), date.min)
            is_own = (cause is WriteOffCause.PRESCRIPTION_INVOKED) == part.kind.is_private
            return is_own and years_after(begun + _DEMAND_TAKES, years) <= written_off_on - _DEMAND_TAKES
        case WriteOffCause.SUSPENDED_THREE_YEARS:
            begun = days.due_on + _DEMAND_TAKES + _RESOLUTION_TAKES
            is_paid_later = any(year > move.year - _SUSPENSION_YEARS - 1 for year in _paid_in(draft))
            lives_longer = years > _SUSPENSION_YEARS and not is_paid_later
            return enforceable and lives_longer and years_after(begun, _SUSPENSION_YEARS) <= written_off_on
        case WriteOffCause.RELEASED:
            return not enforceable and years_after(days.due_on + _RESOLUTION_TAKES, _RELEASE_YEARS) <= written_off_on
        case WriteOffCause.EXTINGUISHED_AT_ONCE:
            return enforceable
    return not enforceable


def _paid_in(draft: Draft) -> list[int]:
    return [move.year for move in draft.moves if move.kind is EntryKind.RECEIVED]
