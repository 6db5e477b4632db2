"""Every answer of the procedural rules says why: a Japanese rule and steps whose articles the law book holds."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules import (
    advance_demand,
    claim_release,
    collection_suspension,
    disposition_suspension,
    formal_demand,
    grace,
    grace_effects,
    instalment_breach,
    instalment_outlook,
    instalment_plan,
    performance_deferral,
    seizure_start,
    write_off,
)
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.partial_payment import Payment
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
DUE, SENT, LATER = date(2026, 6, 30), date(2026, 7, 15), date(2028, 1, 20)
DEMAND = CaseEvent(EventKind.FORMAL_DEMAND, SENT)


def _case(kind: ClaimKind, legal_class: LegalClass) -> Case:
    assessed = (Movement(DUE, Account.ASSESSMENT, Component.PRINCIPAL, 50_000),)
    return Case(kind, legal_class, DUE, DUE, movements=assessed, events=(DEMAND,))


CASES = [
    _case(ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE),
    _case(ClaimKind.HEALTH_INSURANCE_PREMIUM, LegalClass.PUBLIC_ENFORCEABLE),
    _case(ClaimKind.OTHER_PUBLIC, LegalClass.PUBLIC_UNENFORCEABLE),
    _case(ClaimKind.PRIVATE_RENT, LegalClass.PRIVATE_LAW),
]
PLAN = instalment_plan.schedule(30_000, instalment_plan.PlanTerms(DUE, 10_000))
DEFERRAL = performance_deferral.DeferralQuestion(
    LegalClass.PRIVATE_LAW, DUE, performance_deferral.DeferralGround.WITHOUT_MEANS, LATER
)
COLLECTION = collection_suspension.CollectionSuspensionQuestion(
    "private_rent", LegalClass.PRIVATE_LAW, DUE, collection_suspension.CollectionSuspensionGround.SMALL_SUM, 900
)
GROUND = disposition_suspension.SuspensionGround.HARDSHIP


def _of_case(case: Case) -> list[Explained[Any]]:
    return [
        formal_demand.may_demand(case, on=LATER, lawbook=BOOK),
        formal_demand.demand_dates(case, sent_on=SENT, lawbook=BOOK),
        seizure_start.force_dates(case, sent_on=SENT, designated_on=date(2026, 7, 25), lawbook=BOOK),
        seizure_start.may_seize(case, on=LATER, lawbook=BOOK),
        seizure_start.may_take_to_court(case, on=LATER, lawbook=BOOK),
    ]


ANSWERS: list[Explained[Any]] = [
    *(answer for case in CASES for answer in _of_case(case)),
    advance_demand.may_advance(advance_demand.AdvanceQuestion(ClaimKind.TAX, DUE, None), on=DUE),
    *(grace.may_cancel_grace(kind, facts=grace.CancelFacts()) for kind in grace.GraceKind),
    *(
        grace_effects.effects_of_grace(grace_effects.GivenGrace(kind, ClaimKind.TAX, DUE, LATER))
        for kind in grace.GraceKind
    ),
    PLAN,
    instalment_plan.ten_year_test(3, on=DUE, lawbook=BOOK),
    instalment_breach.breach(PLAN.value, (), on=LATER, lawbook=BOOK),
    instalment_breach.breach(PLAN.value, (), on=DUE, lawbook=BOOK),
    instalment_outlook.months_with_charge(100, 10, monthly=lambda principal, month: 0),
    instalment_outlook.effects_of_pledge(DUE),
    performance_deferral.may_defer(DEFERRAL, on=DUE),
    performance_deferral.effects_of_deferral(DEFERRAL, deferred_on=SENT, lawbook=BOOK),
    claim_release.release_from(DUE, SENT, lawbook=BOOK),
    disposition_suspension.effects_of_suspension(
        GROUND, suspended_on=SENT, completes_on=LATER, lawbook=BOOK, seized=True
    ),
    disposition_suspension.may_extinguish_at_once(GROUND),
    collection_suspension.may_suspend_collection(COLLECTION, on=LATER, lawbook=BOOK),
    collection_suspension.effects_of_collection_suspension(COLLECTION, suspended_on=LATER, lawbook=BOOK),
    write_off.write_off_year(LATER),
    *(write_off.cause_of(event, legal_class=legal) for event in EventKind for legal in LegalClass),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.rule[:20])
def test_every_step_cites_articles_of_the_law_book(answer: Explained[Any]) -> None:
    assert answer.steps
    for step in answer.steps:
        assert step.citations, step.sentence
        for citation in step.citations:
            assert BOOK.article(citation).rule


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.rule[:20])
def test_the_rule_is_one_japanese_sentence(answer: Explained[Any]) -> None:
    assert answer.rule.endswith("。")
    assert answer.rule.count("。") == 1 or "ただし" in answer.rule
    assert not any(word in answer.rule for word in (" the ", ": "))


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.rule[:20])
def test_steps_run_forward(answer: Explained[Any]) -> None:
    spans = [(step.from_on, step.until_on) for step in answer.steps if step.from_on and step.until_on]
    assert [span for span in spans if span[0] >= span[1]] == []


def test_a_municipality_may_tolerate_days_and_yen() -> None:
    book = _with("instalment_tolerance_days", 5)
    assert instalment_breach.breach(PLAN.value, (), on=date(2026, 7, 5), lawbook=book).value is None
    late = instalment_breach.breach(PLAN.value, (), on=date(2026, 7, 6), lawbook=book).value
    assert late is not None
    assert late.broken_on == date(2026, 7, 6)
    short = (Payment(DUE, 9_900),)
    assert (
        instalment_breach.breach(PLAN.value, short, on=SENT, lawbook=_with("instalment_tolerance_yen", 100)).value
        is None
    )
    lacking = instalment_breach.breach(PLAN.value, short, on=SENT, lawbook=_with("instalment_tolerance_yen", 99)).value
    assert lacking is not None
    assert lacking.lacking_yen == 100


def test_the_years_of_a_suspension_are_the_law_books() -> None:
    longer = disposition_suspension.effects_of_suspension(
        GROUND, suspended_on=SENT, completes_on=None, lawbook=_with("suspension_years", 5)
    )
    assert longer.value.extinct_on == date(2031, 7, 16)


def _with(parameter_id: str, number: int) -> LawBook:
    parameter = BOOK.parameter(parameter_id)
    value = replace(parameter.values[0], number=Fraction(number))
    return BOOK.with_parameter(replace(parameter, values=(value,)))
