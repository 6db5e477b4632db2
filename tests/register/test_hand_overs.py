"""Hand-overs: custody, files, events and what each office sees follow every step; nothing else leaks; one of two racing acceptances wins.

The one idea: told from the claims of one person at a bureau, handed to a ward that saw nothing before.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.domain.errors import DomainError, InvalidInput, Refused
from saiken.register.actions._clock import take
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.assess import assess
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.receive import receive
from saiken.register.actions.register_office import register_office
from saiken.register.models import (
    AccessLog,
    Act,
    ActClaim,
    CaseEvent,
    CaseFile,
    ClaimCustody,
    HandOver,
    HandOverStanding,
    Obligor,
)
from saiken.register.models.office import OfficeKind
from saiken.register.queries.claim import claim_page
from saiken.register.queries.explain import explain
from saiken.register.queries.hand_overs import Box, box_counts, hand_over_detail, hand_overs
from saiken.register.queries.hidden_places import HIDDEN
from saiken.register.queries.person import demand_seen
from saiken.register.queries.person_owed import owed
from saiken.register.queries.scope import Scope
from saiken.register.queries.verify import differences
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

GIVE = HandOverStepKind
DAY, LATER, END = date(2019, 6, 1), date(2019, 7, 1), date(2019, 9, 1)


@pytest.fixture
def desk(small: SmallRegister) -> "Desk":
    """A bureau that gives, a corporation outside that receives, two claims of one person."""
    outside = register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, by="kakari", on=DAY)
    return Desk(small, outside, (small.claim("1"), small.claim("2", yen=20_000)))


class Desk:
    """What the tests act on, and short ways to do it."""

    def __init__(self, small: SmallRegister, outside: int, claims: tuple[int, int]) -> None:
        self.small, self.outside, self.claims = small, outside, claims
        self.giving, self.receiving = frozenset({small.bureau}), frozenset({outside})

    def propose(self, **facts: Any) -> int:
        """Propose everything of the person, or what `facts` say."""
        given: dict[str, Any] = {
            "obligor_id": self.small.obligor,
            "from_office_id": self.small.bureau,
            "to_office_id": self.outside,
            "condition": "high_balance",
            "submission": "one",
            "offices": self.giving,
        }
        return propose_hand_over(proposal=Proposal(**(given | facts)), lawbook=BOOK, by="kakari", on=DAY)

    def act(self, kind: str, *, on: date) -> None:
        """An act of the receiving office on the first claim; nothing but the record of it."""
        with transaction.atomic():  # the clock is taken under its lock
            row = Act.objects.create(
                kind=kind, obligor_id=self.small.obligor, office_id=self.outside, on=on, note="実家は見本町", submission=f"{kind}{on}",
                recorded_at=take().recorded_at, recorded_by="kakari",
            )  # fmt: skip
            ActClaim.objects.create(act=row, claim_id=self.claims[0])

    def step(self, hand_over_id: int, kind: HandOverStepKind, *, on: date = LATER, **facts: Any) -> int:
        """Take a step as the side whose step it is."""
        giving = kind in (GIVE.PROPOSED, GIVE.HALTED)
        seen = HandOverStanding.objects.get(pk=hand_over_id).step
        given: dict[str, Any] = {
            "offices": self.giving if giving else self.receiving,
            "seen": seen,
            "reason": "事情による",
        }
        step = NextStep(hand_over_id, kind, **(given | facts))
        return advance_hand_over(step=step, lawbook=BOOK, by="kakari", on=on)

    def sees(self, offices: frozenset[int]) -> list[int]:
        """The claims that these offices see."""
        return sorted(Scope(by="someone", offices=offices).claims().values_list("pk", flat=True))

    def file(self, office_id: int) -> tuple[int, int]:
        """Open claims and balance of the person's file at an office; nothing without one."""
        row = CaseFile.objects.filter(obligor_id=self.small.obligor, office_id=office_id).first()
        return (row.open_claims, row.balance_yen) if row else (0, 0)


