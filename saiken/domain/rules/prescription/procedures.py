"""Procedures of courts: 裁判上の請求, 支払督促, 和解・調停, 破産手続参加, 判決, 仮差押え; and the review requests that count as an action.

The one idea: while one lasts the period does not complete; only a right that was fixed starts a new one, of ten years; otherwise six
months are left. Before the reform a procedure that failed had never interrupted.
"""

from datetime import date

from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.clock import OPEN
from saiken.domain.rules.prescription.docket import Act, Docket, Finding
from saiken.law.citation import Citation, cite

_POSTPONES = {
    EventKind.LAWSUIT: cite("civil_code/147/1/1"),
    EventKind.REVIEW_REQUEST: cite("civil_code/147/1/1"),
    EventKind.COURT_PAYMENT_ORDER: cite("civil_code/147/1/2"),
    EventKind.SETTLEMENT_BEFORE_SUIT: cite("civil_code/147/1/3"),
    EventKind.MEDIATION: cite("civil_code/147/1/3"),
    EventKind.BANKRUPTCY_PARTICIPATION: cite("civil_code/147/1/4"),
}
_REVIEWS = {
    ClaimKind.HEALTH_INSURANCE_PREMIUM: cite("national_health_insurance_act/91/2"),
    ClaimKind.CHILD_ALLOWANCE: cite("child_allowance_act/23/2"),
    ClaimKind.LONG_TERM_CARE_PREMIUM: cite("long_term_care_insurance_act/183/2"),
    ClaimKind.LATE_STAGE_MEDICAL_PREMIUM: cite("elderly_medical_care_act/128/2"),
}
_UNVERIFIED_REVIEWS = (ClaimKind.LONG_TERM_CARE_PREMIUM, ClaimKind.LATE_STAGE_MEDICAL_PREMIUM)
_INTERRUPTS = cite("civil_code_old/147/0/1")
_VOID = {
    EventKind.COURT_PAYMENT_ORDER: cite("civil_code_old/150"),
    EventKind.BANKRUPTCY_PARTICIPATION: cite("civil_code_old/152"),
}
_VOID_ACTION = cite("civil_code_old/149")
_NO_REVIEW = (cite("local_tax_act/18/3"),)
_FIXED, _OLD_FIXED = cite("civil_code/147/2"), cite("civil_code_old/157/2")
_TEN_YEARS, _OLD_TEN_YEARS = cite("civil_code/169/1"), cite("civil_code_old/174-2/1")
_NOT_DUE = cite("civil_code/169/2")
_ENDED = cite("civil_code/147/1")
_ATTACHED, _OLD_ATTACHED, _OLD_RESTART = (
    cite("civil_code/149"),
    cite("civil_code_old/147/0/2"),
    cite("civil_code_old/157/1"),
)
_OLD_CANCELLED = cite("civil_code_old/154")
#: What closes a procedure that has no end of its own.
_CLOSES = {EventKind.BANKRUPTCY_PARTICIPATION: EventKind.BANKRUPTCY_CLOSED, EventKind.REVIEW_REQUEST: None}
_FAILED = frozenset({Outcome.WITHDRAWN, Outcome.CANCELLED_AS_ILLEGAL, Outcome.DISMISSED})


def procedure(act: Act, docket: Docket) -> Finding:
    """裁判上の手続が終わるまで時効は完成せず、権利が確定したときは新たに進み、確定せずに終わったときは6月の猶予にとどまる."""
    event, reformed = act.event, docket.law.reformed(act.day)
    ended_on, outcome = _end(event, docket)
    if ended_on is None:
        docket.clock.bar(OPEN, by=event.kind)
        cites = _POSTPONES[event.kind] if reformed else _INTERRUPTS
        return Finding(Effect.POSTPONED if reformed else Effect.INTERRUPTED, "procedure_pending", (cites,))
    if outcome is Outcome.FIXED:
        docket.clock.bar(ended_on, by=event.kind)
        return fix(act, docket, fixed_on=ended_on, reason="procedure_fixed")
    if not reformed:
        return Finding(Effect.NO_EFFECT, "procedure_void", (_VOID.get(event.kind, _VOID_ACTION),))
    if outcome is not Outcome.DISMISSED and outcome is not Outcome.WITHDRAWN:
        docket.assume("not_fixed")
    last = last_day_of_months(next_day(ended_on), docket.law.number("procedure_end_postponement_months", on=act.day))
    docket.clock.bar(last, by=event.kind)
    return Finding(Effect.POSTPONED, "procedure_ended", (_POSTPONES[event.kind], _ENDED), last)


