"""Facts that cannot all be true: such a claim is put on the list of data to check, never into a state.

The one idea: each check has a word, names the events it found, and says in Japanese what is wrong; none corrects anything. Order and
occurrence are judged, not whether an act was wise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.prescription.delivery import is_cancelled
from saiken.domain.states.classification import Contradiction
from saiken.domain.states.conditions import PLANS, title
from saiken.domain.states.facts import PersonFacts
from saiken.domain.states.persons import named, succession

OWN_FORCE = frozenset(
    {
        EventKind.NOTICE_OF_INTENDED_SEIZURE,
        EventKind.SEIZURE,
        EventKind.PARTICIPATING_SEIZURE,
        EventKind.DISTRIBUTION_REQUEST,
        EventKind.CONVERSION,
        EventKind.NO_PROSPECT_OF_CONVERSION,
    }
)
COURT_FORCE = frozenset({EventKind.COMPULSORY_EXECUTION, EventKind.NO_PROSPECT_OF_EXECUTION})
#: What is only possible for enforceable claims, and only for the others, beside force.
_ENFORCEABLE_ONLY = frozenset(
    {EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE}
)
_OTHERS_ONLY = frozenset({EventKind.COLLECTION_SUSPENSION, EventKind.PERFORMANCE_DEFERRAL})
_SEIZURES = frozenset({EventKind.SEIZURE, EventKind.PARTICIPATING_SEIZURE})
_HEIRS_FACTS = frozenset(
    {
        EventKind.HEIR_INVESTIGATION,
        EventKind.HEIRS_UNDETERMINED,
        EventKind.NO_HEIR,
        EventKind.INHERITANCE_RENUNCIATION,
        EventKind.QUALIFIED_ACCEPTANCE,
    }
)
#: Acts of collection: done about this claim and against a person.
ACTS = frozenset(
    {
        EventKind.PAYMENT_NOTICE,
        EventKind.FORMAL_DEMAND,
        EventKind.INFORMAL_DEMAND,
        EventKind.PAYMENT_PLEDGE,
        EventKind.PLEDGE_BREACH,
        EventKind.PROVISIONAL_ATTACHMENT,
        EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT,
        EventKind.SETTLEMENT_BEFORE_SUIT,
        EventKind.MEDIATION,
        EventKind.JUDGMENT,
        *OWN_FORCE,
        *COURT_FORCE,
        *_ENFORCEABLE_ONLY,
        *_OTHERS_ONLY,
    }
)
#: What cannot have happened before the claim's cause: acts about it, and what its obligor did about it.
_AFTER_CAUSE = ACTS | {
    EventKind.ACKNOWLEDGMENT,
    EventKind.PARTIAL_PAYMENT,
    EventKind.DISCHARGE,
    EventKind.CLAIM_RELEASE,
    EventKind.CLAIM_WAIVER,
    EventKind.PRESCRIPTION_INVOKED,
}
_GIVEN_UP = frozenset({EventKind.CLAIM_RELEASE, EventKind.CLAIM_WAIVER})
_COLLECTION = ACTS - _ENFORCEABLE_ONLY - _OTHERS_ONLY


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that the checks look at: what is known on the day, and each person's facts."""

    case: Case
    known: Sequence[CaseEvent]
    persons: Sequence[PersonFacts]
    on: date

    @property
    def enforceable(self) -> bool:
        return self.case.legal_class is LegalClass.PUBLIC_ENFORCEABLE


def contradictions(
    case: Case, known: Sequence[CaseEvent], *, persons: Sequence[PersonFacts], on: date
) -> tuple[Contradiction, ...]:
    """Every contradiction among the facts known on a day, in the order of the checks."""
    facts, kinds = _Facts(case, known, persons, on), {event.kind for event in known}
    needed = [check for needs, check in CHECKS if needs is None or not needs.isdisjoint(kinds)]
    return tuple(found for check in needed for found in check(facts))


def reference(event: CaseEvent) -> str:
    """How an event is named: where it is kept, else its kind and day."""
    return event.reference or f"{event.kind} {event.on.isoformat()}"


def _found(rule: str, sentence: str, *, events: Sequence[CaseEvent]) -> Iterator[Contradiction]:
    """One contradiction for all the events it concerns; nothing when there is none."""
    if events:
        days = "、".join(sorted({event.on.isoformat() for event in events}))
        yield Contradiction(rule, f"{sentence}（{days}）", tuple(sorted(reference(event) for event in events)))


def _before_its_cause(facts: _Facts) -> Iterator[Contradiction]:
    cause_on = facts.case.cause_on
    early = [event for event in facts.known if event.on < cause_on and event.kind in _AFTER_CAUSE]
    if early:
        discharges = [event for event in early if event.kind is EventKind.DISCHARGE]
        others = [event for event in early if event.kind is not EventKind.DISCHARGE]
        yield from _found("discharged_before_it_arose", "債権が生じる前の免責が記録されている", events=discharges)
        yield from _found("before_its_cause", "債権が生じる前の日の出来事が記録されている", events=others)


