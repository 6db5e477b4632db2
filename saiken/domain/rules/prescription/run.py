"""Runs the period of one party through its events, and says where it stands.

The one idea: events act in the order of their days on one clock; once the period has run out a public claim is gone and nothing revives
it, while a private one waits for invocation and an acknowledgment takes invocation away. No sentence is built here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.party import PRINCIPAL_KEY, Party
from saiken.domain.dates.period import next_day
from saiken.domain.rules.prescription import procedures
from saiken.domain.rules.prescription.answer import NEW, OLD, Effect, Moment, Prescription
from saiken.domain.rules.prescription.clock import OPEN, Clock
from saiken.domain.rules.prescription.docket import Act, Docket, Finding, sort_key
from saiken.domain.rules.prescription.law import PrescriptionLaw
from saiken.domain.rules.prescription.parties import events_of, is_accessory, party_of, principal_of
from saiken.domain.rules.prescription.schedule import ACKNOWLEDGING, CONCERNING, ENDING, schedule, voluntary_payments
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_PUBLIC, _TAX = (cite("local_autonomy_act/236/2"),), (cite("local_tax_act/18/2"),)
_INVOKED, _WAIVED = (cite("civil_code/145"),), (cite("civil_code/145"), cite("civil_code/152/1"))
_EXTINCT = (cite("local_tax_act/15-7/4"),)
_FREED = (cite("civil_code/457/1"), cite("civil_code/145"))
_FIXING = frozenset(
    {
        EventKind.JUDGMENT,
        EventKind.LAWSUIT,
        EventKind.COURT_PAYMENT_ORDER,
        EventKind.SETTLEMENT_BEFORE_SUIT,
        EventKind.MEDIATION,
        EventKind.BANKRUPTCY_PARTICIPATION,
    }
)


@dataclass(slots=True)
class Course:
    """One run: the docket with its clock, what it met so far, and how it ended."""

    docket: Docket
    timeline: list[Moment] = field(default_factory=list)
    completed_on: date | None = None
    first_completed_on: date | None = None
    invoked_on: date | None = None
    extinct: bool = False
    coming: list[date] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The running period."""
        return self.docket.clock

    @property
    def is_private(self) -> bool:
        """Whether prescription waits for invocation."""
        return self.docket.case.kind.is_private

    def note(self, day: date, event: CaseEvent | None, *, finding: Finding) -> None:
        """Add a moment with where the clock stands now."""
        completes = self.clock.completes()
        self.timeline.append(
            Moment(
                day,
                event,
                finding.effect,
                finding.reason,
                finding.citations,
                self.clock.commences(),
                None if completes == OPEN else completes,
                finding.until,
            )
        )

    def reach(self, day: date) -> None:
        """Note what time alone brought by a day: completion, or extinction by a suspension before it."""
        if self.completed_on is not None or self.extinct:
            return
        completes, extinct_on = self.clock.completes(), self.clock.extinct_on
        if extinct_on <= day and extinct_on < completes:
            self.extinct = True
            self.note(extinct_on, None, finding=Finding(Effect.EXTINGUISHED, "suspension_over", _EXTINCT))
        elif completes <= day:
            self.completed_on = completes
            self.first_completed_on = self.first_completed_on or completes
            cites = _TAX if self.docket.case.kind is ClaimKind.TAX else _PUBLIC
            finding = Finding(Effect.COMPLETED, "completion", _INVOKED if self.is_private else cites)
            self.note(completes, None, finding=finding)

    def meet(self, act: Act) -> None:
        """Let an event act, and note what it did."""
        self.reach(act.day)
        self.note(act.day, act.event, finding=self._found(act))
        self.extinct = self.extinct or self.clock.extinct_on <= act.day

    def _found(self, act: Act) -> Finding:
        if self.invoked_on is not None or self.extinct:
            return Finding(Effect.NO_EFFECT, "after_extinction", ())
        if self.completed_on is None:
            return act.rule(act, self.docket)
        return (
            self._after_completion(act) if self.is_private else Finding(Effect.NO_EFFECT, "after_completion", _PUBLIC)
        )

    def _after_completion(self, act: Act) -> Finding:
        """A private claim whose period has run out: invocation ends it, acknowledgment or a judgment starts it anew."""
        named = act.own or self.docket.accessory
        if act.event.kind is EventKind.PRESCRIPTION_INVOKED and named:
            self.invoked_on = act.day
            return Finding(Effect.INVOKED, "invoked", _INVOKED)
        if act.rule in ACKNOWLEDGING and act.own:
            self.completed_on = None
            self.docket.assume("waived")
            self.clock.renew(next_day(act.day))
            return Finding(Effect.RENEWED, "waived", _WAIVED)
        fixed_on = procedures.fixed_on(act.event, self.docket) if act.event.kind in _FIXING and act.own else None
        if fixed_on is None:
            return Finding(Effect.NO_EFFECT, "completed_not_waived", _INVOKED)
        self.completed_on = None
        return procedures.fix(act, self.docket, fixed_on=fixed_on, reason="judgment")


