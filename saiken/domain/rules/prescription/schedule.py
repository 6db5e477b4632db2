"""Which rule each event asks and on which day it acts, in an order that does not depend on how the events were listed.

The one idea: one table from kinds of events to rules; a document acts on its arrival, a grace on its application and again from its first
day. It computes no period.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Account
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.prescription import acknowledgments, circumstances, demands, executions, procedures
from saiken.domain.rules.prescription.delivery import arrived_on, is_cancelled, sent_on
from saiken.domain.rules.prescription.docket import Act, Docket, Rule, sort_key
from saiken.law.ordinance import DemandRestart

RULES: Mapping[EventKind, Rule] = {
    EventKind.PAYMENT_NOTICE: demands.payment_notice,
    EventKind.FORMAL_DEMAND: demands.formal_demand,
    EventKind.INFORMAL_DEMAND: demands.informal_demand,
    EventKind.NOTICE_OF_INTENDED_SEIZURE: demands.informal_demand,
    EventKind.GUARANTOR_CLAIM: demands.informal_demand,
    EventKind.ACKNOWLEDGMENT: acknowledgments.acknowledged,
    EventKind.PAYMENT_PLEDGE: acknowledgments.acknowledged,
    EventKind.PARTIAL_PAYMENT: acknowledgments.acknowledged,
    EventKind.COLLECTION_GRACE: acknowledgments.graced,
    EventKind.CONVERSION_GRACE: acknowledgments.graced,
    EventKind.PERFORMANCE_DEFERRAL: acknowledgments.deferred,
    EventKind.LAWSUIT: procedures.procedure,
    EventKind.COURT_PAYMENT_ORDER: procedures.procedure,
    EventKind.SETTLEMENT_BEFORE_SUIT: procedures.procedure,
    EventKind.MEDIATION: procedures.procedure,
    EventKind.BANKRUPTCY_PARTICIPATION: procedures.procedure,
    EventKind.REVIEW_REQUEST: procedures.review_request,
    EventKind.JUDGMENT: procedures.judgment,
    EventKind.PROVISIONAL_ATTACHMENT: procedures.provisional_attachment,
    EventKind.SEIZURE: executions.execution,
    EventKind.COMPULSORY_EXECUTION: executions.execution,
    EventKind.PROPERTY_DISCLOSURE: executions.execution,
    EventKind.THIRD_PARTY_INFORMATION: executions.execution,
    EventKind.DISTRIBUTION_REQUEST: executions.distribution_request,
    EventKind.PARTICIPATING_SEIZURE: executions.distribution_request,
    EventKind.NEGOTIATION_AGREEMENT: circumstances.negotiation_agreement,
    EventKind.DISASTER: circumstances.disaster,
    EventKind.DEATH: circumstances.death,
    EventKind.DISPOSITION_SUSPENSION: circumstances.disposition_suspension,
    EventKind.COLLECTION_SUSPENSION: circumstances.collection_suspension,
    EventKind.PRESCRIPTION_INVOKED: circumstances.invocation_too_early,
}
#: Every kind of event that prescription looks at.
CONCERNING = frozenset(RULES) | {
    EventKind.RETURNED_MAIL,
    EventKind.SERVICE_BY_PUBLICATION,
    EventKind.NEGOTIATION_REFUSED,
    EventKind.BANKRUPTCY_CLOSED,
    EventKind.ESTATE_ADMINISTRATOR,
}
#: Acts of the obligor that acknowledge the debt.
ACKNOWLEDGING: frozenset[Rule] = frozenset({acknowledgments.acknowledged, acknowledgments.applied})
#: Events whose recorded end changes what they do once it has come.
ENDING = frozenset(
    {kind for kind, rule in RULES.items() if rule in (procedures.procedure, procedures.provisional_attachment)}
    | {kind for kind, rule in RULES.items() if rule in (executions.execution, executions.distribution_request)}
    | {EventKind.FORMAL_DEMAND, EventKind.REVIEW_REQUEST, EventKind.JUDGMENT, EventKind.DISASTER, EventKind.DEATH}
    | {EventKind.DISPOSITION_SUSPENSION}
)
_DOCUMENTS = frozenset(
    {
        EventKind.PAYMENT_NOTICE,
        EventKind.FORMAL_DEMAND,
        EventKind.INFORMAL_DEMAND,
        EventKind.NOTICE_OF_INTENDED_SEIZURE,
        EventKind.GUARANTOR_CLAIM,
    }
)
_APPLIED = frozenset({EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE, EventKind.PERFORMANCE_DEFERRAL})
_NOTIFIED = frozenset({EventKind.DISTRIBUTION_REQUEST, EventKind.PARTICIPATING_SEIZURE})


def schedule(docket: Docket, owned: Sequence[tuple[CaseEvent, bool]]) -> list[Act]:
    """The acts of all events in order; raises InvalidInput where one formal demand is recorded twice."""
    _choose_first_demand(docket)
    acts = [act for event, own in owned if event.kind in RULES for act in _acts(event, own, docket=docket)]
    if len(acts) > 1:
        acts.sort(key=_order)
    return acts


def _choose_first_demand(docket: Docket) -> None:
    """The first demand is the one sent first among those that stand and reached the obligor after the due day."""
    sent = (event for event in docket.events if event.kind is EventKind.FORMAL_DEMAND)
    demanded = sorted((event for event in sent if not is_cancelled(event, docket.on)), key=sort_key)
    _demand_once(demanded)
    for event in demanded:
        reached_on = _demand_reached_on(event, docket) if event.on > docket.case.due_on else None
        if reached_on is not None and reached_on <= docket.on:
            docket.first_demand = event
            return


def _order(act: Act) -> tuple[Any, ...]:
    return (act.day, act.rule is not acknowledgments.applied, *sort_key(act.event))


def _acts(event: CaseEvent, own: bool, *, docket: Docket) -> Iterator[Act]:
    rule = RULES[event.kind]
    if event.kind in _DOCUMENTS:
        acts_on = _document_acts_on(event, docket)
        yield Act(acts_on or event.on, event, own, rule if acts_on else demands.not_delivered)
        return
    if event.kind in _APPLIED and (event.applied_on or event.kind is EventKind.PERFORMANCE_DEFERRAL):
        yield Act(event.applied_on or event.on, event, own, acknowledgments.applied)
    yield Act(_begins_on(event, docket), event, own, rule)


def _begins_on(event: CaseEvent, docket: Docket) -> date:
    """A payment order begins with its application, a request for a tax with the notice to the obligor, all else on its own day."""
    if event.kind is EventKind.COURT_PAYMENT_ORDER and event.applied_on is not None:
        return min(event.on, event.applied_on)
    notified_on = event.delivered_on if event.kind in _NOTIFIED and docket.case.kind is ClaimKind.TAX else None
    return notified_on or event.on


def _document_acts_on(event: CaseEvent, docket: Docket) -> date | None:
    return _demand_reached_on(event, docket) if event is docket.first_demand else arrived_on(event, docket)


def _demand_reached_on(event: CaseEvent, docket: Docket) -> date | None:
    """A first demand for a tax counts from its sending, every other document from its arrival."""
    return sent_on(event, docket) if _from_sending(event, docket) else arrived_on(event, docket)


def _from_sending(event: CaseEvent, docket: Docket) -> bool:
    if docket.case.kind is ClaimKind.TAX:
        return True
    return docket.law.demand(event.on).restart is DemandRestart.AFTER_TEN_DAYS


def _demand_once(demanded: Sequence[CaseEvent]) -> None:
    """One demand to one person is one event."""
    for earlier, later in pairwise(demanded):
        if earlier.on == later.on and earlier.obligors == later.obligors:
            raise InvalidInput(
                "同じ日に同じ督促が二度記録されています",
                place="、".join(filter(None, (earlier.reference, later.reference))),
                found=later.on.isoformat(),
                expected="一通の督促は一件",
                remedy="重複する一件を除いてください",
            )


def voluntary_payments(case: Case) -> Iterator[CaseEvent]:
    """Receipts that the obligor paid himself, as part payments."""
    for movement in case.movements:
        if movement.voluntary and movement.account is Account.RECEIPT and movement.yen > 0:
            yield CaseEvent(EventKind.PARTIAL_PAYMENT, movement.on, reference="ledger")
