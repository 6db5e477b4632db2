"""The sixteen conditions: one predicate per state, by class where the law differs, over what was done about one person.

The one idea: a predicate says whether its facts are there and names them; it never looks at the others. Which condition decides when
several hold is an order in `table.toml`. Prescription and balances are given, not computed here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.instalment_plan import months_to_pay_off
from saiken.domain.rules.title import COURT_PROCEDURES, first_title
from saiken.domain.states.facts import NEVER, PersonFacts, is_over, last_day
from saiken.domain.states.table import Reading

SEIZURES = (EventKind.SEIZURE,)
REQUESTS = (EventKind.DISTRIBUTION_REQUEST, EventKind.PARTICIPATING_SEIZURE)
PREPARING_FORCE = (EventKind.NOTICE_OF_INTENDED_SEIZURE, *REQUESTS)
GRACES = (EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE, EventKind.PERFORMANCE_DEFERRAL)
PLANS = (*GRACES, EventKind.PAYMENT_PLEDGE)
INVESTIGATIONS = (
    EventKind.PROPERTY_INVESTIGATION,
    EventKind.WHEREABOUTS_INVESTIGATION,
    EventKind.HEIR_INVESTIGATION,
)
_CANCELLED = (Outcome.RELEASED, Outcome.WITHDRAWN, Outcome.DISMISSED)


@dataclass(frozen=True, slots=True)
class PersonCase:
    """What the conditions of one person look at: facts, the claim's class, what the person owes, the months
    that part ⑥ from ⑦, the plan in force, whether the period has run."""

    facts: PersonFacts
    legal_class: LegalClass
    owed_yen: int
    long_months: int
    plan: CaseEvent | None
    completes_on: date | None
    complete: bool
    reading: Reading

    @property
    def enforceable(self) -> bool:
        """Whether the municipality itself may seize."""
        return self.legal_class is LegalClass.PUBLIC_ENFORCEABLE


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that holds: the state, since when, the events behind it, and the facts in Japanese."""

    state_id: str
    since: date
    words: str
    events: tuple[CaseEvent, ...] = ()


Predicate = Callable[[PersonCase], Held | None]


def held_conditions(person: PersonCase) -> list[Held]:
    """Every condition that holds for a person, in the order of the sixteen; never empty, for ① or ② always holds."""
    kinds = person.facts.by_kind.keys()
    return [
        held
        for needed, predicate in PREDICATES
        if (needed is None or not needed.isdisjoint(kinds)) and (held := predicate(person)) is not None
    ]


def _day(day: date) -> str:
    return day.isoformat()


def _not_demanded(person: PersonCase) -> Held | None:
    if person.facts.arrival is not None:
        return None
    sent = person.facts.demand_sent()
    if sent is None:
        return Held("S01", NEVER, "督促状を送っていない")
    return Held("S01", sent.on, f"{_day(sent.on)} に発した督促状が届いていない", (sent,))


def _demanded(person: PersonCase) -> Held | None:
    found = person.facts.arrival
    if found is None:
        return None
    demand, arrived_on = found
    return Held("S02", arrived_on, f"{_day(arrived_on)} に督促状が届いている", (demand,))


def _investigated(person: PersonCase) -> Held | None:
    sent, running = person.facts.demand_sent(), person.facts.running(*INVESTIGATIONS)
    if sent is None or running is None:
        return None
    since = max(sent.on, running.on)
    return Held("S03", since, f"督促状を発し、{_day(running.on)} から調査を行っている", (sent, running))


def _force_prepared(person: PersonCase) -> Held | None:
    return _seizure_prepared(person) if person.enforceable else _title_sought(person)


def _seizure_prepared(person: PersonCase) -> Held | None:
    facts = person.facts
    request = facts.running(*REQUESTS)
    if request is not None:
        return Held("S04", request.on, f"{_day(request.on)} からの交付要求又は参加差押えが係属している", (request,))
    notice = facts.running(EventKind.NOTICE_OF_INTENDED_SEIZURE)
    if notice is None or facts.latest_day(*SEIZURES, *PLANS) >= notice.on:
        return None
    return Held("S04", notice.on, f"{_day(notice.on)} に差押えを予告し、手続を進めている", (notice,))


