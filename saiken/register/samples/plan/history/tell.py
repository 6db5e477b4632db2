"""The door to histories: what is known of a planned claim in, its events out.

The one idea: an open claim's story leads to the state its paper shows, an ended one's to its last entry. Bulk assessments and what was paid
before anybody had to demand it have none.
"""

from dataclasses import dataclass
from operator import attrgetter
from random import Random

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.dates.fiscal_year import last_day
from saiken.register.samples.plan.entries import signed_yen
from saiken.register.samples.plan.history import recoverable, settlement
from saiken.register.samples.plan.history.cast import cast_of
from saiken.register.samples.plan.history.ended import ended
from saiken.register.samples.plan.history.story import Story
from saiken.register.samples.plan.history.succession import inherited
from saiken.register.samples.plan.model import AssessmentDays, PlannedEntry, PlannedParty
from saiken.register.samples.plan.profile import Part, Profile

_RECIPES = recoverable.RECIPES | settlement.RECIPES


@dataclass(frozen=True, slots=True)
class Told:
    """What a history is made of. `state_id` is the state of table 3, "" for a claim that is settled by then."""

    profile: Profile
    part: Part
    days: AssessmentDays
    entries: tuple[PlannedEntry, ...]
    state_id: str
    sheet_year: int


@dataclass(frozen=True, slots=True)
class History:
    """The events of a claim in the order of their days, and who answers for it beside its obligor."""

    events: tuple[CaseEvent, ...] = ()
    parties: tuple[PlannedParty, ...] = ()


def history_of(told: Told, *, rng: Random, whim: Random) -> History:
    """What a claim went through; `whim` is the obligor's own chance."""
    on = last_day(told.sheet_year)
    cast = cast_of(whim, told.profile, state_id=told.state_id, days=told.days, on=on)
    story = Story(
        rng=rng,
        whim=whim,
        kind=told.part.kind,
        legal_class=told.part.legal_class,
        is_corporation=told.profile.corporations,
        days=told.days,
        entries=told.entries,
        on=on,
        cast=cast,
        balance_yen=sum(signed_yen(entry) for entry in told.entries if entry.effective_on <= on),
    )
    if told.state_id:
        inherited(story)
        _RECIPES[told.state_id](story)
    else:
        ended(story)
    return History(tuple(sorted(story.events, key=attrgetter("on"))), cast.parties)