def fix(act: Act, docket: Docket, *, fixed_on: date, reason: str) -> Finding:
    """A right fixed by a judgment or the like runs ten years from the next day, if it was due by then."""
    reformed = docket.law.reformed(act.day)
    ten, fixed = (_TEN_YEARS, _FIXED) if reformed else (_OLD_TEN_YEARS, _OLD_FIXED)
    years = 0
    cites: tuple[Citation, ...] = (fixed,)
    if docket.clock.earliest > next_day(fixed_on):
        cites = (fixed, _NOT_DUE)
    elif (act.own or docket.accessory) and act.event.kind is not EventKind.REVIEW_REQUEST:
        years, cites = docket.law.number("prescription_years_judgment", on=fixed_on), (fixed, ten)
    docket.clock.renew(next_day(fixed_on), years=years)
    return Finding(Effect.RENEWED if reformed else Effect.INTERRUPTED, reason, cites, fixed_on)


def fixed_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day on which a judgment or a procedure fixed the right; None where it did not."""
    if event.kind is EventKind.JUDGMENT:
        return None if event.outcome in _FAILED else judged_on(event, docket)
    ended_on, outcome = _end(event, docket)
    return ended_on if outcome is Outcome.FIXED else None


def _end(event: CaseEvent, docket: Docket) -> tuple[date | None, Outcome | None]:
    """When and how a procedure ended: by its own record, else by the judgment or the closing that followed it."""
    closes = _CLOSES.get(event.kind, EventKind.JUDGMENT) if event.until is None else None
    closing = next(docket.after(closes, since=event.on), None) if closes else None
    if closing is None:
        return docket.ended_on(event), event.outcome
    if closing.kind is EventKind.BANKRUPTCY_CLOSED:
        return closing.on, event.outcome
    fixed_on = judged_on(closing, docket)
    return fixed_on, Outcome.DISMISSED if closing.outcome in _FAILED else Outcome.FIXED


def judged_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day a judgment became final; None while it is not."""
    if event.until is None:
        return event.on
    return docket.ended_on(event)


def judgment(act: Act, docket: Docket) -> Finding:
    """確定判決で権利が確定したときは、時効はその翌日から新たに10年進む.

    A judgment that gives no day of becoming final is taken as final on its own day.
    """
    if act.event.outcome in _FAILED:
        return Finding(Effect.NO_EFFECT, "judgment_dismissed", (_ENDED,))
    fixed_on = judged_on(act.event, docket)
    if fixed_on is None:
        docket.clock.bar(OPEN, by=act.event.kind)
        return Finding(Effect.POSTPONED, "procedure_pending", (_POSTPONES[EventKind.LAWSUIT],))
    return fix(act, docket, fixed_on=fixed_on, reason="judgment")


def review_request(act: Act, docket: Docket) -> Finding:
    """国保や児童手当などの審査請求は、時効については裁判上の請求とみなす."""
    kind = docket.case.kind
    if kind not in _REVIEWS:
        return Finding(Effect.NO_EFFECT, "review_not_a_claim", _NO_REVIEW)
    if kind in _UNVERIFIED_REVIEWS:
        docket.assume("review")
    found = procedure(act, docket)
    return found._replace(citations=(_REVIEWS[kind], *found.citations))


def provisional_attachment(act: Act, docket: Docket) -> Finding:
    """仮差押えが終わった時から6月を経過するまで、時効は完成しない.

    Before the reform it interrupted, and time ran anew when it ended.
    """
    event, reformed = act.event, docket.law.reformed(act.day)
    cites: tuple[Citation, ...] = (_ATTACHED,) if reformed else (_OLD_ATTACHED,)
    effect = Effect.POSTPONED if reformed else Effect.INTERRUPTED
    ended_on = docket.ended_on(event)
    if ended_on is None:
        docket.clock.bar(OPEN, by=event.kind)
        return Finding(effect, "attachment_pending", cites)
    if reformed:
        months = docket.law.number("provisional_attachment_postponement_months", on=act.day)
        last = last_day_of_months(next_day(ended_on), months)
        docket.clock.bar(last, by=event.kind)
        return Finding(effect, "attachment_ended", cites, last)
    if event.outcome in _FAILED:
        return Finding(Effect.NO_EFFECT, "execution_void", (_OLD_CANCELLED,))
    docket.clock.bar(ended_on, by=event.kind)
    docket.clock.renew(next_day(ended_on))
    return Finding(effect, "execution_ended", (*cites, _OLD_RESTART), ended_on)