def _after_the_commencement(facts: _Facts) -> Iterator[Contradiction]:
    """A discharge covers what arose before the proceeding began."""
    begun = [
        event
        for event in facts.known
        if event.kind is EventKind.BANKRUPTCY_COMMENCEMENT and event.on < facts.case.cause_on
    ]
    sentence = "破産手続の開始より後に生じた債権に免責が記録されている"
    yield from _found("arose_after_commencement", sentence, events=begun)


def _ends_before_it_begins(facts: _Facts) -> Iterator[Contradiction]:
    ended = [event for event in facts.known if event.until is not None and event.until < event.on]
    arrived = [event for event in facts.known if event.delivered_on is not None and event.delivered_on < event.on]
    yield from _found("ends_before_it_begins", "終わりの日が始まりの日より前である", events=ended)
    yield from _found("delivered_before_sent", "到達の日が発した日より前である", events=arrived)


def _no_instalment(facts: _Facts) -> Iterator[Contradiction]:
    nothing = [event for event in facts.known if event.instalment_yen is not None and event.instalment_yen <= 0]
    yield from _found("instalment_of_nothing", "分割して納める額が1円に満たない", events=nothing)


def _wrong_class(facts: _Facts) -> Iterator[Contradiction]:
    if facts.enforceable:
        yield from _found(
            "court_execution_of_enforceable",
            "強制徴収公債権に裁判所による強制執行が記録されている",
            events=_of(facts, COURT_FORCE),
        )
        yield from _found(
            "measure_of_other_class",
            "強制徴収公債権に徴収停止又は履行延期が記録されている",
            events=_of(facts, _OTHERS_ONLY),
        )
        return
    yield from _found(
        "own_force_without_power",
        "自ら差し押さえることのできない債権に滞納処分が記録されている",
        events=_of(facts, OWN_FORCE),
    )
    yield from _found(
        "measure_of_enforceable",
        "強制徴収公債権でない債権に滞納処分の停止又は徴収・換価の猶予が記録されている",
        events=_of(facts, _ENFORCEABLE_ONLY),
    )


def _of(facts: _Facts, kinds: frozenset[EventKind]) -> list[CaseEvent]:
    return [event for event in facts.known if event.kind in kinds]


def _execution_without_title(facts: _Facts) -> Iterator[Contradiction]:
    if facts.enforceable:
        return
    early = []
    for person in facts.persons:
        executions = [event for kind in sorted(COURT_FORCE) for event in person.by_kind.get(kind, ())]
        found = title(person) if executions else None
        early += [event for event in executions if found is None or event.on < found[1]]
    yield from _found("execution_without_title", "債務名義を得る前の強制執行が記録されている", events=_once(early))


def _seizure_before_demand(facts: _Facts) -> Iterator[Contradiction]:
    """Only an advance demand (繰上徴収) lets a seizure come first."""
    if not facts.enforceable:
        return
    early = []
    for person in facts.persons:
        seizures = [event for kind in sorted(_SEIZURES) for event in person.by_kind.get(kind, ())]
        early += [event for event in seizures if not _demanded_by(person, event.on)]
    yield from _found("seizure_before_demand", "督促状が届く前の差押えが記録されている", events=_once(early))


def _demanded_by(person: PersonFacts, day: date) -> bool:
    advance = person.by_kind.get(EventKind.ADVANCE_DEMAND, ())
    found = person.arrival
    return bool(advance and advance[0].on <= day) or (found is not None and found[1] <= day)


def _nothing_before_it(facts: _Facts) -> Iterator[Contradiction]:
    """A judgment on conversion needs a seizure, a breach needs a plan."""
    hopeless, broken = [], []
    for person in facts.persons:
        seized_on = [event.on for event in person.by_kind.get(EventKind.SEIZURE, ())]
        judged = person.by_kind.get(EventKind.NO_PROSPECT_OF_CONVERSION, ())
        hopeless += [event for event in judged if not any(day <= event.on for day in seized_on)]
        planned_on = [event.on for kind in PLANS for event in person.by_kind.get(kind, ())]
        breaches = person.by_kind.get(EventKind.PLEDGE_BREACH, ())
        broken += [event for event in breaches if not any(day <= event.on for day in planned_on)]
    if facts.enforceable:
        yield from _found(
            "no_prospect_without_seizure", "差押えがないのに換価の見込みなしが記録されている", events=_once(hopeless)
        )
    yield from _found("breach_without_plan", "約束がないのに不履行が記録されている", events=_once(broken))


