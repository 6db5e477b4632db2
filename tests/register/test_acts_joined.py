"""What acts change about property and plans: seized, freed and used up with the seizure; given and ended with the grace."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from saiken.domain.claim.asset import AnswerResult, PropertyKind, PropertyTurn
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.plan import PlanKind, PlanMethod, PlanOutcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions._approval import approved
from saiken.register.actions.answer_inquiry import AnswerNote, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.carry_out_act import ActOrder, carry_out_act
from saiken.register.actions.change_property import Change, change_property
from saiken.register.actions.end_plan import Ending, end_plan
from saiken.register.actions.record_property import NewProperty, record_property
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.models import Plan, PlanEnd, PropertyChange, UndisposedProperty
from saiken.register.plan_forms import plan_as_text, plan_in
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.person_history import history_of
from saiken.register.queries.scope import everything
from tests.support.law import BOOK
from tests.support.registers import VENDORS
from tests.support.small_register import SmallRegister

ALL = everything("kakari")
FOUND, SEIZED, ENDED = date(2018, 10, 1), date(2018, 10, 20), date(2018, 11, 20)
KNOWN = {"scope": ALL, "lawbook": BOOK, "by": "kakari"}


def done(small: SmallRegister, kind: str, claims: Sequence[int], *, on: date, **form: object) -> int:
    """The act, as if it had been approved; its id."""
    order = ActOrder(kind, small.obligor, tuple(claims), str(uuid4()), {"on": on.isoformat(), **form})
    with approved([order.submission]):
        return carry_out_act(order=order, seen=seen_token(small.obligor), on=on, **KNOWN)  # type: ignore[arg-type]


def demanded_claims(small: SmallRegister) -> tuple[int, int]:
    claims = small.claim("1"), small.claim("2")
    for claim_id in claims:
        small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 8, 1), designated_on=date(2018, 8, 11))
    return claims


def deposit(small: SmallRegister, claims: tuple[int, ...], *, obligor_id: int = 0) -> int:
    found = NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金 1", holder="見本銀行")
    return record_property(
        obligor_id=obligor_id or small.obligor,
        claim_ids=claims,
        found=found,
        submission=str(uuid4()),
        scope=ALL,
        by="kakari",
        on=FOUND,
    )


def turns(property_id: int) -> list[str]:
    return list(PropertyChange.objects.filter(property_id=property_id).order_by("pk").values_list("turn", flat=True))


def seized(small: SmallRegister, claims: tuple[int, ...], property_id: int) -> int:
    form = {"property_kind": "bank_deposit", "property": "普通預金 1", "holder": "見本銀行"}
    return done(small, "seizure", claims, on=SEIZED, found_property=property_id, **form)


def test_a_seizure_holds_its_property_until_the_last_of_its_claims_is_free(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    property_id = deposit(small, claims)
    seizure = seized(small, claims, property_id)
    assert PropertyChange.objects.get().act_id == seizure
    assert not UndisposedProperty.objects.exists()
    with pytest.raises(Refused, match="差押えの解除又は終了の処理で"):
        change_property(property_id=property_id, change=Change(PropertyTurn.SOLD), scope=ALL, by="kakari", on=ENDED)
    running = SEIZED.isoformat()
    why = "partly_paid_or_other_property"
    done(small, "seizure_release", claims[:1], on=ENDED, running=running, why=why)
    assert turns(property_id) == ["property_seized"], "the other claim still holds it"
    done(small, "seizure_release", claims[1:], on=ENDED, running=running, why=why)
    assert turns(property_id) == ["property_seized", "property_released"]
    assert UndisposedProperty.objects.exists()


@pytest.mark.parametrize("register", VENDORS[:1], indirect=True)
def test_what_ends_the_seizure_says_what_became_of_the_property(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    used, worthless = deposit(small, claims), deposit(small, claims)
    seized(small, claims, used)
    done(small, "seizure_completed", claims, on=ENDED, running=SEIZED.isoformat(), outcome="completed")
    assert turns(used) == ["property_seized", "property_sold"]
    seized(small, claims, worthless)
    done(small, "seizure_release", claims, on=ENDED, running=SEIZED.isoformat(), why="seizure_worthless")
    assert turns(worthless) == ["property_seized", "property_worthless"]


def test_a_seizure_taken_back_gives_the_property_back(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    property_id = deposit(small, claims)
    seizure = seized(small, claims, property_id)
    reverse_act(act_id=seizure, note="別の人の預金", submission=str(uuid4()), on=ENDED, **KNOWN)  # type: ignore[arg-type]
    assert turns(property_id) == ["property_seized", "property_released"]
    assert UndisposedProperty.objects.exists()


@pytest.mark.parametrize("register", VENDORS[:1], indirect=True)
def test_somebody_elses_property_is_refused_and_nothing_is_written(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    strange = small.claim("3", obligor_id=small.other_obligor)
    property_id = deposit(small, (strange,), obligor_id=small.other_obligor)
    with pytest.raises(Refused, match="この債務者の財産ではありません"):
        seized(small, claims, property_id)
    assert not PropertyChange.objects.exists()


def grace_plan(claims: tuple[int, ...], yen: int) -> str:
    chosen = chosen_plan(yen, PlanChoice(date(2018, 11, 30), count=4)).value
    plan = replace(
        plan_in(_EMPTY),
        claim_ids=claims,
        instalments=chosen.instalments,
        monthly_yen=chosen.monthly_yen,
    )
    return plan_as_text(plan)


_EMPTY = (
    '{"charge_yen":0,"claim_ids":[],"income_yen":null,"instalments":[],"kind":"conversion_grace","living_yen":null,'
    '"method":"equal_instalments","monthly_yen":0,"note":"","order":"oldest_due_first","replaces_id":null,'
    '"review_every_months":0,"tolerance":[0,0]}'
)
GRACE = {"reason": "15-5/1/1", "hardship": True, "sincere": True, "instalments_agreed": True, "until": "2019-03-31"}


def test_a_grace_brings_its_plan_and_takes_it_along_when_cancelled(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    done(small, "conversion_grace", claims, on=SEIZED, plan=grace_plan(claims, 20_000), **GRACE)
    plan = Plan.objects.get()
    assert (plan.kind, plan.total_yen, plan.instalments.count()) == (PlanKind.CONVERSION_GRACE, 20_000, 4)
    ending = Ending(PlanOutcome.CANCELLED, "申出")
    with pytest.raises(Refused, match="取消し・終了の処理で"):
        end_plan(plan_id=plan.pk, ending=ending, submission=str(uuid4()), on=ENDED, **KNOWN)  # type: ignore[arg-type]
    why = "instalment_missed"
    on = date(2018, 12, 10)
    done(small, "conversion_grace_cancel", claims, on=on, running=SEIZED.isoformat(), why=why)
    assert PlanEnd.objects.get().outcome == PlanOutcome.BROKEN


@pytest.mark.parametrize("register", VENDORS[:1], indirect=True)
def test_a_plan_that_does_not_fit_its_grace_is_refused_whole(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    with pytest.raises(Refused, match="債権が違います"):
        done(small, "conversion_grace", claims[:1], on=SEIZED, plan=grace_plan(claims, 20_000), **GRACE)
    form = GRACE | {"until": "2019-01-31"}
    with pytest.raises(InvalidInput, match="期間の末日より後"):
        done(small, "conversion_grace", claims, on=SEIZED, plan=grace_plan(claims, 20_000), **form)
    with pytest.raises(InvalidInput, match="分割の計画として読めません"):
        done(small, "conversion_grace", claims, on=SEIZED, plan='{"kind":"conversion_grace"}', **GRACE)
    forged = grace_plan(claims, 20_000).replace('"replaces_id":null', '"replaces_id":1')
    with pytest.raises(Refused, match="代わる前の計画に、選んだ債権が一つもありません"):
        done(small, "conversion_grace", claims, on=SEIZED, plan=forged, **GRACE)
    assert not Plan.objects.exists()


def test_a_plan_comes_back_from_its_text_as_it_was() -> None:
    chosen = chosen_plan(50_000, PlanChoice(date(2026, 9, 30), monthly_yen=9_000)).value
    plan = replace(plan_in(_EMPTY), method=PlanMethod.STEP_UP, claim_ids=(3, 1), instalments=chosen.instalments)
    assert plan_in(plan_as_text(plan)) == plan
    for wrong in ("", "[]", "{}", plan_as_text(plan).replace('"charge_yen":0', '"charge_yen":true')):
        with pytest.raises(InvalidInput):
            plan_in(wrong)


def test_answers_stand_in_the_history_and_prove_a_suspension_only_where_they_say_nothing(small: SmallRegister) -> None:
    claims = demanded_claims(small)
    asked = Inquiries(
        claim_ids=claims,
        inquiries=(Inquiry(PropertyKind.BANK_DEPOSIT, "見本銀行"), Inquiry(PropertyKind.SALARY, "見本製作所")),
        answer_due_on=date(2018, 10, 30),
        consented=True,
    )
    nothing, salary = ask_about_property(
        obligor_id=small.obligor,
        asked=asked,
        submission="asked",
        on=FOUND,
        **KNOWN,  # type: ignore[arg-type]
    )
    none, paid = AnswerNote(AnswerResult.NONE, SEIZED), AnswerNote(AnswerResult.FOUND, SEIZED)
    wage = NewProperty(PropertyKind.SALARY, "給与", holder="見本製作所")
    answer_inquiry(investigation_id=nothing, answer=none, on=SEIZED, **KNOWN)  # type: ignore[arg-type]
    answer_inquiry(investigation_id=salary, answer=paid, found=(wage,), on=SEIZED, **KNOWN)  # type: ignore[arg-type]
    lines = [item for item in history_of((small.obligor,), claims, scope=ALL).items if item.kind == "inquiry_answer"]
    assert [(line.label, line.result) for line in lines] == [
        ("見本製作所", AnswerResult.FOUND),
        ("見本銀行", AnswerResult.NONE),
    ]
    form = {"reason": "15-7/1/1", "surplus_yen": 0, "evidence": "預金なし"}
    with pytest.raises(InvalidInput, match="財産がないとの回答ではありません"):
        done(small, "disposition_suspension", claims, on=ENDED, answers=[nothing, salary], **form)
    done(small, "disposition_suspension", claims, on=ENDED, answers=[nothing], **form)