def test_an_accepted_hand_over_moves_what_the_offices_see_and_work(desk: Desk) -> None:
    number = desk.propose(claim_ids=desk.claims[:1])
    assert desk.sees(desk.receiving) == []
    assert desk.file(desk.small.bureau) == (2, 30_000)
    desk.step(number, GIVE.ACCEPTED)
    assert desk.sees(desk.receiving) == [desk.claims[0]]
    assert desk.sees(desk.giving) == list(desk.claims)
    assert desk.file(desk.small.bureau) == (1, 20_000)
    assert desk.file(desk.outside) == (1, 10_000)
    event = CaseEvent.objects.get(kind=EventKind.HAND_OVER.value)
    assert (event.claim_id, event.on, event.note) == (desk.claims[0], LATER, "見本局 から 見本公社 へ")
    assert list(differences(lawbook=BOOK)) == []


def test_nothing_but_the_claim_handed_over_leaks(desk: Desk) -> None:
    other = desk.small.assessment("9", obligor_id=desk.small.other_obligor)
    (others,) = assess(assessments=[other], lawbook=BOOK, by="kakari", on=DAY)
    desk.step(desk.propose(claim_ids=desk.claims[:1]), GIVE.ACCEPTED)
    scope = Scope(by="outside", offices=desk.receiving)
    assert claim_page(desk.claims[0], scope=scope).claim_id == desk.claims[0]
    assert explain(desk.claims[0], on=LATER, lawbook=BOOK, scope=scope).claim_id == desk.claims[0]
    assert owed([desk.small.obligor], scope=scope, on=LATER, most_shown=9).claim_ids == (desk.claims[0],)
    for claim_id in (desk.claims[1], others):
        with pytest.raises(Refused, match="所属の異なる"):
            claim_page(claim_id, scope=scope)
        with pytest.raises(Refused, match="所属の異なる"):
            explain(claim_id, on=LATER, lawbook=BOOK, scope=scope)
    with pytest.raises(InvalidInput):
        demand_seen([desk.small.other_obligor], scope)


@pytest.mark.parametrize(("kind", "on"), [(GIVE.RETURNED, END), (GIVE.HALTED, END)])
def test_what_is_returned_or_halted_goes_back_with_one_history(desk: Desk, kind: HandOverStepKind, on: date) -> None:
    number = desk.propose()
    desk.step(number, GIVE.ACCEPTED)
    receive(claim_id=desk.claims[0], yen=4_000, lawbook=BOOK, by="kakari", on=date(2019, 8, 1))
    desk.act("call", on=date(2019, 8, 2))
    desk.step(number, GIVE.RESULT_REPORTED, on=date(2019, 8, 3))
    desk.step(number, kind, on=on)
    assert not ClaimCustody.objects.exists()
    assert desk.sees(desk.receiving) == []
    assert desk.file(desk.small.bureau) == (2, 26_000)
    assert desk.file(desk.outside) == (0, 0)
    for offices in (desk.giving, desk.receiving):
        found = hand_over_detail(number, offices=offices, scope=Scope(by="x", offices=offices), on=END)
        assert [step.kind for step in found.steps] == [GIVE.PROPOSED, GIVE.ACCEPTED, GIVE.RESULT_REPORTED, kind]
        assert (found.collected_yen, found.may, found.done) == (4_000, (), {"call": 1})
        (told,) = (step.figures for step in found.steps if step.kind == GIVE.RESULT_REPORTED)
        assert told == {"collected_yen": 4_000, "call": 1}
    ends = CaseEvent.objects.filter(kind=EventKind.HAND_OVER.value, ends=True)
    assert {event.outcome for event in ends} == {"withdrawn"}
    assert list(differences(lawbook=BOOK)) == []


def test_receipts_before_and_after_the_custody_are_not_its_result(desk: Desk) -> None:
    number = desk.propose()
    desk.step(number, GIVE.ACCEPTED, on=LATER)
    for day, yen in ((date(2019, 6, 30), 100), (LATER, 200), (date(2019, 8, 31), 400), (END, 800)):
        receive(claim_id=desk.claims[1], yen=yen, lawbook=BOOK, by="kakari", on=day)
    desk.step(number, GIVE.RETURNED, on=END)
    found = hand_over_detail(number, offices=desk.giving, scope=Scope(by="x", offices=None), on=date(2020, 1, 1))
    assert found.collected_yen == 600


