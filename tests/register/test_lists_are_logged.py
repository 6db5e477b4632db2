"""Whoever reads a list, a plan or a hand-over has looked at each person in it: the log finds them by the person.

The one idea: every list and page that shows the person is read once by one reader; who looked at the person then names each of them.
"""

from datetime import date

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.record_property import NewProperty, record_property
from saiken.register.actions.register_office import register_office
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.models.office import OfficeKind
from saiken.register.queries.hand_over_candidates import candidates
from saiken.register.queries.hand_overs import Box, hand_over_detail, hand_overs
from saiken.register.queries.investigation_lists import answers_awaited, properties_undisposed
from saiken.register.queries.join_candidates import join_candidates, likenesses
from saiken.register.queries.person_plans import plan_page
from saiken.register.queries.plan_lists import plans_due
from saiken.register.queries.rotation import rotation
from saiken.register.queries.scope import everything
from saiken.register.queries.sent_lists import sent_list_page
from saiken.register.queries.who_looked import who_looked
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY = date(2026, 9, 10)
ALL = everything("kakari")
KNOWN = {"scope": ALL, "lawbook": BOOK, "by": "kakari", "on": DAY}
DOING = {"by": "kakari", "on": DAY}


def _looks(obligor_id: int, by: str) -> list[str]:
    return sorted(line.act for line in who_looked(obligor_id, by=by).page.lines)


def _planned(small: SmallRegister) -> int:
    plan = NewPlan(
        kind=PlanKind.PLEDGE,
        method=PlanMethod.EQUAL,
        claim_ids=(small.claim("1", yen=30_000, fiscal_year=2025),),
        instalments=chosen_plan(30_000, PlanChoice(date(2026, 9, 30), count=3)).value.instalments,
        monthly_yen=10_000,
    )
    return agree_plan(obligor_id=small.obligor, plan=plan, submission="plan", **KNOWN)  # type: ignore[arg-type]


def test_a_plan_and_the_list_of_plans(small: SmallRegister) -> None:
    plan_id, reader = _planned(small), everything("reader")
    plan_page(plan_id, scope=reader, on=DAY)
    assert len(plans_due(scope=reader, on=DAY, within_days=30).lines) == 1
    assert _looks(small.obligor, "reader") == ["plan", "plan_list"]
    assert _looks(small.other_obligor, "reader") == []


def test_inquiries_and_property(small: SmallRegister) -> None:
    claim_id, reader = small.claim("1", fiscal_year=2025), everything("reader")
    asked = Inquiries(
        (claim_id,), [Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行")], DAY, "national_tax_collection_act/141"
    )
    ask_about_property(obligor_id=small.obligor, asked=asked, submission="ask", **KNOWN)  # type: ignore[arg-type]
    deposit = NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金")
    given = {
        "obligor_id": small.obligor,
        "claim_ids": (claim_id,),
        "found": deposit,
        "submission": "found",
        "scope": ALL,
    }
    record_property(**given, **DOING)  # type: ignore[arg-type]
    assert len(answers_awaited(scope=reader, on=DAY).lines) == 1
    assert len(properties_undisposed(scope=reader).lines) == 1
    assert _looks(small.obligor, "reader") == ["awaited_answers", "undisposed_properties"]


def test_hand_overs_and_whom_a_rule_proposes(small: SmallRegister) -> None:
    small.claim("1", fiscal_year=2025)
    outside = register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, **DOING)
    reader, giving = everything("reader"), frozenset({small.bureau})
    rule = set_hand_over_rule(rule=NewRule(small.bureau, outside, "on_request", giving), **DOING)
    assert len(candidates(rule, on=DAY, scope=reader).lines) == 1
    proposal = Proposal(
        obligor_id=small.obligor, from_office_id=small.bureau, to_office_id=outside, condition="on_request",
        submission="one", offices=giving, reason="協議による",
    )  # fmt: skip
    number = propose_hand_over(proposal=proposal, lawbook=BOOK, **DOING)
    assert len(hand_overs(Box.PROPOSED, offices=giving, scope=reader).lines) == 1
    hand_over_detail(number, offices=giving, scope=reader, on=DAY)
    assert _looks(small.obligor, "reader") == ["hand_over", "hand_over_candidates", "hand_overs"]


def test_the_report_of_cases_and_a_list_sent_to_an_office(small: SmallRegister) -> None:
    small.claim("1", fiscal_year=2025)
    reader, own = everything("reader"), frozenset({small.bureau})
    assert rotation(small.bureau, None, scope=reader, on=DAY).cases == 1
    new = NewList(
        small.ward, frozenset({small.ward}), "照会", "どう", ("はい", "いいえ"), DAY, (small.obligor,), "sent"
    )
    list_id = send_list(new=new, **DOING)
    assert len(sent_list_page(list_id, offices=own, scope=reader, on=DAY).rows) == 1
    assert _looks(small.obligor, "reader") == ["rotation", "sent_list"]


def test_two_side_by_side_and_those_who_may_be_the_same(small: SmallRegister) -> None:
    small.claim("1")
    small.claim("2", obligor_id=small.other_obligor)
    join_candidates(small.obligor, scope=everything("reader"))
    assert _looks(small.obligor, "reader") == ["join_candidates"]
    assert likenesses(small.obligor, small.other_obligor, scope=everything("other")) != ()
    assert [_looks(pk, "other") for pk in (small.obligor, small.other_obligor)] == [["join_candidates"]] * 2
