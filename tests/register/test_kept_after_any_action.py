"""Whatever the office does, in whatever order, the kept rows are those computed anew.

The one idea: a random morning over two persons, an office outside and every action that leaves a cache behind; what the rules refuse is
left undone. In the end the verification finds nothing.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from saiken.domain.claim.asset import AnswerResult, PropertyKind, PropertyTurn
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.domain.claim.plan import PlanKind, PlanMethod, PlanOutcome
from saiken.domain.errors import DomainError
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.domain.rules.instalment_plan import Instalment
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.change_property import Change, change_property
from saiken.register.actions.end_plan import Ending, end_plan
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.receive import receive
from saiken.register.actions.record_contact import NewContact, record_contact
from saiken.register.actions.record_property import record_property
from saiken.register.actions.register_office import register_office
from saiken.register.actions.remove_mark import remove_mark
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.actions.review_plan import Review, review_plan
from saiken.register.actions.roll_plans import roll_plans
from saiken.register.actions.roll_standings import roll_standings
from saiken.register.actions.undo_join import undo_join
from saiken.register.models import (
    Act,
    HandOverStanding,
    Investigation,
    Mark,
    ObligorJoin,
    Plan,
    PlanStanding,
    Property,
    WorkItem,
)
from saiken.register.models.office import OfficeKind
from saiken.register.queries.due_plans import due_plans
from saiken.register.queries.due_standings import due_standings
from saiken.register.queries.scope import everything
from saiken.register.queries.standing import basis_hash
from saiken.register.queries.verify import differences
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ALL = everything("kakari", purpose="test")
_STEPS = 45


class Office:
    """What an office may do on a day; every way picks at random what it does it to."""

    def __init__(self, small: SmallRegister, seed: int) -> None:
        self.small, self.chance, self.on = small, Random(seed), date(2019, 7, 1)
        self.outside = register_office(
            key="outside", name="見本公社", kind=OfficeKind.CORPORATION, by="kakari", on=self.on
        )
        self.persons = (small.obligor, small.other_obligor)
        self.claims = {
            person: [
                small.claim(f"{person}-{year}", yen=9_000, fiscal_year=year, obligor_id=person) for year in (2017, 2018)
            ]
            for person in self.persons
        }

    @property
    def _who(self) -> dict[str, object]:
        return {"by": "kakari", "on": self.on}

    @property
    def _acting(self) -> dict[str, object]:
        return {"scope": ALL, "lawbook": BOOK, "submission": f"s{self.chance.random()}", **self._who}

    def _person(self) -> int:
        return self.chance.choice(self.persons)

    def _claims_of(self, person: int) -> tuple[int, ...]:
        return tuple(self.chance.sample(self.claims[person], self.chance.choice((1, 2))))

    def _any(self, model: type) -> int:
        ids = list(model.objects.order_by("pk").values_list("pk", flat=True))
        if not ids:
            raise _NothingThere
        return self.chance.choice(ids)

    def day_passes(self) -> None:
        self.on += timedelta(days=self.chance.choice((1, 9, 40)))

    def roll(self) -> None:
        roll_standings(claim_ids=due_standings(self.on, basis=basis_hash(BOOK)), lawbook=BOOK, **self._who)
        roll_plans(plan_ids=due_plans(self.on), **self._who)

    def event(self) -> None:
        kinds = (EventKind.FORMAL_DEMAND, EventKind.RETURNED_MAIL, EventKind.PAYMENT_PLEDGE)
        self.small.event(self._claims_of(self._person())[0], self.chance.choice(kinds), self.on)

    def pay(self) -> None:
        yen = self.chance.choice((500, 3_000))
        receive(claim_id=self._claims_of(self._person())[0], yen=yen, lawbook=BOOK, **self._who)

    def contact(self) -> None:
        person = self._person()
        talk = NewContact(self._claims_of(person), ContactMode.TELEPHONE_OUT, ContactResult.ABSENT, next_on=self.on)
        record_contact(obligor_id=person, contact=talk, **self._acting)

    def mark(self) -> None:
        mark = NewMark(self.chance.choice(("transfer_failed", "public_assistance")), self.small.bureau)
        put_mark(obligor_id=self._person(), mark=mark, **self._who)

    def unmark(self) -> None:
        remove_mark(mark_id=self._any(Mark), **self._who)

    def agree(self) -> None:
        person = self._person()
        first, yen = self.on + timedelta(days=20), self.chance.choice((2_000, 4_500))
        instalments = (Instalment(1, first, yen, yen), Instalment(2, first + timedelta(days=31), yen, 0))
        replaces = PlanStanding.objects.filter(obligor_id=person).values_list("plan_id", flat=True).first()
        plan = NewPlan(
            kind=PlanKind.PLEDGE,
            method=PlanMethod.EQUAL,
            claim_ids=self._claims_of(person),
            instalments=instalments,
            monthly_yen=yen,
            review_every_months=self.chance.choice((0, 1)),
            replaces_id=replaces if self.chance.random() < 0.5 else None,
        )
        agree_plan(obligor_id=person, plan=plan, **self._acting)

    def end(self) -> None:
        outcome = self.chance.choice((PlanOutcome.BROKEN, PlanOutcome.CANCELLED, PlanOutcome.KEPT))
        end_plan(plan_id=self._any(Plan), ending=Ending(outcome, "事情"), **self._acting)

    def review(self) -> None:
        acting = {name: value for name, value in self._acting.items() if name != "lawbook"}
        review_plan(plan_id=self._any(Plan), review=Review(note="変わりない"), **acting)

    def ask(self) -> None:
        person = self._person()
        asked = Inquiries(
            claim_ids=self._claims_of(person),
            inquiries=[Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行"), Inquiry(PropertyKind.SALARY, "架空商事")],
            answer_due_on=self.on + timedelta(days=14),
            legal_ground="national_tax_collection_act/141",
        )
        ask_about_property(obligor_id=person, asked=asked, **self._acting)

    def answer(self) -> None:
        is_found = self.chance.random() < 0.5
        found = [NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金 1234567")] if is_found else []
        answer_inquiry(
            investigation_id=self._any(Investigation),
            answer=AnswerNote(AnswerResult.FOUND if is_found else AnswerResult.NONE, self.on),
            found=found,
            scope=ALL,
            lawbook=BOOK,
            **self._who,
        )

    def find(self) -> None:
        person = self._person()
        acting = {name: value for name, value in self._acting.items() if name != "lawbook"}
        new = NewProperty(PropertyKind.VEHICLE, "軽自動車")
        record_property(obligor_id=person, claim_ids=self._claims_of(person), found=new, **acting)

    def change(self) -> None:
        change = Change(self.chance.choice(list(PropertyTurn)))
        change_property(property_id=self._any(Property), change=change, scope=ALL, **self._who)

    def hand_over(self) -> None:
        proposal = Proposal(
            obligor_id=self._person(),
            from_office_id=self.small.bureau,
            to_office_id=self.outside,
            condition="high_balance",
            submission=f"h{self.chance.random()}",
            offices=frozenset({self.small.bureau}),
        )
        propose_hand_over(proposal=proposal, lawbook=BOOK, **self._who)

    def step(self) -> None:
        standing = HandOverStanding.objects.get(pk=self._any(HandOverStanding))
        step = NextStep(
            standing.hand_over_id,
            self.chance.choice(list(HandOverStepKind)),
            offices=frozenset({self.small.bureau, self.outside}),
            seen=standing.step,
            reason="事情",
        )
        advance_hand_over(step=step, lawbook=BOOK, **self._who)

    def join(self) -> None:
        joining = Joining(kept_id=self.persons[0], joined_id=self.persons[1], reason="同じ人", confirmed=True)
        join_obligors(joining=joining, **self._who)

    def part(self) -> None:
        undo_join(join_id=self._any(ObligorJoin), reason="別の人", **self._who)

    def take_back(self) -> None:
        reverse_act(act_id=self._any(Act), note="誤り", **self._acting)


class _NothingThere(Exception):
    """There is nothing yet that this could be done to."""


_WAYS: tuple[Callable[[Office], None], ...] = (
    Office.day_passes, Office.roll, Office.event, Office.pay, Office.contact, Office.mark, Office.unmark, Office.agree,
    Office.end, Office.review, Office.ask, Office.answer, Office.find, Office.change, Office.hand_over, Office.step,
    Office.join, Office.part, Office.take_back,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(1, 5))
def test_after_any_actions_the_verification_finds_nothing(small: SmallRegister, seed: int) -> None:
    office, chance, done = Office(small, seed), Random(seed), set()
    for _ in range(_STEPS):
        way = chance.choice(_WAYS)
        try:
            way(office)
        except (DomainError, _NothingThere):
            continue
        done.add(way.__name__)
    assert len(done) >= 9
    assert WorkItem.objects.exists()
    assert [str(fault) for fault in differences(lawbook=BOOK)] == []
