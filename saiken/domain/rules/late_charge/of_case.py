"""The late charge of a claim as its history stands on a day.

The one idea: movements become the principal and its payments, events become demand, graces and suspensions; then the same rule answers. A
private claim has no late charge, and a claim that is extinct has none left; the answer says so.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.era import format_wareki
from saiken.domain.dates.period import next_day
from saiken.domain.rules.explanation import Explained, Step
from saiken.domain.rules.late_charge.charge import LateCharge
from saiken.domain.rules.late_charge.explain import late_charge
from saiken.domain.rules.late_charge.grounds import ground_of
from saiken.domain.rules.late_charge.question import Grace, GraceGround, LateChargeQuestion, Suspension
from saiken.domain.rules.partial_payment import first_demand, principal_history
from saiken.domain.rules.prescription import run
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook

_NO_LATE_CHARGE = "この債権に延滞金の定めはない。私債権の遅れには遅延損害金が生じる"
_BY_ORDINANCE = cite("local_autonomy_act/231-3/2")
_FOLLOWS_TAX, _SUSPENDED = cite("local_tax_act/18-2/5"), cite("local_tax_act/15-7/4")
_FOLLOWS = cite("local_autonomy_act/236/2")
_ENDS = "消滅した債権の延滞金は、その債権とともに消滅する。"
_LIKE_TAX = "市税以外の延滞金も、元の債権とともに消滅するものとした"
_RULE = "延滞金は、法律又は条例に定めのある債権についてだけ生じる。"

_GRACES = (EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE)
_UNSAID = "徴収の猶予の事由が記録されていないので、一部だけを免除した"


def late_charge_of(case: Case, on: date, *, lawbook: LawBook) -> Explained[LateCharge]:
    """ある日までの延滞金は、その日までの納付と猶予と停止だけを数えて計算する。"""
    terms = lawbook.terms(case.kind, on=case.due_on, profile=case.profile)
    if terms.late_charge is None:
        step = Step(_NO_LATE_CHARGE, (_BY_ORDINANCE, *terms.citations), yen=0)
        return Explained(LateCharge(0, 0, 0, (), 0), _RULE, (step,))
    gone = _extinction(case, on, lawbook=lawbook)
    if gone is not None:
        return _nothing_left(case, gone)
    answered = late_charge(question_of(case, on), lawbook=lawbook)
    return Explained(
        answered.value, answered.rule, answered.steps, (*answered.assumptions, *_assumed(case.events_until(on)))
    )


def _extinction(case: Case, on: date, *, lawbook: LawBook) -> tuple[date, Citation] | None:
    """The day on which what was still owed was gone against everybody who answers, and the article; None while it is there.

    Where the principal had been paid before, its charge stands by itself (地方税法18条の2第6項).
    """
    found = []
    for party in case.parties:
        period = run(case, on, lawbook=lawbook, party=party.key)
        suspended = period.extinct_on is not None and period.extinct_on <= on
        if not suspended and not period.complete:
            return None
        by_prescription = _FOLLOWS_TAX if case.kind is ClaimKind.TAX else _FOLLOWS
        gone_on = period.extinct_on if suspended else period.completes_on
        found.append((gone_on or on, _SUSPENDED if suspended else by_prescription))
    last = max(found)
    return last if case.balance_yen(last[0], Component.PRINCIPAL) > 0 else None


def _nothing_left(case: Case, gone: tuple[date, Citation]) -> Explained[LateCharge]:
    gone_on, article = gone
    step = Step(f"この債権は{format_wareki(gone_on)}に消滅しており、延滞金もともに消滅した", (article,), yen=0)
    assumed = () if case.kind is ClaimKind.TAX else (_LIKE_TAX,)
    return Explained(LateCharge(0, 0, 0, (), 0), _ENDS, (step,), assumed)


def question_of(case: Case, on: date) -> LateChargeQuestion:
    """The question that a claim's history asks on a day."""
    history, events = principal_history(case, on=on), case.events_until(on)
    demand = first_demand(case, on=on)
    return LateChargeQuestion(
        kind=case.kind,
        principal_yen=history.principal_yen,
        due_on=case.due_on,
        paid_on=on,
        profile=case.profile,
        payments=history.payments,
        demanded_on=demand.on if demand else None,
        designated_on=demand.designated_on if demand else None,
        graces=tuple(_graces(events, on)),
        suspensions=tuple(_suspensions(events, on)),
        assessed_on=history.assessed_on,
    )


def _graces(events: list[CaseEvent], on: date) -> Iterator[Grace]:
    for event in events:
        if event.kind in _GRACES and _last_day(event, on) >= event.on:
            yield Grace(event.on, next_day(_last_day(event, on)), _ground(event))


def _suspensions(events: list[CaseEvent], on: date) -> Iterator[Suspension]:
    for event in events:
        if event.kind is EventKind.DISPOSITION_SUSPENSION and _last_day(event, on) >= event.on:
            yield Suspension(event.on, next_day(_last_day(event, on)))


def _last_day(event: CaseEvent, on: date) -> date:
    """The last day of a lasting event as far as a day can see."""
    return on if event.until is None else min(event.until, on)


def _ground(event: CaseEvent) -> GraceGround:
    if event.kind is EventKind.CONVERSION_GRACE:
        return GraceGround.CONVERSION
    return ground_of(event.reason)


def _assumed(events: list[CaseEvent]) -> Iterator[str]:
    if any(event.kind is EventKind.COLLECTION_GRACE and not event.reason for event in events):
        yield _UNSAID
