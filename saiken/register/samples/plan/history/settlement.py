"""Recipes of the states that promise none: ⑩ to ⑯.

The one idea: an office has looked before it gives up, so an investigation stands before every one of them. Each recipe takes a story that
nothing has been told of.
"""

from collections.abc import Callable
from datetime import date, timedelta

from saiken.domain.claim.case_event import EventKind
from saiken.register.samples.plan.history.recoverable import titled
from saiken.register.samples.plan.history.story import QUIET_DAYS, Story

_SUSPENDED_AT_MOST = 1_000
#: One in three of those whose period ran out was reminded once more.
_STILL_REMINDED = 0.33
_PUBLIC_KEPT_FOR, _PRIVATE_KEPT_FOR = 700, 1_500


def no_prospect(story: Story) -> None:
    """⑩: what was seized or executed upon brought too little, and there is nothing more."""
    given_up = story.act_day(within=200, after=120)
    begun = max(story.demanded_on + timedelta(days=60), given_up - timedelta(days=story.rng.randint(60, 120)))
    story.demand()
    story.remind(until=begun - timedelta(days=30))
    if story.enforceable:
        story.over(EventKind.SEIZURE, begun, until=max(begun, given_up - timedelta(days=10)))
        story.keep_alive(until=begun, before=begun)
        story.tell(EventKind.NO_PROSPECT_OF_CONVERSION, given_up)
        return
    titled(story, executed_on=begun)
    story.over(EventKind.COMPULSORY_EXECUTION, begun, until=max(begun, given_up - timedelta(days=10)))
    story.tell(EventKind.NO_PROSPECT_OF_EXECUTION, given_up)


def missing(story: Story) -> None:
    """⑪: looked for and not found, or dead without known heirs, and no suspension could be resolved yet."""
    chance, found = story.whim.random(), story.act_day(within=170, after=75)
    begun = max(story.demanded_on + timedelta(days=15), found - timedelta(days=story.whim.randint(40, 55)))
    story.demand()
    if chance < 0.12 and not story.is_corporation:
        story.tell(EventKind.DEATH, begun - timedelta(days=2))
        story.over(EventKind.HEIR_INVESTIGATION, begun, until=found)
        story.tell(EventKind.HEIRS_UNDETERMINED if chance < 0.08 else EventKind.NO_HEIR, found)
    else:
        story.tell(EventKind.RETURNED_MAIL, begun - timedelta(days=2), reason="宛所に尋ねあたらず")
        story.over(EventKind.WHEREABOUTS_INVESTIGATION, begun, until=found)
        story.tell(EventKind.WHEREABOUTS_UNKNOWN, found)
    story.tell(EventKind.SUSPENSION_NOT_RESOLVED, found)
    story.keep_alive(until=story.on, before=begun - timedelta(days=5))


def insolvent(story: Story) -> None:
    """⑫: a lawyer has announced the adjustment of debts, or bankruptcy is pending."""
    chance, told = story.whim.random(), story.act_day(within=200)
    story.demand()
    story.remind(until=told - timedelta(days=30))
    if chance < 0.5 and not story.is_corporation:
        story.tell(EventKind.DEBT_ADJUSTMENT_NOTICE, told)
    else:
        story.tell(EventKind.BANKRUPTCY_COMMENCEMENT, told)
        if not story.enforceable:
            story.tell(EventKind.BANKRUPTCY_PARTICIPATION, min(told + timedelta(days=18), story.on))
    story.keep_alive(until=story.on, before=told - timedelta(days=5))


def discharged(story: Story) -> None:
    """⑬: discharged in bankruptcy; a corporation's bankruptcy was closed."""
    ended = story.act_day(within=300, after=130)
    begun = max(story.demanded_on + timedelta(days=25), ended - timedelta(days=story.whim.randint(100, 150)))
    story.demand()
    story.remind(until=begun - timedelta(days=30))
    story.tell(EventKind.BANKRUPTCY_COMMENCEMENT, begun)
    lodged = EventKind.DISTRIBUTION_REQUEST if story.enforceable else EventKind.BANKRUPTCY_PARTICIPATION
    story.over(lodged, min(begun + timedelta(days=20), ended), until=ended)
    story.tell(EventKind.BANKRUPTCY_CLOSED, ended)
    if not story.is_corporation:
        story.tell(EventKind.DISCHARGE, min(ended + timedelta(days=8), story.on))
    story.keep_alive(until=story.on, before=begun - timedelta(days=5))


def suspended(story: Story) -> None:
    """⑭: disposition or collection was suspended by resolution, less than three years ago."""
    resolved = story.act_day(within=_SUSPENDED_AT_MOST if story.clock.years > 2 else 300, after=120)
    looked = max(story.demanded_on + timedelta(days=20), resolved - timedelta(days=story.whim.randint(50, 90)))
    story.demand()
    story.remind(until=looked - timedelta(days=30))
    story.over(EventKind.PROPERTY_INVESTIGATION, looked, until=max(looked, resolved - timedelta(days=12)))
    suspend(story, on=resolved)
    story.keep_alive(until=story.on, before=looked)


def suspend(story: Story, *, on: date) -> None:
    """The resolution, on a ground that the class knows."""
    if story.enforceable:
        ground = story.whim.choice(("15-7/1/1", "15-7/1/2"))
        story.tell(EventKind.DISPOSITION_SUSPENSION, on, reason=ground)
    else:
        ground = "171-5/1/1" if story.is_corporation else story.whim.choice(("171-5/1/2", "171-5/1/3"))
        story.tell(EventKind.COLLECTION_SUSPENSION, on, reason=ground)


def in_hardship(story: Story) -> None:
    """⑮: without means, and neither suspension nor deferral fits the claim."""
    judged = story.act_day(within=200, after=90)
    looked = max(story.demanded_on + timedelta(days=20), judged - timedelta(days=story.whim.randint(40, 60)))
    story.demand()
    story.remind(until=looked - timedelta(days=20))
    story.over(EventKind.PROPERTY_INVESTIGATION, looked, until=max(looked, judged - timedelta(days=5)))
    story.tell(EventKind.HARDSHIP_WITHOUT_SUSPENSION if story.enforceable else EventKind.NEGOTIATION_REFUSED, judged)
    story.keep_alive(until=story.on, before=looked)


def prescribed(story: Story) -> None:
    """⑯: nobody signed or paid any more, and the period ran out."""
    story.demand()
    kept_for = _PRIVATE_KEPT_FOR if story.kind.is_private else _PUBLIC_KEPT_FOR
    last = story.on - timedelta(days=story.rng.randint(10, 60))
    story.run_out(earliest=story.on - timedelta(days=kept_for), by=last)
    if story.rng.random() < _STILL_REMINDED:
        story.remind(until=min(story.clock.runs_out_on(), last) - timedelta(days=QUIET_DAYS))


RECIPES: dict[str, Callable[[Story], None]] = {
    "S10": no_prospect,
    "S11": missing,
    "S12": insolvent,
    "S13": discharged,
    "S14": suspended,
    "S15": in_hardship,
    "S16": prescribed,
}
