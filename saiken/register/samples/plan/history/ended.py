"""Stories of claims that are no longer owed: paid late, reduced to nothing, or written off for a cause.

The one idea: the cause of a write-off is the last turn of its story: a period that ran out, three years of suspension, a waiver. What
was paid before anybody had to demand it has no story at all.
"""

from datetime import date, timedelta

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.register.samples.plan.history.clock import years_after
from saiken.register.samples.plan.history.settlement import suspend
from saiken.register.samples.plan.history.story import QUIET_DAYS, Story

_SUSPENSION_YEARS = 3
_RELEASE_YEARS = 10
_LONG_PAYMENT = 300


def ended(story: Story) -> None:
    """The story of a claim by how its last entry ended it."""
    last = story.entries[-1]
    if last.cause is None:
        _paid(story, on=last.effective_on)
    else:
        story.demand()
        _GIVEN_UP[last.cause](story, last.effective_on)


def _paid(story: Story, *, on: date) -> None:
    if on <= story.demanded_on + timedelta(days=3):
        return
    story.demand()
    if (on - story.demanded_on).days > _LONG_PAYMENT:
        story.remind(until=on - timedelta(days=15))
    story.keep_alive(until=on, before=on)


def _completed(story: Story, on: date) -> None:
    story.run_out(earliest=on - timedelta(days=360), by=on - timedelta(days=5))


def _invoked(story: Story, on: date) -> None:
    story.run_out(earliest=on - timedelta(days=800), by=on - timedelta(days=60))
    story.remind(until=story.clock.runs_out_on() - timedelta(days=QUIET_DAYS))
    story.tell(EventKind.PRESCRIPTION_INVOKED, on - timedelta(days=story.rng.randint(10, 40)))


def _suspended(story: Story, on: date) -> None:
    resolved = years_after(on, -_SUSPENSION_YEARS) - timedelta(days=story.rng.randint(5, 90))
    resolved = max(resolved, story.demanded_on + timedelta(days=40))
    story.remind(until=resolved - timedelta(days=60))
    looked = max(story.demanded_on + timedelta(days=12), resolved - timedelta(days=60))
    story.over(EventKind.PROPERTY_INVESTIGATION, looked, until=resolved - timedelta(days=8))
    suspend(story, on=resolved)
    story.keep_alive(until=years_after(resolved, _SUSPENSION_YEARS), before=looked)


def _at_once(story: Story, on: date) -> None:
    resolved = on - timedelta(days=story.rng.randint(0, 10))
    looked = max(story.demanded_on + timedelta(days=12), resolved - timedelta(days=story.rng.randint(60, 120)))
    story.over(EventKind.WHEREABOUTS_INVESTIGATION, looked, until=max(looked, resolved - timedelta(days=5)))
    story.tell(EventKind.DISPOSITION_SUSPENSION, resolved, reason="15-7/5")
    story.keep_alive(until=on, before=looked)


def _released(story: Story, on: date) -> None:
    first = story.demanded_on + timedelta(days=story.rng.randint(40, 90))
    granted, ends = first, first
    while years_after(granted, 1) < on and ends < years_after(first, _RELEASE_YEARS):
        ends = min(years_after(granted, 5) - timedelta(days=1), on - timedelta(days=10))
        story.tell(
            EventKind.PERFORMANCE_DEFERRAL,
            granted,
            until=ends,
            applied_on=granted - timedelta(days=10),
            reason="171-6/1/1",
        )
        story.clock.renew(granted - timedelta(days=10), ends)
        granted = ends + timedelta(days=1)
    story.keep_alive(until=on, before=on)
    story.tell(EventKind.CLAIM_RELEASE, on, reason="171-7/1")


def _waived(story: Story, on: date) -> None:
    looked = max(story.demanded_on + timedelta(days=20), on - timedelta(days=story.rng.randint(90, 200)))
    story.remind(until=looked - timedelta(days=20))
    story.over(EventKind.WHEREABOUTS_INVESTIGATION, looked, until=max(looked, on - timedelta(days=60)))
    if not story.kind.is_private:
        story.keep_alive(until=on, before=looked)
    story.tell(EventKind.CLAIM_WAIVER, on, reason="96/1/10")


_GIVEN_UP = {
    WriteOffCause.PRESCRIPTION_COMPLETED: _completed,
    WriteOffCause.PRESCRIPTION_INVOKED: _invoked,
    WriteOffCause.SUSPENDED_THREE_YEARS: _suspended,
    WriteOffCause.EXTINGUISHED_AT_ONCE: _at_once,
    WriteOffCause.RELEASED: _released,
    WriteOffCause.WAIVED: _waived,
}