def _heirs_without_death(facts: _Facts) -> Iterator[Contradiction]:
    deaths = [event.on for event in facts.known if event.kind is EventKind.DEATH]
    early = [event for event in _of(facts, _HEIRS_FACTS) if not any(day <= event.on for day in deaths)]
    yield from _found("heirs_without_death", "死亡の記録がないのに相続についての出来事が記録されている", events=early)


def _heirs(facts: _Facts) -> Iterator[Contradiction]:
    heirs = [party for party in facts.case.parties if party.role is PartyRole.HEIR]
    if not heirs:
        return
    answering = [heir for heir in heirs if heir.from_on is None or heir.from_on <= facts.on]
    if answering and not any(event.kind is EventKind.DEATH for event in facts.known):
        yield Contradiction("heirs_without_death", "死亡の記録がないのに相続人が当事者とされている")
    shares = [person.party.share for person in facts.persons if person.party.role is PartyRole.HEIR]
    if any(share is None for share in shares) and len(shares) > 1:
        yield Contradiction("heir_without_share", "相続分の分からない相続人がいる")
    elif sum(share for share in shares if share is not None) > 1:
        yield Contradiction("shares_above_one", "相続分の合計が一を超えている")


def _against_the_deceased(facts: _Facts) -> Iterator[Contradiction]:
    """Once heirs answer, an act is done against each of them."""
    heirs, deceased, died_on = succession(facts.case, facts.known, on=facts.on)
    if not heirs or deceased is None or died_on is None:
        return
    late = [
        event
        for event in facts.known
        if event.on > died_on and event.kind in ACTS and deceased.key in named(facts.case, event)
    ]
    yield from _found(
        "against_the_deceased", "死亡の後、相続人でなく死亡した者に対する手続が記録されている", events=late
    )


def _died_before_it_arose(facts: _Facts) -> Iterator[Contradiction]:
    early = [event for event in facts.known if event.kind is EventKind.DEATH and event.on < facts.case.cause_on]
    yield from _found("died_before_it_arose", "債権が生じる前に死亡した者が債務者とされている", events=early)


def _unknown_party(facts: _Facts) -> Iterator[Contradiction]:
    keys = {party.key for party in facts.case.parties}
    strangers = [event for event in facts.known if event.obligors and not keys.issuperset(event.obligors)]
    yield from _found("unknown_party", "当事者でない者についての出来事が記録されている", events=strangers)
    if not facts.persons:
        yield Contradiction("nobody_answers", "この日に債務を負う者がいない")


def _demanded_twice(facts: _Facts) -> Iterator[Contradiction]:
    """One demand to one person is one event."""
    demands: dict[tuple[date, tuple[str, ...]], list[CaseEvent]] = {}
    for event in facts.known:
        if event.kind is EventKind.FORMAL_DEMAND and not is_cancelled(event, facts.on):
            demands.setdefault((event.on, event.obligors), []).append(event)
    twice = [event for events in demands.values() if len(events) > 1 for event in events]
    yield from _found("demanded_twice", "同じ日の同じ督促が二度記録されている", events=twice)


def _collected_after_giving_up(facts: _Facts) -> Iterator[Contradiction]:
    given_up = [event.on for event in facts.known if event.kind in _GIVEN_UP]
    later = [event for event in _of(facts, _COLLECTION) if any(day < event.on for day in given_up)]
    sentence = "免除又は放棄をした債権に、残高があり、その後の徴収の手続が記録されている"
    yield from _found("collected_after_giving_up", sentence, events=later)


def _once(events: Sequence[CaseEvent]) -> list[CaseEvent]:
    """Each event once, though several persons inherited it."""
    return list(dict.fromkeys(events))


#: Each check with the kinds of events without one of which it finds nothing; None where any event, or none, may be at fault.
CHECKS: tuple[tuple[frozenset[EventKind] | None, Callable[[_Facts], Iterator[Contradiction]]], ...] = (
    (None, _before_its_cause),
    (frozenset({EventKind.DISCHARGE}), _after_the_commencement),
    (frozenset({EventKind.DEATH}), _died_before_it_arose),
    (None, _ends_before_it_begins),
    (None, _no_instalment),
    (OWN_FORCE | COURT_FORCE | _ENFORCEABLE_ONLY | _OTHERS_ONLY, _wrong_class),
    (COURT_FORCE, _execution_without_title),
    (_SEIZURES, _seizure_before_demand),
    (frozenset({EventKind.NO_PROSPECT_OF_CONVERSION, EventKind.PLEDGE_BREACH}), _nothing_before_it),
    (_HEIRS_FACTS, _heirs_without_death),
    (None, _heirs),
    (frozenset({EventKind.DEATH}), _against_the_deceased),
    (None, _unknown_party),
    (frozenset({EventKind.FORMAL_DEMAND}), _demanded_twice),
    (_GIVEN_UP, _collected_after_giving_up),
)