def _title_sought(person: PersonCase) -> Held | None:
    pending = person.facts.running(*COURT_PROCEDURES)
    if pending is None:
        return None
    return Held("S04", pending.on, f"{_day(pending.on)} からの裁判所の手続が係属している", (pending,))


def _force_used(person: PersonCase) -> Held | None:
    return _seized(person) if person.enforceable else _titled(person)


def _seized(person: PersonCase) -> Held | None:
    """Conversion counts as planned while a seizure lasts, unless it was judged hopeless since."""
    facts = person.facts
    conversion = facts.running(EventKind.CONVERSION)
    if conversion is not None and conversion.on > _latest_of(_judged(facts), facts.latest(EventKind.DISTRIBUTION)):
        return Held("S05", conversion.on, f"{_day(conversion.on)} から換価を行っている", (conversion,))
    seizure = facts.running(*SEIZURES)
    if seizure is None or _judged(facts) is not None:
        return None
    return Held("S05", seizure.on, f"{_day(seizure.on)} の差押えが効力を有し、換価を予定している", (seizure,))


def _judged(facts: PersonFacts) -> CaseEvent | None:
    """The finding that conversion or execution has no prospect, which a later step of force overtakes."""
    judged = facts.running(EventKind.NO_PROSPECT_OF_CONVERSION, EventKind.NO_PROSPECT_OF_EXECUTION)
    if judged is None or facts.latest_day(*SEIZURES, EventKind.CONVERSION, EventKind.COMPULSORY_EXECUTION) > judged.on:
        return None
    return judged


def _latest_of(*events: CaseEvent | None) -> date:
    return max((event.on for event in events if event is not None), default=NEVER)


def title(facts: PersonFacts) -> tuple[CaseEvent, date] | None:
    """The first title of obligation (債務名義) and the day it was obtained."""
    kinds = (EventKind.JUDGMENT, *COURT_PROCEDURES)
    return first_title((event for kind in kinds for event in facts.by_kind.get(kind, ())), facts.on)


def _titled(person: PersonCase) -> Held | None:
    """Execution counts as planned from the title on, unless it was judged hopeless or insolvency stands in the way."""
    found, facts = title(person.facts), person.facts
    if (
        found is None
        or _bankruptcy(person) is not None
        or _discharged(person) is not None
        or _judged(facts) is not None
    ):
        return None
    execution = facts.running(EventKind.COMPULSORY_EXECUTION)
    if execution is not None:
        return Held("S05", execution.on, f"{_day(execution.on)} から強制執行を行っている", (found[0], execution))
    if facts.running(EventKind.DEBT_ADJUSTMENT_NOTICE) is not None:
        return None
    return Held("S05", found[1], f"{_day(found[1])} に債務名義を得て、強制執行を予定している", (found[0],))


def plan_in_force(facts: PersonFacts, *, enforceable: bool) -> CaseEvent | None:
    """The latest instalment plan, grace or deferral, if it is kept: not over, not broken, not overtaken by insolvency."""
    if facts.by_kind.keys().isdisjoint(PLANS):
        return None
    plan = facts.running(*PLANS)
    if plan is None or facts.latest_day(EventKind.PLEDGE_BREACH) > plan.on:
        return None
    stops = [EventKind.BANKRUPTCY_COMMENCEMENT, EventKind.DISCHARGE]
    if not enforceable:
        stops.append(EventKind.DEBT_ADJUSTMENT_NOTICE)
        if EventKind.DISCHARGE in facts.by_kind:
            return None
    return None if facts.latest_day(*stops) >= plan.on else plan


def _instalments(person: PersonCase) -> tuple[CaseEvent, int] | None:
    plan = person.plan
    if plan is None or not plan.instalment_yen:
        return None
    return plan, months_to_pay_off(person.owed_yen, plan.instalment_yen)


def _pays_within_ten_years(person: PersonCase) -> Held | None:
    found = _instalments(person)
    return _paying("S06", found) if found is not None and found[1] <= person.long_months else None


