"""Rules of the lists with a day to keep: demand, prescription, reviews, ends, instalments.

The one idea: one function per list, by its id; each gives the span and the reason or nothing. A claim here has a
balance and has fallen due.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.entry import Account
from saiken.domain.dates.fiscal_year import first_day, fiscal_year_of, last_day
from saiken.domain.dates.period import next_day
from saiken.domain.rules.instalment_plan import months_to_pay_off
from saiken.domain.rules.prescription.delivery import came_back
from saiken.domain.worklists.item import FAR, ClaimFacts, Found, after_months, before_months, day_text

_PLANS = (
    EventKind.COLLECTION_GRACE,
    EventKind.CONVERSION_GRACE,
    EventKind.PERFORMANCE_DEFERRAL,
    EventKind.PAYMENT_PLEDGE,
)
_SUSPENSIONS = (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION)
_INVESTIGATIONS = (EventKind.PROPERTY_INVESTIGATION, EventKind.WHEREABOUTS_INVESTIGATION)
_IN_COURT = (EventKind.SETTLEMENT_BEFORE_SUIT, EventKind.MEDIATION, EventKind.JUDGMENT)


def first_demand(facts: ClaimFacts) -> Found | None:
    """納期限を過ぎ、まだ督促していない（又は返戻されて公示送達もない）."""
    demands = facts.by_kind.get(EventKind.FORMAL_DEMAND, ())
    mail = (EventKind.RETURNED_MAIL, EventKind.SERVICE_BY_PUBLICATION)
    told = [event for kind in mail for event in facts.by_kind.get(kind, ())]
    if not all(came_back(demand, told) for demand in demands):
        return None
    due_on = facts.case.due_on
    last_on = due_on + timedelta(days=facts.demand_days)
    again = "督促状が返戻されている。" if demands else ""
    why = f"{again}納期限{day_text(due_on)}を過ぎ、督促の期限は{day_text(last_on)}（納期限後 {facts.demand_days} 日）"
    return Found(next_day(due_on), last_on, why)


def first_instalment(facts: ClaimFacts) -> Found | None:
    """その年度の第1期で、納期限を過ぎている."""
    label = facts.instalment.removeprefix("第")
    due_on = facts.case.due_on
    if label not in ("1", "1期", "01") or fiscal_year_of(due_on) != facts.fiscal_year:
        return None
    return Found(next_day(due_on), due_on, f"第1期の納期限{day_text(due_on)}を過ぎた", first_day(facts.fiscal_year + 1))


def prescription_soon(facts: ClaimFacts) -> Found | None:
    """時効期間の経過まで設定の月数以内."""
    completes_on = _running_out(facts)
    if completes_on is None:
        return None
    months = facts.settings.prescription_months
    why = f"時効期間が{day_text(completes_on)}に経過する（{months} か月前から掲載）"
    return Found(before_months(completes_on, months), completes_on, why, completes_on)


def prescription_this_year(facts: ClaimFacts) -> Found | None:
    """時効期間がその年度の末日までに経過する."""
    completes_on = _running_out(facts)
    if completes_on is None:
        return None
    year = fiscal_year_of(completes_on)
    why = f"時効期間が{day_text(completes_on)}に経過し、年度の末日{day_text(last_day(year))}までに来る"
    return Found(first_day(year), completes_on, why, completes_on)


def _running_out(facts: ClaimFacts) -> date | None:
    """The day on which the period will have run out, unless the claim is extinguished before."""
    if facts.completes_on is None or (facts.extinct_on is not None and facts.extinct_on <= facts.completes_on):
        return None
    return facts.completes_on


def pledge_breached(facts: ClaimFacts) -> Found | None:
    """約束の日までに納めるはずの累計に足りない."""
    plan = facts.open(*_PLANS)
    if plan is None or plan.instalment_yen is None or facts.after(plan.on, EventKind.PLEDGE_BREACH):
        return None
    if facts.planned_on is not None and plan.on <= facts.planned_on:
        return None
    paid = list(_paid_since(facts, plan.on))
    count = months_to_pay_off(facts.balance_yen + sum(yen for _, yen in paid), plan.instalment_yen)
    for number in range(1, count + 1):
        due_on = after_months(plan.on, number)
        lacking = min(number * plan.instalment_yen, facts.balance_yen + sum(yen for _, yen in paid)) - sum(
            yen for on, yen in paid if on <= due_on
        )
        if lacking > 0:
            why = f"{day_text(plan.on)}の約束（月 {plan.instalment_yen:,} 円）の第{number}回{day_text(due_on)}までに {lacking:,} 円足りない"
            return Found(next_day(due_on), due_on, why.lstrip())
    return None


def _paid_since(facts: ClaimFacts, day: date) -> Iterator[tuple[date, int]]:
    for movement in facts.case.movements:
        if movement.account is Account.RECEIPT and day <= movement.on <= facts.on:
            yield movement.on, movement.yen


def settlement_due(facts: ClaimFacts) -> Found | None:
    """和解・調停などが成り、期日を過ぎても残高がある."""
    settled = facts.latest(*_IN_COURT)
    if settled is None or settled.designated_on is None or settled.outcome in (Outcome.WITHDRAWN, Outcome.DISMISSED):
        return None
    if facts.after(settled.on, EventKind.COMPULSORY_EXECUTION):
        return None
    why = f"{day_text(settled.on)}の和解等の期日{day_text(settled.designated_on)}を過ぎて残高がある"
    return Found(next_day(settled.designated_on), settled.designated_on, why.lstrip())


def plan_ends(facts: ClaimFacts) -> Found | None:
    """猶予・履行延期・分納の期間の終わりが近いか過ぎた."""
    plan = facts.latest(*_PLANS)
    if plan is None or plan.until is None or plan.outcome is not None or facts.after(plan.on, EventKind.PLEDGE_BREACH):
        return None
    ahead = timedelta(days=facts.settings.review_ahead_days)
    why = f"{day_text(plan.on)}からの猶予又は約束が{day_text(plan.until)}に終わる"
    return Found(plan.until - ahead, plan.until, why.lstrip())


def suspension_review(facts: ClaimFacts) -> Found | None:
    """停止又は前の調査から設定の月数が過ぎる."""
    suspension = facts.open(*_SUSPENSIONS)
    if suspension is None:
        return None
    looked = facts.latest(*_INVESTIGATIONS)
    last = looked.on if looked is not None and looked.on > suspension.on else suspension.on
    due_on = after_months(last, facts.settings.review_months)
    what = "調査" if last > suspension.on else "停止"
    why = f"{day_text(suspension.on)}からの停止。前の{what}{day_text(last)}から {facts.settings.review_months} か月"
    return Found(due_on - timedelta(days=facts.settings.review_ahead_days), due_on, why.lstrip())


def suspension_three_years(facts: ClaimFacts) -> Found | None:
    """停止により債権が消滅する日が近いか過ぎた."""
    extinct_on = facts.extinct_on
    suspension = facts.open(EventKind.DISPOSITION_SUSPENSION)
    if extinct_on is None or suspension is None:
        return None
    why = f"{day_text(suspension.on)}からの停止が続き、{day_text(extinct_on)}に債権が消滅する"
    return Found(before_months(extinct_on, facts.settings.extinct_ahead_months), extinct_on, why.lstrip(), FAR)
