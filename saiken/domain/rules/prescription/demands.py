"""Notices and demands: 納入の通知, 督促, 催告.

The one idea: only the first notice and the first formal demand renew; everything after them is an informal demand, and an informal demand
holds once, for six months from its arrival, while no other one holds.
"""

from datetime import date, timedelta

from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.delivery import is_cancelled
from saiken.domain.rules.prescription.docket import Act, Docket, Finding
from saiken.law.citation import Citation, cite
from saiken.law.ordinance import DemandRestart

_TAX_NOTICE, _TAX_DEMAND = (cite("local_tax_act/18-2/1/1"),), (cite("local_tax_act/18-2/1/2"),)
_PUBLIC = (cite("local_autonomy_act/236/4"),)
_OWN_ACT = {
    ClaimKind.HEALTH_INSURANCE_PREMIUM: (cite("national_health_insurance_act/110/2"),),
    ClaimKind.LONG_TERM_CARE_PREMIUM: (cite("long_term_care_insurance_act/200/2"),),
    ClaimKind.LATE_STAGE_MEDICAL_PREMIUM: (cite("elderly_medical_care_act/160/2"),),
    ClaimKind.CHILD_ALLOWANCE: (cite("child_allowance_act/23/3"),),
}
_ARRIVAL = (cite("civil_code/97/1"),)
_HELD, _AGREED, _OLD = (cite("civil_code/150/2"),), (cite("civil_code/151/3"),), (cite("civil_code_old/153"),)
_INFORMAL = (cite("civil_code/150/1"),)

#: What had to follow a demand within six months before the reform (旧153条).
_FOLLOWING = frozenset(
    {
        EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT,
        EventKind.SETTLEMENT_BEFORE_SUIT,
        EventKind.MEDIATION,
        EventKind.BANKRUPTCY_PARTICIPATION,
        EventKind.SEIZURE,
        EventKind.PARTICIPATING_SEIZURE,
        EventKind.DISTRIBUTION_REQUEST,
        EventKind.COMPULSORY_EXECUTION,
        EventKind.PROVISIONAL_ATTACHMENT,
    }
)
_VOID = frozenset({Outcome.WITHDRAWN, Outcome.CANCELLED_AS_ILLEGAL, Outcome.DISMISSED})


def not_delivered(_act: Act, _docket: Docket) -> Finding:
    """返戻され公示送達もされない文書は、届いたものとして扱わない."""
    return Finding(Effect.NO_EFFECT, "returned", _ARRIVAL)


def payment_notice(act: Act, docket: Docket) -> Finding:
    """納入の通知をしたときは、指定した納期限まで時効は完成せず、その翌日から新たに進む.

    Only the first notice; a later one reminds of the debt and is an informal demand.
    """
    if docket.clock.noticed:
        return informal_demand(act, docket)
    docket.clock.noticed = True
    event, due_on = act.event, docket.case.due_on
    designated_on = max(act.day, event.designated_on or due_on)
    docket.clock.bar(designated_on, by=event.kind)
    docket.clock.renew(next_day(designated_on))
    cites = _TAX_NOTICE if docket.case.kind is ClaimKind.TAX else _cites(docket)
    return Finding(Effect.RENEWED, "payment_notice", cites, designated_on)


def formal_demand(act: Act, docket: Docket) -> Finding:
    """最初の督促だけが時効を更新し、二度目からの督促は催告として扱う.

    For a tax ten days counted from the sending run first; for other claims the ordinance's terms say from when time runs anew.
    """
    event = act.event
    if is_cancelled(event, docket.on):
        return Finding(Effect.NO_EFFECT, "demand_cancelled", _cites(docket))
    if event.on <= docket.case.due_on:
        return Finding(Effect.NO_EFFECT, "demand_before_due", _cites(docket))
    if event is not docket.first_demand:
        return _second_demand(act, docket)
    if docket.case.kind is ClaimKind.TAX:
        return _ten_days(act, docket)
    restart = docket.law.demand(event.on).restart
    if restart is DemandRestart.AFTER_TEN_DAYS:
        return _ten_days(act, docket)
    if restart is DemandRestart.AFTER_DESIGNATED:
        return _renew_after(act, docket, last=_designated(act, docket), reason="demand_designated")
    docket.assume("restart")
    return _renew_after(act, docket, last=act.day, reason="demand_arrival")


def _designated(act: Act, docket: Docket) -> date:
    days = docket.law.demand(act.event.on).designated_days
    return max(act.day, act.event.designated_on or act.event.on + timedelta(days=days))


def _ten_days(act: Act, docket: Docket) -> Finding:
    """The tenth day has passed on D+10 where the day of sending D is the first; time runs anew from D+11."""
    last = act.day + timedelta(days=docket.law.number("formal_demand_postponement_days", on=act.day))
    return _renew_after(act, docket, last=last, reason="demand_ten_days")


def _renew_after(act: Act, docket: Docket, *, last: date, reason: str) -> Finding:
    docket.clock.bar(last, by=act.event.kind)
    docket.clock.renew(next_day(last))
    effect = Effect.RENEWED if docket.law.reformed(act.day) else Effect.INTERRUPTED
    return Finding(effect, reason, _cites(docket), last)


def _second_demand(act: Act, docket: Docket) -> Finding:
    as_informal = informal_demand(act, docket)
    if as_informal.effect is Effect.POSTPONED:
        return as_informal._replace(reason="second_demand")
    old = as_informal.reason == "old_demand_not_followed"
    return as_informal._replace(reason="second_demand_not_followed" if old else "second_demand_without_effect")


def informal_demand(act: Act, docket: Docket) -> Finding:
    """催告から6月を経過するまで時効は完成しないが、その猶予の間の再度の催告に効力はない.

    Before the reform a demand counted only if an action, a seizure or the like followed within six months.
    """
    day = act.day
    if not docket.law.reformed(day):
        return _old_informal_demand(act, docket)
    if day <= docket.clock.held_until:
        return Finding(Effect.NO_EFFECT, "demand_while_held", _HELD)
    if day <= docket.clock.agreed_until:
        return Finding(Effect.NO_EFFECT, "demand_while_agreed", _AGREED)
    months = docket.law.number("informal_demand_postponement_months", on=day)
    docket.clock.held_until = last_day_of_months(next_day(day), months)
    docket.clock.bar(docket.clock.held_until, by=act.event.kind)
    return Finding(Effect.POSTPONED, "informal_demand", _INFORMAL, docket.clock.held_until)


def _old_informal_demand(act: Act, docket: Docket) -> Finding:
    months = docket.law.number("old_informal_demand_follow_up_months", on=act.day)
    last = last_day_of_months(next_day(act.day), months)
    if not any(_follows(event, act.day, last=last) for event in docket.events):
        return Finding(Effect.NO_EFFECT, "old_demand_not_followed", _OLD)
    docket.clock.bar(last, by=act.event.kind)
    return Finding(Effect.POSTPONED, "old_demand_followed", _OLD, last)


def _follows(event: CaseEvent, demanded_on: date, *, last: date) -> bool:
    return event.kind in _FOLLOWING and demanded_on <= event.on <= last and event.outcome not in _VOID


def _cites(docket: Docket) -> tuple[Citation, ...]:
    if docket.case.kind is ClaimKind.TAX:
        return _TAX_DEMAND
    return _OWN_ACT.get(docket.case.kind, _PUBLIC)