def _pays_longer(person: PersonCase) -> Held | None:
    found = _instalments(person)
    return _paying("S07", found) if found is not None and found[1] > person.long_months else None


def _paying(state_id: str, found: tuple[CaseEvent, int]) -> Held:
    plan, months = found
    words = f"{_day(plan.on)} の約束により月 {plan.instalment_yen:,}円を納め、完納まで {months}月である"
    return Held(state_id, plan.on, words, (plan,))


def _deferred(person: PersonCase) -> Held | None:
    plan = person.plan
    if plan is None or plan.instalment_yen or plan.kind not in GRACES:
        return None
    return Held("S08", plan.on, f"{_day(plan.on)} の猶予又は履行延期により期限を延ばしている", (plan,))


def _broken(person: PersonCase) -> Held | None:
    facts = person.facts
    breaches = list(facts.by_kind.get(EventKind.PLEDGE_BREACH, ()))
    cancelled = [
        event
        for kind in PLANS
        for event in facts.by_kind.get(kind, ())
        if event.outcome in _CANCELLED and is_over(event, facts.on)
    ]
    ends = [(event.on, event) for event in breaches] + [(last_day(event) or event.on, event) for event in cancelled]
    if not ends:
        return None
    ended_on, end = max(ends, key=lambda pair: (pair[0], pair[1].on, pair[1].kind))
    renewed = any(event.on >= ended_on and event is not end for kind in PLANS for event in facts.by_kind.get(kind, ()))
    if renewed:
        return None
    return Held("S09", ended_on, f"{_day(ended_on)} に約束が破られ又は取り消され、新たな約束がない", (end,))


def _hopeless(person: PersonCase) -> Held | None:
    return _conversion_hopeless(person) if person.enforceable else _execution_hopeless(person)


def _conversion_hopeless(person: PersonCase) -> Held | None:
    judged, seizures = _judged(person.facts), person.facts.by_kind.get(EventKind.SEIZURE, ())
    if judged is None or not seizures:
        return None
    words = f"{_day(seizures[0].on)} の差押えの後、{_day(judged.on)} に換価等の見込みがないと認めた"
    return Held("S10", judged.on, words, (seizures[0], judged))


def _execution_hopeless(person: PersonCase) -> Held | None:
    judged, found = _judged(person.facts), title(person.facts)
    if judged is None or found is None:
        return None
    words = f"{_day(found[1])} に債務名義を得た後、{_day(judged.on)} に執行の見込みがないと認めた"
    return Held("S10", judged.on, words, (found[0], judged))


def _unknown(person: PersonCase) -> Held | None:
    facts = person.facts
    kinds = [EventKind.WHEREABOUTS_UNKNOWN, EventKind.HEIRS_UNDETERMINED]
    if person.reading.no_heir_counts:
        kinds.append(EventKind.NO_HEIR)
    finding, decided = facts.running(*kinds), facts.running(EventKind.SUSPENSION_NOT_RESOLVED)
    if finding is None or decided is None or decided.on < finding.on:
        return None
    words = f"{_day(finding.on)} に所在又は相続人が分からないと認め、{_day(decided.on)} に停止に至らなかった"
    return Held("S11", decided.on, words, (finding, decided))


def _bankruptcy(person: PersonCase) -> CaseEvent | None:
    """The bankruptcy that is pending: a corporation's until it is closed, a natural person's until the discharge is decided."""
    facts = person.facts
    begun = facts.running(EventKind.BANKRUPTCY_COMMENCEMENT)
    ends = EventKind.BANKRUPTCY_CLOSED if facts.party.is_corporation else EventKind.DISCHARGE
    return None if begun is None or facts.latest_day(ends) >= begun.on else begun


def _insolvent(person: PersonCase) -> Held | None:
    pending = _bankruptcy(person)
    if pending is not None:
        return Held("S12", pending.on, f"{_day(pending.on)} からの破産等の手続が係属している", (pending,))
    notice = person.facts.running(EventKind.DEBT_ADJUSTMENT_NOTICE)
    if notice is None:
        return None
    return Held("S12", notice.on, f"{_day(notice.on)} に債務整理の受任通知を受けている", (notice,))