def test_a_hand_over_is_closed_only_when_everything_is_paid(desk: Desk) -> None:
    number = desk.propose(claim_ids=desk.claims[:1])
    desk.step(number, GIVE.ACCEPTED)
    with pytest.raises(Refused, match="返還してください"):
        desk.step(number, GIVE.CLOSED)
    assert HandOverStanding.objects.get(pk=number).step == GIVE.ACCEPTED
    receive(claim_id=desk.claims[0], yen=10_000, lawbook=BOOK, by="kakari", on=LATER)
    desk.step(number, GIVE.CLOSED)
    assert HandOverStanding.objects.get(pk=number).ended_on == LATER


def test_a_case_is_handed_on_and_comes_back_in_the_same_order(desk: Desk) -> None:
    first = desk.propose()
    desk.step(first, GIVE.ACCEPTED)
    again = desk.propose(
        from_office_id=desk.outside, to_office_id=desk.small.ward, offices=desk.receiving, submission="two"
    )
    ward = frozenset({desk.small.ward})
    desk.step(again, GIVE.ACCEPTED, offices=ward)
    assert desk.sees(ward) == list(desk.claims)
    with pytest.raises(Refused, match="さらに他の所属"):
        desk.step(first, GIVE.RETURNED)
    desk.step(again, GIVE.RETURNED, offices=ward)
    assert set(ClaimCustody.objects.values_list("office_id", flat=True)) == {desk.outside}
    desk.step(first, GIVE.RETURNED)
    assert not ClaimCustody.objects.exists()


def test_only_the_right_side_in_the_right_order_and_with_a_reason(desk: Desk) -> None:
    number = desk.propose(is_draft=True)
    with pytest.raises(Refused, match="まだ申し出られていません"):
        desk.step(number, GIVE.ACCEPTED)
    desk.step(number, GIVE.PROPOSED)
    with pytest.raises(Refused, match="引継ぎを受ける側の所属"):
        desk.step(number, GIVE.ACCEPTED, offices=desk.giving)
    with pytest.raises(Refused, match="他の所属の間"):
        desk.step(number, GIVE.ACCEPTED, offices=frozenset({desk.small.ward}))
    with pytest.raises(InvalidInput, match="理由"):
        desk.step(number, GIVE.REFUSED, reason=" ")
    with pytest.raises(Refused, match="ほかの人"):
        desk.step(number, GIVE.REFUSED, seen=GIVE.DRAFTED.value)
    desk.step(number, GIVE.REFUSED)
    assert not ClaimCustody.objects.exists()
    with pytest.raises(Refused, match="受け入れられませんでした"):
        desk.step(number, GIVE.ACCEPTED)


def test_what_cannot_be_given_is_refused(desk: Desk) -> None:
    number = desk.propose()
    assert desk.propose() == number
    assert HandOver.objects.get().number == "2019-00001"
    refusals: list[tuple[dict[str, Any], str]] = [
        ({"submission": "2"}, "すでに引継ぎ 2019-00001"),
        ({"submission": "2", "offices": desk.receiving}, "自分の所属が扱う"),
        ({"submission": "2", "to_office_id": desk.small.bureau}, "同じ所属"),
        ({"submission": "2", "condition": "whim"}, "条件がありません"),
        ({"submission": "2", "claim_ids": (999,)}, "この所属が扱っていません"),
        ({"submission": "2", "obligor_id": desk.small.other_obligor}, "残高のある債権がありません"),
    ]
    for facts, sentence in refusals:
        with pytest.raises(DomainError, match=sentence):
            desk.propose(**facts)


