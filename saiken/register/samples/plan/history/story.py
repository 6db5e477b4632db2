"""One claim's story while it is being told: its facts, its clock, its events so far.

The one idea: helpers name what an office does (demand, remind, let sign) and keep the clock; recipes compose them. Days that belong to a
person rather than a claim (when bankruptcy began, when he went missing) come from the person's own chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.samples.plan.history.cast import Cast
from saiken.register.samples.plan.history.clock import Clock, period_years, years_after
from saiken.register.samples.plan.model import AssessmentDays, PlannedEntry

#: Days from the due day to the formal demand; ordinances allow 20, a few offices are late.
_IN_TIME, _LATE, _LATE_IN = (13, 20), (21, 34), 30
_DEMAND_GIVES = 10
#: No reminder falls into the last months of a period that is to run out, where it might hold the period open.
QUIET_DAYS = 250
_HALF_YEAR = 182
#: How far before the period runs out something renews it, in hundredths of the period.
_RENEWED_AFTER = (62, 92)
_SPARE_DAYS = 45


def between(rng: Random, first: date, *, last: date) -> date:
    """A day of a range, both ends included; the last when the range is turned round."""
    return first + timedelta(days=rng.randint(0, (last - first).days)) if first <= last else last


@dataclass
class Story:
    """A claim's facts and what has been told of it. `on` is the last day of the fiscal year whose table 3 it stands in.

    `balance_yen` is owed on that day; `whim` is the person's chance, `rng` the claim's.
    """

    rng: Random
    whim: Random
    kind: ClaimKind
    legal_class: LegalClass
    is_corporation: bool
    days: AssessmentDays
    entries: Sequence[PlannedEntry]
    on: date
    balance_yen: int
    cast: Cast
    events: list[CaseEvent] = field(default_factory=list)
    demanded_on: date = field(init=False)
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        low, high = _LATE if self.rng.randrange(_LATE_IN) == 0 else _IN_TIME
        self.demanded_on = self.days.due_on + timedelta(days=self.rng.randint(low, high))
        self.clock = Clock(period_years(self.kind, cause_on=self.days.cause_on), [self.days.due_on])
        self.clock.renew(*(day for day in self.paid_on if day > self.days.due_on))

    @property
    def enforceable(self) -> bool:
        """Whether the office may seize without a court."""
        return self.legal_class is LegalClass.PUBLIC_ENFORCEABLE

    @property
    def paid_on(self) -> list[date]:
        """The days on which the obligor himself paid."""
        return [
            entry.effective_on
            for entry in self.entries
            if entry.kind is EntryKind.RECEIVED and entry.channel is not Channel.SEIZURE
        ]

    def tell(self, kind: EventKind, on: date, **particulars: object) -> CaseEvent:
        """Add an event; it concerns those who answer for the claim on its day unless it says whom."""
        concerned = particulars.pop("obligors", None) or self.cast.concerned(on)
        event = CaseEvent(kind, on, obligors=concerned, **particulars)  # type: ignore[arg-type]  # fields by name
        self.events.append(event)
        return event

    def demand(self) -> None:
        """The first formal demand, delivered; it starts the period again."""
        delivered = self.demanded_on + timedelta(days=self.rng.randint(1, 3))
        self.tell(
            EventKind.FORMAL_DEMAND,
            self.demanded_on,
            delivered_on=delivered,
            delivery=DeliveryResult.DELIVERED,
            designated_on=self.demanded_on + timedelta(days=_DEMAND_GIVES),
            document_number=f"督第{self.rng.randrange(1, 100_000)}号",
        )
        self.clock.renew(delivered)

    def remind(self, *, until: date, most: int = 1) -> None:
        """The latest half-yearly reminders before a day; earlier ones are not told."""
        first = self.demanded_on + timedelta(days=self.rng.randint(45, 120))
        due = (until - first).days // _HALF_YEAR + 1 if first <= until else 0
        for turn in range(max(0, due - most), due):
            day = first + timedelta(days=turn * _HALF_YEAR)
            if not self.cast.is_leaderless(day):
                self.tell(EventKind.INFORMAL_DEMAND, day)

    def act_day(self, *, within: int, after: int = 30) -> date:
        """The day of the person's last turn: in the last `within` days, some time after the demand and the last payment."""
        wanted = self.on - timedelta(days=self.whim.randint(4, within))
        earliest = max([self.demanded_on + timedelta(days=after), *(day + timedelta(days=3) for day in self.paid_on)])
        return min(max(wanted, earliest), self.on)

    def keep_alive(self, *, until: date, before: date | None = None) -> None:
        """Let the obligor acknowledge the debt whenever the period would run out up to `until`; he signs nothing from `before` on."""
        last = (until if before is None else before) - timedelta(days=3)
        for renewed, needed in list(self.clock.gaps(until=until + timedelta(days=_SPARE_DAYS))):
            day = renewed
            while years_after(day, self.clock.years) <= needed:
                share = self.rng.randint(*_RENEWED_AFTER)
                following = min(day + timedelta(days=self.clock.years * 365 * share // 100), last)
                if following <= day:
                    break
                day = following
                self.acknowledge(day)

    def acknowledge(self, on: date) -> None:
        """The obligor signs that he owes."""
        self.tell(EventKind.ACKNOWLEDGMENT, on, document_number=f"承第{self.rng.randrange(1, 10_000)}号")
        self.clock.renew(on)

    def run_out(self, *, earliest: date, by: date) -> None:
        """Let the period run out between two days, with acknowledgments before it so that it does not run out sooner."""
        natural = self.clock.runs_out_on()
        wanted = between(self.rng, max(natural, earliest), last=by)
        signed = years_after(wanted, -self.clock.years) - timedelta(days=2)
        if (wanted - natural).days > QUIET_DAYS and signed > self.clock.renewed_on[-1]:
            self.keep_alive(until=signed, before=signed)
            self.acknowledge(signed)

    def over(self, kind: EventKind, on: date, *, until: date, outcome: Outcome = Outcome.COMPLETED) -> None:
        """Something lasting that has ended."""
        self.tell(kind, on, until=until, outcome=outcome)
