"""Rules of the lists that follow something up: inquiries, findings, notices, seizures, broken pledges, guarantors, insolvency.

The one idea: one function per list, by its id; what was done later and answers the need ends the row.
"""

from datetime import date, timedelta
from operator import itemgetter

from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import next_day
from saiken.domain.worklists.item import ClaimFacts, Found, after_months, day_text

#: The reason recorded with an investigation that found nothing; see domain/acts.
NOTHING_FOUND = "none"

_PLANS = (
    EventKind.COLLECTION_GRACE,
    EventKind.CONVERSION_GRACE,
    EventKind.PERFORMANCE_DEFERRAL,
    EventKind.PAYMENT_PLEDGE,
)
_INQUIRIES = (EventKind.PROPERTY_INVESTIGATION, EventKind.WHEREABOUTS_INVESTIGATION, EventKind.HEIR_INVESTIGATION)
#: Others who were asked for an answer by a day.
_REQUESTS = (EventKind.LEGAL_CONSULTATION, EventKind.RESIDENCE_REMOVAL_REQUEST)
_DISPOSITIONS = (
    EventKind.NOTICE_OF_INTENDED_SEIZURE,
    EventKind.SEIZURE,
    EventKind.PARTICIPATING_SEIZURE,
    EventKind.DISTRIBUTION_REQUEST,
    EventKind.PROVISIONAL_ATTACHMENT,
    EventKind.COURT_PAYMENT_ORDER,
    EventKind.LAWSUIT,
    EventKind.SETTLEMENT_BEFORE_SUIT,
    EventKind.COMPULSORY_EXECUTION,
)
_GIVEN_UP = (Outcome.RELEASED, Outcome.WITHDRAWN, Outcome.DISMISSED)


def answers_overdue(facts: ClaimFacts) -> Found | None:
    """照会、法律相談又は職権消除の依頼に、期限を過ぎても回答がない."""
    days = timedelta(days=facts.settings.answer_days)
    waiting = [
        (asked.designated_on or asked.on + days, asked)
        for kind in (*_INQUIRIES, *_REQUESTS)
        if (asked := facts.open(kind)) and not (facts.inquired and kind is EventKind.PROPERTY_INVESTIGATION)
    ]
    if not waiting:
        return None
    due_on, first = min(waiting, key=itemgetter(0))
    what = "照会" if first.kind in _INQUIRIES else "依頼"
    return Found(next_day(due_on), due_on, _told(first, f"の{what}の回答期限{day_text(due_on)}を過ぎた"))


def property_found(facts: ClaimFacts) -> Found | None:
    """調査が終わり財産が判明したが、その後の処分も約束もない."""
    asked = facts.latest(EventKind.PROPERTY_INVESTIGATION)
    if facts.inquired or asked is None or asked.outcome is not Outcome.COMPLETED or asked.reason == NOTHING_FOUND:
        return None
    found_on = asked.until or asked.on
    judged = (
        EventKind.NO_PROSPECT_OF_CONVERSION,
        EventKind.SUSPENSION_NOT_RESOLVED,
        EventKind.NO_PROSPECT_OF_EXECUTION,
    )
    if facts.after(found_on, *_DISPOSITIONS, *_PLANS, *judged):
        return None
    return Found(found_on, found_on, f"{day_text(found_on)}に財産調査が終わり、処分をしていない".lstrip())


def seizure_notice_unpaid(facts: ClaimFacts) -> Found | None:
    """差押えを予告した期限を過ぎても納められていない."""
    notice = facts.latest(EventKind.NOTICE_OF_INTENDED_SEIZURE)
    if notice is None or notice.outcome is not None:
        return None
    if facts.after(notice.on, EventKind.SEIZURE, EventKind.PARTICIPATING_SEIZURE, *_PLANS):
        return None
    due_on = notice.designated_on or notice.on + timedelta(days=facts.settings.seizure_notice_days)
    return Found(next_day(due_on), due_on, _told(notice, f"に差押えを予告し、期限{day_text(due_on)}を過ぎた"))


def seized_not_converted(facts: ClaimFacts) -> Found | None:
    """差押えから設定の月数が過ぎ、換価も解除もない."""
    seizure = facts.open(EventKind.SEIZURE)
    done = (EventKind.CONVERSION, EventKind.DISTRIBUTION, EventKind.NO_PROSPECT_OF_CONVERSION)
    if seizure is None or facts.after(seizure.on, *done):
        return None
    months = facts.settings.conversion_months
    return Found(
        after_months(seizure.on, months), seizure.on, _told(seizure, f"の差押えから {months} か月、換価も解除もない")
    )


def pledge_broken(facts: ClaimFacts) -> Found | None:
    """不履行を記録した後、新たな約束も処分もない."""
    broken = facts.latest(EventKind.PLEDGE_BREACH)
    if broken is None or facts.after(next_day(broken.on), *_PLANS) or facts.after(broken.on, *_DISPOSITIONS):
        return None
    return Found(broken.on, broken.on, _told(broken, "に約束の不履行を記録し、その後の約束も処分もない"))


def pledge_cancelled(facts: ClaimFacts) -> Found | None:
    """約束又は猶予を取り消した後、新たな約束も処分もない."""
    plan = facts.latest(*_PLANS)
    if plan is None or plan.outcome not in _GIVEN_UP or facts.after(plan.on, EventKind.PLEDGE_BREACH):
        return None
    ended_on: date = plan.until or plan.on
    if facts.after(ended_on, *_DISPOSITIONS):
        return None
    return Found(ended_on, ended_on, _told(plan, f"の約束又は猶予を{day_text(ended_on)}に取り消した"))


def guarantor(facts: ClaimFacts) -> Found | None:
    """極度額付きの保証人があり、督促から設定の月数が過ぎた."""
    capped = [party for party in facts.case.parties if party.role is PartyRole.GUARANTOR and party.cap_yen]
    demand = next(iter(facts.by_kind.get(EventKind.FORMAL_DEMAND, ())), None)
    if not capped or demand is None or EventKind.GUARANTOR_CLAIM in facts.by_kind:
        return None
    months = facts.settings.guarantor_months
    yen = sum(party.cap_yen or 0 for party in capped)
    why = _told(demand, f"の督促から {months} か月。極度額 {yen:,} 円の保証人に請求していない")
    return Found(after_months(demand.on, months), demand.on, why)


def insolvency_claim(facts: ClaimFacts) -> Found | None:
    """破産手続が始まり、まだ交付要求も債権の届出もない."""
    begun = facts.latest(EventKind.BANKRUPTCY_COMMENCEMENT)
    answered = (
        EventKind.BANKRUPTCY_PARTICIPATION,
        EventKind.DISTRIBUTION_REQUEST,
        EventKind.BANKRUPTCY_CLOSED,
        EventKind.DISCHARGE,
    )
    if begun is None or begun.outcome is not None or facts.after(begun.on, *answered):
        return None
    due_on = begun.designated_on or begun.on
    return Found(begun.on, due_on, _told(begun, "に破産等の手続が始まり、交付要求も届出もない"))


def _told(event: CaseEvent, words: str) -> str:
    return f"{day_text(event.on)}{words}".lstrip()
