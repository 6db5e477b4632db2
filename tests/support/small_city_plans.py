"""Plans, inquiries and property in the small city: a broken pledge, answers that came and one that did not, a salary.

The one idea: everything lies in the past by fixed days, so the screens look the same whatever the day of the tests.
"""

from datetime import date

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.receive import receive
from saiken.register.actions.record_property import record_property
from saiken.register.models import Claim
from saiken.register.queries.scope import everything
from tests.support.law import BOOK
from tests.support.small_city import BY, SmallCity

ALL = everything(BY)


def fill_plans(city: SmallCity) -> None:
    """Plan 1 and three inquiries about somebody with a loan for studies; property 1 of theirs, property 2 a salary of the first person."""
    student, person = city.obligors["elsewhere"], city.obligors["1"]
    student_claim, person_claim = (
        Claim.objects.get(receivable_id=city.receivables[number], obligor_id=obligor_id).pk
        for number, obligor_id in (("057", student), ("056", person))
    )
    chosen = chosen_plan(450_499, PlanChoice(date(2019, 6, 25), monthly_yen=20_000)).value
    plan = NewPlan(
        kind=PlanKind.PLEDGE,
        method=PlanMethod.EQUAL,
        claim_ids=(student_claim,),
        instalments=chosen.instalments,
        monthly_yen=20_000,
        review_every_months=3,
        income_yen=200_000,
        living_yen=170_000,
    )
    known = {"scope": ALL, "lawbook": BOOK, "by": BY}
    agree_plan(obligor_id=student, plan=plan, submission="small-city-plan", on=date(2019, 6, 1), **known)  # type: ignore[arg-type]
    receive(claim_id=student_claim, yen=20_000, lawbook=BOOK, by=BY, on=date(2019, 6, 25))
    asked = Inquiries(
        claim_ids=(student_claim,),
        inquiries=(
            Inquiry(PropertyKind.TRADE_RECEIVABLE, "架空物産"),
            Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行 本店", "照会第1号"),
            Inquiry(PropertyKind.BANK_DEPOSIT, "見本信用金庫"),
        ),
        answer_due_on=date(2019, 5, 22),
        consented=True,
    )
    trade, bank, _ = ask_about_property(
        obligor_id=student,
        asked=asked,
        submission="small-city-asked",
        on=date(2019, 5, 1),
        **known,  # type: ignore[arg-type]
    )
    found = NewProperty(
        PropertyKind.TRADE_RECEIVABLE,
        "売掛金（4月分の納品）",
        holder="架空物産",
        estimated_yen=80_000,
        senior_yen=30_000,
    )
    answered = AnswerNote(AnswerResult.FOUND, date(2019, 5, 10))
    answer_inquiry(investigation_id=trade, answer=answered, found=(found,), on=date(2019, 5, 10), **known)  # type: ignore[arg-type]
    none = AnswerNote(AnswerResult.NONE, date(2019, 5, 12))
    answer_inquiry(investigation_id=bank, answer=none, on=date(2019, 5, 12), **known)  # type: ignore[arg-type]
    salary = NewProperty(PropertyKind.SALARY, "給与（毎月25日払）", holder="架空製作所")
    record_property(
        obligor_id=person,
        claim_ids=(person_claim,),
        found=salary,
        submission="small-city-salary",
        scope=ALL,
        by=BY,
        on=date(2019, 5, 15),
    )