def run(case: Case, on: date, *, lawbook: LawBook, party: str = PRINCIPAL_KEY) -> Prescription:
    """Where prescription stands on a day against one party; `prescription` says the same with its sentences."""
    return course(case, on, lawbook=lawbook, party=party)[0]


def course(case: Case, on: date, *, lawbook: LawBook, party: str) -> tuple[Prescription, tuple[str, ...]]:
    """The answer and the names of what was assumed for it."""
    law = PrescriptionLaw.of(case, lawbook)
    concerned = party_of(case, party)
    own = _followed(case, on, law=law, party=concerned)
    answer = _answer(own)
    if is_accessory(concerned):
        answer = _freed(own, answer, principal=_followed(case, on, law=law, party=principal_of(case)))
    return answer, tuple(own.docket.assumed)


def _followed(case: Case, on: date, *, law: PrescriptionLaw, party: Party) -> Course:
    """One party's course up to a day, and what comes later as ignored."""
    owned = [entry for entry in events_of(case, party, reform_on=law.reform_on) if entry[0].kind in CONCERNING]
    if party is principal_of(case):
        owned += [(event, True) for event in voluntary_payments(case)]
    known = [entry for entry in owned if _known_on(entry[0]) <= on]
    period = law.period(case.cause_on)
    clock = Clock(next_day(case.due_on), int(period.number))
    docket = Docket(case, law, on, tuple(event for event, _ in known), clock, accessory=is_accessory(party))
    followed = Course(docket)
    followed.note(next_day(case.due_on), None, finding=Finding(Effect.COMMENCED, "commencement", period.citations))
    acts = schedule(docket, known)
    for act in acts:
        if act.day <= on:
            followed.meet(act)
    followed.reach(on)
    _note_later(followed, acts, later=[event for event, _ in owned if _known_on(event) > on])
    return followed


def _known_on(event: CaseEvent) -> date:
    return event.on if event.applied_on is None else min(event.on, event.applied_on)


def _note_later(followed: Course, acts: Sequence[Act], *, later: Sequence[CaseEvent]) -> None:
    """What is not yet known or has not arrived on the day asked about."""
    on = followed.docket.on
    pending = [(act.day, act.event, "not_arrived" if act.event.on <= on else "later") for act in acts if act.day > on]
    coming = [(event.on, event, "later") for event in sorted(later, key=sort_key)]
    followed.coming += [act.day for act in acts if act.day > on] + [_known_on(event) for event in later]
    for day, event, reason in sorted(pending + coming, key=lambda entry: entry[0]):
        followed.note(day, event, finding=Finding(Effect.IGNORED, reason, ()))


def _answer(followed: Course) -> Prescription:
    clock, docket = followed.clock, followed.docket
    completes, on = clock.completes(), docket.on
    complete = completes <= on
    extinct_on = clock.extinct_on if clock.extinct_on < completes else None
    return Prescription(
        commences_on=clock.commences(),
        completes_on=None if completes == OPEN else completes,
        complete=complete,
        needs_invocation=docket.case.kind.is_private,
        invoked_on=followed.invoked_on,
        extinct_on=extinct_on,
        barred_by=None if complete else clock.barred(),
        regime=NEW if docket.law.reformed(docket.case.cause_on) else OLD,
        period_years=clock.years,
        timeline=tuple(followed.timeline),
        next_change_on=_next_change(followed, completes, extinct_on=extinct_on),
    )


def _next_change(followed: Course, completes: date, *, extinct_on: date | None) -> date | None:
    """The first day after today on which time alone, or an event already recorded, changes the answer."""
    on = followed.docket.on
    days = [completes, extinct_on or OPEN, followed.clock.obstructed_on(), *followed.coming]
    days += [event.until for event in followed.docket.events if event.until is not None and event.kind in ENDING]
    return min((day for day in days if on < day != OPEN), default=None)


def _freed(own: Course, answer: Prescription, *, principal: Course) -> Prescription:
    """A guarantor is free when the principal is, whatever happened between the guarantor and the municipality."""
    freed_on = principal.first_completed_on or principal.clock.completes()
    if freed_on >= (answer.completes_on or OPEN):
        return answer
    moment = replace(
        answer.timeline[-1], on=freed_on, event=None, effect=Effect.COMPLETED, reason="principal_completed"
    )
    moment = replace(moment, citations=_FREED, completes_on=freed_on, until=None)
    on = own.docket.on
    changes = [day for day in (freed_on, answer.next_change_on) if day is not None and day > on]
    return replace(
        answer,
        completes_on=freed_on,
        complete=freed_on <= on,
        barred_by=principal.clock.barred() if freed_on > on else None,
        timeline=(*answer.timeline, moment),
        next_change_on=min(changes, default=None),
    )
