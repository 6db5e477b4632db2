"""What postpones or ends without a demand or a payment: agreement to negotiate, disaster, death, suspensions, invocation.

The one idea: these bar completion for a time or leave the period alone, and none of them starts it anew. A suspension of disposition lets
time run, and three years of it extinguish the claim by themselves.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import last_day_of_months, last_day_of_years, next_day
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.clock import OPEN
from saiken.domain.rules.prescription.docket import Act, Docket, Finding
from saiken.law.citation import Citation, cite

_AGREED, _AGREED_TERM, _REFUSED = cite("civil_code/151/1/1"), cite("civil_code/151/1/2"), cite("civil_code/151/1/3")
_TOTAL, _EXCLUDED, _BEFORE = cite("civil_code/151/2"), cite("civil_code/151/3"), cite("civil_code_amendment_2017/10/3")
_OBSTACLE, _OLD_OBSTACLE, _ESTATE = cite("civil_code/161"), cite("civil_code_old/161"), cite("civil_code/160")
_SUSPENDED, _IMMEDIATE = cite("local_tax_act/15-7/4"), cite("local_tax_act/15-7/5")
_LIFTED = cite("local_tax_act/15-8/1")
_COLLECTION_SUSPENDED = cite("local_autonomy_order/171-5")
_INVOKED = cite("civil_code/145")
_REFUSING = frozenset({Outcome.WITHDRAWN, Outcome.DISMISSED, Outcome.RELEASED})
#: How an event names the ground of immediate extinction.
IMMEDIATE = "15-7/5"


def negotiation_agreement(act: Act, docket: Docket) -> Finding:
    """協議を行う書面の合意があるときは、合意から1年、定めた期間又は拒絶の通知から6月の早い時まで、通算5年を限り時効は完成しない."""
    if not docket.law.reformed(act.day):
        return Finding(Effect.NO_EFFECT, "agreement_before_reform", (_BEFORE,))
    if act.day <= docket.clock.held_until:
        return Finding(Effect.NO_EFFECT, "agreement_while_held", (_EXCLUDED,))
    last, cites = min(_ends_of_agreement(act, docket), key=lambda end: end[0])
    docket.clock.agreed_until = max(docket.clock.agreed_until, last)
    docket.clock.bar(last, by=act.event.kind)
    return Finding(Effect.POSTPONED, "agreement", (cites,), last)


def _ends_of_agreement(act: Act, docket: Docket) -> Iterator[tuple[date, Citation]]:
    """The days on which an agreement stops postponing, each with its article."""
    event, law = act.event, docket.law
    years = law.number("negotiation_postponement_years", on=act.day)
    yield last_day_of_years(next_day(act.day), years), _AGREED
    refused_on = _refused_on(act, docket)
    if refused_on is not None:
        months = law.number("negotiation_refusal_postponement_months", on=act.day)
        yield last_day_of_months(next_day(refused_on), months), _REFUSED
    elif event.until is not None:
        yield event.until, _AGREED_TERM
    runs_out = docket.clock.runs_out()
    if runs_out != OPEN:
        yield last_day_of_years(runs_out, law.number("negotiation_total_years", on=act.day)), _TOTAL


def _refused_on(act: Act, docket: Docket) -> date | None:
    if act.event.outcome in _REFUSING:
        return act.event.until
    refusal = next(docket.after(EventKind.NEGOTIATION_REFUSED, since=act.day), None)
    return refusal.on if refusal else None


def disaster(act: Act, docket: Docket) -> Finding:
    """時効の期間の満了の時に天災等で訴えや強制執行の手続ができないときは、障害が消えてから3月（旧法は2週間）を経過するまで完成しない."""
    event, reformed = act.event, docket.law.reformed(act.day)
    cites = (_OBSTACLE if reformed else _OLD_OBSTACLE,)
    docket.assume("obstacle")
    ended_on = docket.ended_on(event)
    if ended_on is None:
        docket.clock.obstruct(event.on, until=docket.on, barred_until=OPEN)
        return Finding(Effect.POSTPONED, "obstacle_open", cites)
    last = _after_obstacle(ended_on, docket, reformed=reformed)
    docket.clock.obstruct(event.on, until=ended_on, barred_until=last)
    return Finding(Effect.POSTPONED, "obstacle", cites, last)


def _after_obstacle(gone_on: date, docket: Docket, *, reformed: bool) -> date:
    if reformed:
        return last_day_of_months(next_day(gone_on), docket.law.number("disaster_postponement_months", on=gone_on))
    days = docket.law.number("old_disaster_postponement_days", on=gone_on)
    return date.fromordinal(gone_on.toordinal() + days)


def death(act: Act, docket: Docket) -> Finding:
    """債務者が死亡したときは、相続人の確定、管理人の選任又は破産手続開始の決定から6月を経過するまで、相続財産について時効は完成しない."""
    determined_on = _determined_on(act, docket)
    if determined_on is None:
        docket.clock.bar(OPEN, by=act.event.kind)
        return Finding(Effect.POSTPONED, "estate_open", (_ESTATE,))
    months = docket.law.number("estate_postponement_months", on=act.day)
    last = last_day_of_months(next_day(determined_on), months)
    docket.clock.bar(last, by=act.event.kind)
    return Finding(Effect.POSTPONED, "estate", (_ESTATE,), last)


def _determined_on(act: Act, docket: Docket) -> date | None:
    """When the heirs were determined or an administrator appointed; known heirs without a day count from the death."""
    if act.event.until is not None:
        return docket.ended_on(act.event)
    appointed = next(docket.after(EventKind.ESTATE_ADMINISTRATOR, since=act.day), None)
    if appointed is not None:
        return appointed.on
    heirs = [party for party in docket.case.parties if party.role is PartyRole.HEIR]
    if not heirs:
        return None
    docket.assume("heirs")
    return max(act.day, *(heir.from_on or act.day for heir in heirs))


def disposition_suspension(act: Act, docket: Docket) -> Finding:
    """滞納処分を停止しても時効は進み、停止が3年続いたときは納める義務が消滅する."""
    event = act.event
    if docket.case.legal_class is not LegalClass.PUBLIC_ENFORCEABLE:
        return Finding(Effect.NO_EFFECT, "suspension_of_unenforceable", (_SUSPENDED,))
    if event.reason == IMMEDIATE:
        docket.clock.extinct_on = min(docket.clock.extinct_on, event.on)
        return Finding(Effect.EXTINGUISHED, "immediate_extinction", (_IMMEDIATE,))
    years = docket.law.number("suspension_years", on=act.day)
    last = last_day_of_years(next_day(event.on), years)
    ended_on = docket.ended_on(event)
    if ended_on is not None and ended_on < last:
        return Finding(Effect.NO_EFFECT, "suspension_lifted", (_LIFTED,))
    docket.clock.extinct_on = min(docket.clock.extinct_on, next_day(last))
    return Finding(Effect.NO_EFFECT, "suspension_runs", (_SUSPENDED,), next_day(last))


def collection_suspension(_act: Act, docket: Docket) -> Finding:
    """徴収停止をしても時効は進む."""
    docket.assume("collection_suspension")
    return Finding(Effect.NO_EFFECT, "collection_suspension", (_COLLECTION_SUSPENDED,))


def invocation_too_early(_act: Act, docket: Docket) -> Finding:
    """時効の援用は、時効が完成した後でなければ効力がない."""
    reason = "invoked_too_early" if docket.case.kind.is_private else "invocation_not_needed"
    return Finding(Effect.NO_EFFECT, reason, (_INVOKED,))