def test_the_certificate_tells_what_is_given_and_warns(desk: Desk) -> None:
    demand = desk.small.event(desk.claims[0], EventKind.FORMAL_DEMAND, date(2018, 8, 1))
    seizure = desk.small.event(desk.claims[1], EventKind.SEIZURE, date(2019, 3, 1))
    assert demand < seizure
    desk.small.claim("3", fiscal_year=2016, yen=5_000)
    certificate = HandOver.objects.get(pk=desk.propose(attachments="交渉記録3枚")).certificate
    assert [claim["balance_yen"] for claim in certificate["claims"]] == [10_000, 20_000, 5_000]
    assert certificate["balance_yen"] == 35_000
    assert [(each["claim"], each["kind"]) for each in certificate["running"]] == [(desk.claims[1], "seizure")]
    assert certificate["attachments"] == "交渉記録3枚"
    assert any("時効の期間" in warning for warning in certificate["warnings"])
    assert "address" not in certificate["obligor"]


def test_the_boxes_of_both_offices(desk: Desk) -> None:
    number = desk.propose()
    scope = Scope(by="reader", offices=desk.receiving)
    assert box_counts(desk.receiving)[Box.WAITING] == 1
    assert box_counts(desk.giving) == {
        Box.WAITING: 0, Box.DRAFTS: 0, Box.PROPOSED: 1, Box.HELD: 0, Box.GIVEN: 0
    }  # fmt: skip
    (line,) = hand_overs(Box.WAITING, offices=desk.receiving, scope=scope).lines
    assert (line.hand_over_id, line.claims, line.yen, line.from_office) == (number, 2, 30_000, "見本局")
    looks = AccessLog.objects.filter(by="reader", what="hand_overs").order_by("pk")
    assert list(looks.values_list("subject", flat=True)) == [
        f"引継ぎ {number}-{number}",
        f"債務者 {desk.small.obligor}",
    ]
    stranger = frozenset({desk.small.ward})
    with pytest.raises(Refused, match="他の所属の間"):
        hand_over_detail(number, offices=stranger, scope=Scope(by="w", offices=stranger), on=LATER)


def test_of_two_who_accept_at_once_one_is_told_so(desk: Desk) -> None:
    number = desk.propose()

    def accept(by: str) -> str:
        try:
            step = NextStep(number, GIVE.ACCEPTED, offices=desk.receiving, seen=GIVE.PROPOSED.value)
            advance_hand_over(step=step, lawbook=BOOK, by=by, on=LATER)
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(accept, ("one", "two")))
    assert answers == ["done", "この引継ぎはすでに受け入れられています"]
    assert CaseEvent.objects.filter(kind=EventKind.HAND_OVER.value).count() == 2


def test_notes_of_somebody_protected_since_are_not_read_from_the_certificate(desk: Desk) -> None:
    first = desk.propose()
    desk.step(first, GIVE.ACCEPTED)
    desk.act("call", on=LATER)
    again = desk.propose(
        from_office_id=desk.outside, to_office_id=desk.small.ward, offices=desk.receiving, submission="again"
    )
    for protected, note in ((False, "実家は見本町"), (True, HIDDEN)):
        Obligor.objects.filter(pk=desk.small.obligor).update(protected=protected)
        found = hand_over_detail(again, offices=desk.receiving, scope=Scope("kakari", desk.receiving), on=LATER)
        assert [act["note"] for act in found.certificate["acts"]] == [note]


def test_notes_of_a_protected_person_are_not_on_the_certificate(desk: Desk) -> None:
    first = desk.propose()
    desk.step(first, GIVE.ACCEPTED)
    desk.act("call", on=LATER)
    for protected, note in ((False, "実家は見本町"), (True, "")):
        Obligor.objects.filter(pk=desk.small.obligor).update(protected=protected)
        again = desk.propose(
            from_office_id=desk.outside,
            to_office_id=desk.small.ward,
            offices=desk.receiving,
            submission=f"x{protected}",
        )
        certificate = HandOver.objects.get(pk=again).certificate
        assert [act["note"] for act in certificate["acts"]] == [note]
        assert any("記事は載せていません" in warning for warning in certificate["warnings"]) is protected
        desk.step(again, GIVE.HALTED, offices=desk.receiving)