def _discharged(person: PersonCase) -> Held | None:
    facts = person.facts
    discharge = facts.latest(EventKind.DISCHARGE)
    if discharge is not None and not (discharge.outcome in _CANCELLED and is_over(discharge, facts.on)):
        return Held("S13", discharge.on, f"{_day(discharge.on)} に破産免責の決定があった", (discharge,))
    closed = facts.latest(EventKind.BANKRUPTCY_CLOSED)
    if closed is None or not (facts.party.is_corporation and person.reading.closed_corporation_counts):
        return None
    return Held("S13", closed.on, f"{_day(closed.on)} に法人の破産手続が終わった", (closed,))


def _suspended(person: PersonCase) -> Held | None:
    """A suspension that ended by the three years (completed) stays: the claim is extinct and waits for the write-off."""
    kind = EventKind.DISPOSITION_SUSPENSION if person.enforceable else EventKind.COLLECTION_SUSPENSION
    facts = person.facts
    running = facts.running(kind)
    if running is None:
        latest = facts.latest(kind)
        running = latest if latest is not None and latest.outcome is Outcome.COMPLETED else None
    if running is None:
        return None
    words = "滞納処分の停止" if person.enforceable else "徴収停止"
    return Held("S14", running.on, f"{_day(running.on)} に{words}をした", (running,))


def _without_means(person: PersonCase) -> Held | None:
    facts = person.facts
    hardship = facts.running(EventKind.HARDSHIP_WITHOUT_SUSPENSION)
    if hardship is not None:
        return Held("S15", hardship.on, f"{_day(hardship.on)} に生活困窮等を認めたが、停止等に至らない", (hardship,))
    refused = None if person.enforceable else facts.running(EventKind.NEGOTIATION_REFUSED)
    answered = (EventKind.ACKNOWLEDGMENT, EventKind.NEGOTIATION_AGREEMENT, *PLANS)
    if refused is None or facts.latest_day(*answered) > refused.on:
        return None
    return Held("S15", refused.on, f"{_day(refused.on)} から交渉に応じず、履行延期の約束ができない", (refused,))


def _lapsed(person: PersonCase) -> Held | None:
    if not person.complete or person.completes_on is None:
        return None
    follows = "援用を待っている" if person.legal_class is LegalClass.PRIVATE_LAW else "債権は消滅している"
    return Held("S16", person.completes_on, f"{_day(person.completes_on)} に時効の期間が経過し、{follows}")


#: Each condition with the kinds of events without one of which it cannot hold; None where it needs no event.
PREDICATES: tuple[tuple[frozenset[EventKind] | None, Predicate], ...] = (
    (None, _not_demanded),
    (frozenset({EventKind.FORMAL_DEMAND}), _demanded),
    (frozenset(INVESTIGATIONS), _investigated),
    (frozenset({*PREPARING_FORCE, *COURT_PROCEDURES}), _force_prepared),
    (frozenset({*SEIZURES, EventKind.CONVERSION, EventKind.JUDGMENT, *COURT_PROCEDURES}), _force_used),
    (frozenset(PLANS), _pays_within_ten_years),
    (frozenset(PLANS), _pays_longer),
    (frozenset(GRACES), _deferred),
    (frozenset({EventKind.PLEDGE_BREACH, *PLANS}), _broken),
    (frozenset({EventKind.NO_PROSPECT_OF_CONVERSION, EventKind.NO_PROSPECT_OF_EXECUTION}), _hopeless),
    (frozenset({EventKind.SUSPENSION_NOT_RESOLVED}), _unknown),
    (frozenset({EventKind.BANKRUPTCY_COMMENCEMENT, EventKind.DEBT_ADJUSTMENT_NOTICE}), _insolvent),
    (frozenset({EventKind.DISCHARGE, EventKind.BANKRUPTCY_CLOSED}), _discharged),
    (frozenset({EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION}), _suspended),
    (frozenset({EventKind.HARDSHIP_WITHOUT_SUSPENSION, EventKind.NEGOTIATION_REFUSED}), _without_means),
    (None, _lapsed),
)
