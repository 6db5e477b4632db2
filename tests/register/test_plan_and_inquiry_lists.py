"""Lists of plans, inquiries and property: who stands on them, within which scope, and what runs about a person; on both databases."""

from datetime import date

import pytest

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.receive import receive
from saiken.register.actions.roll_plans import roll_plans
from saiken.register.models import AccessLog
from saiken.register.queries.due_plans import due_plans
from saiken.register.queries.investigation_lists import answers_awaited, no_asset_evidence, properties_undisposed
from saiken.register.queries.plan_lists import broken_plans, plans_due, reviews_overdue
from saiken.register.queries.running import running_of
from saiken.register.queries.scope import Scope, everything
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ALL = everything("kakari")
AGREED = date(2026, 9, 10)
KNOWN = {"scope": ALL, "lawbook": BOOK, "by": "kakari"}


@pytest.fixture
def claim(small: SmallRegister) -> int:
    """A claim of 30,000 yen under a plan of three instalments with a review every month."""
    claim_id = small.claim("1", yen=30_000, fiscal_year=2025)
    plan = NewPlan(
        kind=PlanKind.PLEDGE,
        method=PlanMethod.EQUAL,
        claim_ids=(claim_id,),
        instalments=chosen_plan(30_000, PlanChoice(date(2026, 9, 30), count=3)).value.instalments,
        monthly_yen=10_000,
        review_every_months=1,
    )
    agree_plan(obligor_id=small.obligor, plan=plan, submission="plan", on=AGREED, **KNOWN)  # type: ignore[arg-type]
    return claim_id


def test_a_plan_is_due_then_broken_this_morning_then_behind_until_it_is_paid(small: SmallRegister, claim: int) -> None:
    assert [line.next_yen for line in plans_due(scope=ALL, on=AGREED, within_days=20).lines] == [10_000]
    assert plans_due(scope=ALL, on=AGREED, within_days=19).count == 0
    for on in (date(2026, 10, 1), date(2026, 10, 2)):
        roll_plans(plan_ids=due_plans(on), by="kakari", on=on)
        (line,) = broken_plans(scope=ALL, on=on).lines
        assert (line.obligor_id, line.since_on, line.arrears_yen) == (small.obligor, date(2026, 10, 1), 10_000)
        assert broken_plans(scope=ALL, on=on, only_today=True).count == (1 if on.day == 1 else 0)
    elsewhere = Scope("kakari", frozenset({small.ward}))
    assert broken_plans(scope=elsewhere, on=date(2026, 10, 2)).count == 0
    assert broken_plans(scope=ALL, on=date(2026, 10, 2), after=(date(2026, 10, 1), line.plan_id)).lines == ()
    receive(claim_id=claim, yen=10_000, lawbook=BOOK, by="suito", on=date(2026, 10, 2))
    assert broken_plans(scope=ALL, on=date(2026, 10, 2)).count == 0
    assert AccessLog.objects.filter(what="plan_list").exists()


def test_a_review_that_was_not_held_is_overdue(claim: int) -> None:
    assert claim
    assert reviews_overdue(scope=ALL, on=date(2026, 10, 9)).count == 0
    assert [line.since_on for line in reviews_overdue(scope=ALL, on=date(2026, 10, 10)).lines] == [date(2026, 10, 10)]


def test_answers_are_awaited_and_late_and_leave_evidence_or_property(small: SmallRegister, claim: int) -> None:
    asked = Inquiries(
        claim_ids=(claim,),
        inquiries=(Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行"), Inquiry(PropertyKind.BANK_DEPOSIT, "見本信用金庫")),
        answer_due_on=date(2026, 10, 1),
        legal_ground="national_tax_collection_act/141",
    )
    bank, union = ask_about_property(
        obligor_id=small.obligor,
        asked=asked,
        submission="asked",
        on=AGREED,
        **KNOWN,  # type: ignore[arg-type]
    )
    before, after = (answers_awaited(scope=ALL, on=day) for day in (date(2026, 10, 1), date(2026, 10, 2)))
    assert [(found.count, found.late) for found in (before, after)] == [(2, 0), (2, 2)]
    assert answers_awaited(scope=ALL, on=date(2026, 10, 1), only_late=True).lines == ()
    assert [line.institution for line in answers_awaited(scope=ALL, on=AGREED, institution="架空銀行").lines] == [
        "架空銀行"
    ]
    kinds = {item.kind: item.label for item in running_of((small.obligor,), ALL, on=AGREED)}
    assert set(kinds) == {"payment_pledge", "property_investigation"}
    none = AnswerNote(AnswerResult.NONE, date(2026, 9, 20))
    answer_inquiry(investigation_id=bank, answer=none, on=date(2026, 9, 20), **KNOWN)  # type: ignore[arg-type]
    assert [line.institution for line in no_asset_evidence(small.obligor)] == ["架空銀行"]
    assert no_asset_evidence(small.obligor, since=date(2026, 9, 21)) == ()
    found = NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金 7654321", estimated_yen=12_000)
    answer = AnswerNote(AnswerResult.FOUND, date(2026, 9, 21))
    answer_inquiry(investigation_id=union, answer=answer, found=(found,), on=date(2026, 9, 21), **KNOWN)  # type: ignore[arg-type]
    assert answers_awaited(scope=ALL, on=AGREED).count == 0
    assert [line.description for line in properties_undisposed(scope=ALL).lines] == ["普通預金 7654321"]
    assert properties_undisposed(scope=Scope("kakari", frozenset({small.ward}))).count == 0
