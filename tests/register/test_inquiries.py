"""Inquiries about property: asked of several at once, answered one by one, what was found waits for an act; on both databases."""

from datetime import date

import pytest

from saiken.domain.claim.asset import AnswerResult, PropertyKind, PropertyTurn
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.change_property import Change, change_property
from saiken.register.actions.record_property import record_property
from saiken.register.models import Act, AwaitedAnswer, CaseEvent, Property, UndisposedProperty
from saiken.register.queries.scope import Scope, everything
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ALL = everything("kakari")
ASKED = date(2026, 9, 1)
DUE = date(2026, 9, 22)
GROUND = "national_tax_collection_act/141"
BANKS = (
    Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行"),
    Inquiry(PropertyKind.BANK_DEPOSIT, "見本信用金庫"),
    Inquiry(PropertyKind.SALARY, "架空商事"),
)


def asked(small: SmallRegister, *claim_ids: int, submission: str = "s", **facts: object) -> tuple[int, ...]:
    given: dict[str, object] = {"inquiries": BANKS, "answer_due_on": DUE, "legal_ground": GROUND}
    return ask_about_property(
        obligor_id=small.obligor,
        asked=Inquiries(claim_ids, **(given | facts)),  # type: ignore[arg-type]
        submission=submission,
        scope=ALL,
        lawbook=BOOK,
        by="kakari",
        on=ASKED,
    )


def answered(inquiry: int, result: AnswerResult, *found: NewProperty, day: date = date(2026, 9, 10)) -> tuple[int, ...]:
    return answer_inquiry(
        investigation_id=inquiry,
        answer=AnswerNote(result, day),
        found=found,
        scope=ALL,
        lawbook=BOOK,
        by="kakari",
        on=date(2026, 9, 30),
    )


def running(claim_id: int) -> bool:
    """Whether the investigation of the claim has not been concluded."""
    events = CaseEvent.objects.filter(claim_id=claim_id, kind=EventKind.PROPERTY_INVESTIGATION.value)
    return events.filter(concludes=None).exclude(concluded_by__ends=True).exists()


DEPOSIT = NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金 1234567", holder="架空銀行 本店", estimated_yen=50_000)


def test_one_act_asks_several_and_the_investigation_ends_with_the_last_answer(small: SmallRegister) -> None:
    claim = small.claim("1")
    first, second, third = asked(small, claim)
    assert asked(small, claim) == (first, second, third)
    assert Act.objects.count() == 1
    assert AwaitedAnswer.objects.count() == 3
    (deposit,) = answered(first, AnswerResult.FOUND, DEPOSIT)
    assert answered(second, AnswerResult.NONE, day=date(2026, 9, 20)) == ()
    assert running(claim)
    answered(third, AnswerResult.NO_SUCH_PERSON)
    assert not running(claim)
    end = CaseEvent.objects.get(claim_id=claim, ends=True)
    assert (end.on, end.outcome) == (date(2026, 9, 20), "completed")
    assert not AwaitedAnswer.objects.exists()
    assert list(UndisposedProperty.objects.values_list("property_id", flat=True)) == [deposit]
    with pytest.raises(Refused, match="すでに回答"):
        answered(first, AnswerResult.NONE)


def test_a_claim_without_the_power_to_inspect_needs_consent(small: SmallRegister) -> None:
    loan = small.claim("2", receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    with pytest.raises(Refused, match="質問検査はできません"):
        asked(small, loan)
    with pytest.raises(Refused, match="根拠となる条文か"):
        asked(small, loan, legal_ground="")
    assert len(asked(small, loan, legal_ground="", consented=True)) == 3


def test_what_makes_no_sense_is_refused(small: SmallRegister) -> None:
    claim = small.claim("1")
    with pytest.raises(InvalidInput, match="照会先がありません"):
        asked(small, claim, inquiries=())
    with pytest.raises(InvalidInput, match="名称がありません"):
        asked(small, claim, inquiries=(Inquiry(PropertyKind.OTHER, " "),))
    with pytest.raises(InvalidInput, match="二度あります"):
        asked(small, claim, inquiries=(BANKS[0], BANKS[0]))
    with pytest.raises(InvalidInput, match="期限が照会の日より前"):
        asked(small, claim, answer_due_on=date(2026, 8, 1))
    first, *_ = asked(small, claim)
    with pytest.raises(InvalidInput, match="財産の表示がありません"):
        answered(first, AnswerResult.FOUND)
    with pytest.raises(InvalidInput, match="財産なしの回答"):
        answered(first, AnswerResult.NONE, DEPOSIT)
    with pytest.raises(InvalidInput, match="回答の日が照会の日より前"):
        answered(first, AnswerResult.NONE, day=date(2026, 8, 31))
    assert AwaitedAnswer.objects.count() == 3


def changed(property_id: int, turn: PropertyTurn, scope: Scope = ALL) -> int:
    return change_property(property_id=property_id, change=Change(turn), scope=scope, by="kakari", on=date(2026, 10, 1))


def test_property_waits_until_something_becomes_of_it(small: SmallRegister) -> None:
    claim = small.claim("1")
    property_id = record_property(
        obligor_id=small.obligor, claim_ids=(claim,), found=DEPOSIT, submission="p", scope=ALL, by="kakari", on=ASKED
    )
    assert Property.objects.get().investigation_id is None
    with pytest.raises(Refused, match="差押え中でない"):
        changed(property_id, PropertyTurn.RELEASED)
    with pytest.raises(Refused, match="差押えの処理で"):
        changed(property_id, PropertyTurn.SEIZED)
    with pytest.raises(Refused, match="所属の異なる"):
        changed(property_id, PropertyTurn.WORTHLESS, Scope("kakari", frozenset({small.ward})))
    assert UndisposedProperty.objects.exists()
    changed(property_id, PropertyTurn.WORTHLESS)
    assert not UndisposedProperty.objects.exists()
    changed(property_id, PropertyTurn.SOLD)
    with pytest.raises(Refused, match="換価の済んだ"):
        changed(property_id, PropertyTurn.WORTHLESS)
