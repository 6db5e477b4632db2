"""Acknowledgment by the obligor, and what counts as one: part payment, pledge, application for a grace, deferral.

The one idea: time runs anew from the day after (民法152条, 140条), however often. A grace stands still for taxes only
(地方税法18条の2第4項).
"""

from saiken.domain.claim.case_event import Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import next_day
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.clock import OPEN
from saiken.domain.rules.prescription.docket import Act, Docket, Finding
from saiken.law.citation import cite

_ACKNOWLEDGED, _OLD = (cite("civil_code/152/1"),), (cite("civil_code_old/147/0/3"),)
_START, _GRACE = (cite("civil_code/166/1"),), (cite("local_tax_act/18-2/4"),)
_DEFERRAL = (cite("local_autonomy_order/171-6/1"),)


def acknowledged(act: Act, docket: Docket) -> Finding:
    """債務者が債務を承認したときは、時効はその翌日から新たに進む."""
    return _renewed(act, docket, reason="acknowledgment")


def applied(act: Act, docket: Docket) -> Finding:
    """猶予又は履行延期の申請は債務の承認に当たり、時効はその翌日から新たに進む."""
    return _renewed(act, docket, reason="application")


def _renewed(act: Act, docket: Docket, *, reason: str) -> Finding:
    reformed = docket.law.reformed(act.day)
    cites = _ACKNOWLEDGED if reformed else _OLD
    if next_day(act.day) <= docket.clock.earliest:
        return Finding(Effect.NO_EFFECT, "before_commencement", cites)
    docket.clock.renew(next_day(act.day))
    return Finding(Effect.RENEWED if reformed else Effect.INTERRUPTED, reason, cites)


def graced(act: Act, docket: Docket) -> Finding:
    """市税の徴収の猶予又は換価の猶予の期間中は、時効は進まない.

    Other claims have no such rule: there only the application counts, as an acknowledgment.
    """
    event = act.event
    if docket.case.kind is not ClaimKind.TAX:
        docket.assume("grace_of_others")
        return Finding(Effect.NO_EFFECT, "grace_of_others", _GRACE)
    if event.outcome is Outcome.CANCELLED_AS_ILLEGAL:
        return Finding(Effect.NO_EFFECT, "grace_cancelled", _GRACE)
    if event.applied_on is None:
        docket.assume("application")
    last = event.until or docket.ended_on(event)
    docket.clock.stop(event.on, last=last or OPEN, by=event.kind)
    return Finding(Effect.STOPPED, "grace" if last else "grace_open", _GRACE, last)


def deferred(act: Act, docket: Docket) -> Finding:
    """履行期限を延長したときは、新しい履行期限の翌日から時効が進む.

    Claims that can be collected by force have no such deferral; there it counts as the acknowledgment that it also is.
    """
    event = act.event
    if docket.case.legal_class is LegalClass.PUBLIC_ENFORCEABLE:
        return Finding(Effect.NO_EFFECT, "deferral_of_enforceable", _DEFERRAL)
    if event.until is None:
        return Finding(Effect.NO_EFFECT, "deferral_without_day", _DEFERRAL)
    docket.clock.bar(event.until, by=event.kind)
    docket.clock.defer(next_day(event.until))
    return Finding(Effect.RENEWED, "deferral", (*_DEFERRAL, *_START), event.until)
