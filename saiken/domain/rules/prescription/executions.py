"""Seizure and what stands beside it: 差押え, 強制執行, 財産開示, 交付要求, 参加差押え.

The one idea: the period does not complete while the procedure lasts and runs anew when it has ended, unless it was withdrawn or cancelled
as illegal. A request for distribution for a tax has a rule of its own (地方税法18条の2), which no cancellation takes away.
"""

from datetime import date

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.clock import OPEN
from saiken.domain.rules.prescription.docket import Act, Docket, Finding
from saiken.law.citation import Citation, cite

_SEIZED, _DISCLOSED = cite("civil_code/148/1/1"), cite("civil_code/148/1/4")
_RENEWED, _WITHDRAWN = cite("civil_code/148/2"), cite("civil_code/148/1")
_OLD_SEIZED, _OLD_VOID, _OLD_RESTART = (
    cite("civil_code_old/147/0/2"),
    cite("civil_code_old/154"),
    cite("civil_code_old/157/1"),
)
_REQUESTED, _REQUEST_STAYS = cite("local_tax_act/18-2/1/3"), cite("local_tax_act/18-2/2")
_DISCLOSURES = frozenset({EventKind.PROPERTY_DISCLOSURE, EventKind.THIRD_PARTY_INFORMATION})
_REQUESTS = frozenset({EventKind.DISTRIBUTION_REQUEST, EventKind.PARTICIPATING_SEIZURE})
_UNDONE = frozenset({Outcome.WITHDRAWN, Outcome.CANCELLED_AS_ILLEGAL, Outcome.DISMISSED})


def execution(act: Act, docket: Docket) -> Finding:
    """差押え等の手続が終わるまで時効は完成せず、終わった時から新たに進むが、取下げ又は違法による取消しのときは6月の猶予にとどまる."""
    event, reformed = act.event, docket.law.reformed(act.day)
    if not reformed and event.kind in _DISCLOSURES:
        return Finding(Effect.NO_EFFECT, "disclosure_before_reform", (_OLD_SEIZED,))
    if event.kind in _REQUESTS:
        docket.assume("request_of_others")
    begun = (_begun(event.kind) if reformed else _OLD_SEIZED,)
    ended_on = docket.ended_on(event)
    if ended_on is None:
        docket.clock.bar(OPEN, by=event.kind)
        return Finding(Effect.POSTPONED if reformed else Effect.INTERRUPTED, "execution_pending", begun)
    if event.outcome in _UNDONE:
        return _undone(act, docket, ended_on=ended_on)
    if event.outcome is None:
        docket.assume("execution_ended")
    restart = _RENEWED if reformed else _OLD_RESTART
    return _renewed(act, docket, cites=(*begun, restart), reason="execution_ended")


def _begun(kind: EventKind) -> Citation:
    return _DISCLOSED if kind in _DISCLOSURES else _SEIZED


def _undone(act: Act, docket: Docket, *, ended_on: date) -> Finding:
    if not docket.law.reformed(act.day):
        return Finding(Effect.NO_EFFECT, "execution_void", (_OLD_VOID,))
    months = docket.law.number("execution_end_postponement_months", on=act.day)
    last = last_day_of_months(next_day(ended_on), months)
    docket.clock.bar(last, by=act.event.kind)
    return Finding(Effect.POSTPONED, "execution_withdrawn", (_begun(act.event.kind), _WITHDRAWN), last)


def _renewed(act: Act, docket: Docket, *, cites: tuple[Citation, ...], reason: str) -> Finding:
    ended_on = max(act.day, act.event.until or act.day)
    docket.clock.bar(ended_on, by=act.event.kind)
    docket.clock.renew(next_day(ended_on))
    effect = Effect.RENEWED if docket.law.reformed(act.day) else Effect.INTERRUPTED
    return Finding(effect, reason, cites, ended_on)


def distribution_request(act: Act, docket: Docket) -> Finding:
    """交付要求（参加差押え）がされている間は、滞納者に通知した時から時効は完成せず、終わった時から新たに進む.

    That is so for taxes; for other claims it is treated like a seizure.
    """
    if docket.case.kind is not ClaimKind.TAX:
        return execution(act, docket)
    if docket.ended_on(act.event) is None:
        docket.clock.bar(OPEN, by=act.event.kind)
        return Finding(Effect.POSTPONED, "request_pending", (_REQUESTED,))
    return _renewed(act, docket, cites=(_REQUESTED, _REQUEST_STAYS), reason="request_ended")
