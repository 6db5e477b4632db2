"""Persons prepared for the stories: a section of its own with an officer and a manager, nursery fees, and what lies behind each story.

The one idea: a section of its own, so that no list or figure of the other sections changes. Days lie before the day of the tests, counted
back from it, since an office acts today.
"""

from datetime import date, timedelta

from django.utils.timezone import localdate

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import AnswerNote, answer_inquiry
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.carry_out_act import carry_out_act
from saiken.register.actions.create_user import create_user
from saiken.register.actions.draft_proposal import Draft
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_office import register_office
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.models.obligor import ObligorKind
from saiken.register.models.office import OfficeKind
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.scope import everything
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_city import BY, FOUNDED, SmallCity
from tests.support.small_city_steps import decided, owed
from tests.web.people import PASSWORD, STORY_PERSONS

SECTION = "保育課"
OFFICER, MANAGER = "nursery", "nursery-manager"
PEOPLE = {OFFICER: ("架空 桜子", Role.CASE_OFFICER), MANAGER: ("架空 松雄", Role.SECTION_MANAGER)}


class Stories:
    """Fills the register of a small city that is already there; the persons are those of `STORY_PERSONS`, in order."""

    def __init__(self, city: SmallCity) -> None:
        self.city = city
        self.today = localdate()
        self.office_id = 0
        self.receivable_id = 0
        self.persons: dict[str, int] = {}
        self.claims: dict[str, int] = {}

    def fill(self) -> None:
        """The section, then the person of each story."""
        self._section()
        self._receivable()
        for number, (story, (name, name_kana)) in enumerate(STORY_PERSONS.items(), start=1):
            person = NewObligor(
                kind=ObligorKind.PERSON,
                name=name,
                name_kana=name_kana,
                external_number=f"S{number:06}",
                address=f"架空市架空区物語町{number}番地",
                telephone="000-0000-1111",
            )
            self.persons[story] = register_obligor(obligor=person, by=BY, on=FOUNDED)
        self._owes("seizure", 84_000, due_on=self._ago(400))
        self._owes("pledge", 120_000, due_on=self._ago(500))
        self._demanded("pledge", self._ago(450))
        self._owes("pledge-again", 120_000, due_on=self._ago(500))
        self._demanded("pledge-again", self._ago(450))
        self._pledged_and_reminded("pledge-again", agreed_on=self._ago(55), first_on=self._ago(50))
        self._owes("grace", 240_000, due_on=self._ago(120))
        self._demanded("grace", self._ago(90))
        self._owes("suspended", 96_000, due_on=self._ago(700))
        self._demanded("suspended", self._ago(650))
        self._found_nothing("suspended", asked_on=self._ago(90))
        self._owes("rechecked", 73_000, due_on=self._ago(900))
        self._demanded("rechecked", self._ago(850))
        self._found_nothing("rechecked", asked_on=self._ago(600))
        self._suspended("rechecked", on=self._ago(500))
        self._owes("extinct", 52_000, due_on=self._ago(1_500))
        self._demanded("extinct", self._ago(1_450))
        self._found_nothing("extinct", asked_on=self._ago(1_200))
        self._suspended("extinct", on=self._ago(1_120))

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _section(self) -> None:
        parent_id = self.city.offices["福祉局"]
        self.office_id = register_office(
            key=SECTION, name=SECTION, kind=OfficeKind.SECTION, parent_id=parent_id, by=BY, on=FOUNDED
        )
        for username, (display_name, role) in PEOPLE.items():
            create_user(
                username=username,
                display_name=display_name,
                password=PASSWORD,
                must_change_password=False,
                by=BY,
                on=FOUNDED,
            )
            assign_role(username=username, office_id=self.office_id, role=role, by=BY, on=FOUNDED)

    def _receivable(self) -> None:
        receivable = NewReceivable(
            bureau_id=self.city.offices["福祉局"],
            number="070",
            name="保育所保育料",
            section_id=self.office_id,
            allowed_classes=(LegalClass.PUBLIC_ENFORCEABLE,),
            claim_based_from=2000,
        )
        self.receivable_id = register_receivable(receivable=receivable, by=BY, on=FOUNDED)
        terms = NewTerms(LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.OTHER_PUBLIC)
        set_receivable_terms(receivable_id=self.receivable_id, terms=terms, lawbook=BOOK, by=BY, on=FOUNDED)

    def _owes(self, story: str, yen: int, *, due_on: date) -> None:
        self.claims[story] = owed(
            f"保育-{story}",
            yen,
            due_on=due_on,
            obligor_id=self.persons[story],
            receivable_id=self.receivable_id,
            office_id=self.office_id,
            legal_class=LegalClass.PUBLIC_ENFORCEABLE,
        )

    def _demanded(self, story: str, on: date) -> None:
        event = NewEvent(self.claims[story], EventKind.FORMAL_DEMAND, on, designated_on=on + timedelta(days=10))
        record_case_events(events=[event], lawbook=BOOK, by=BY, on=on)

    def _found_nothing(self, story: str, *, asked_on: date) -> None:
        known = {"scope": everything(OFFICER), "lawbook": BOOK, "by": OFFICER}
        asked = Inquiries(
            claim_ids=(self.claims[story],),
            inquiries=(
                Inquiry(PropertyKind.BANK_DEPOSIT, "物語銀行"),
                Inquiry(PropertyKind.LIFE_INSURANCE, "物語生命"),
            ),
            answer_due_on=asked_on + timedelta(days=21),
            consented=True,
        )
        obligor_id = self.persons[story]
        ids = ask_about_property(obligor_id=obligor_id, asked=asked, submission=f"asked-{story}", on=asked_on, **known)  # type: ignore[arg-type]
        answered_on = asked_on + timedelta(days=14)
        for investigation_id in ids:
            none = AnswerNote(AnswerResult.NONE, answered_on)
            answer_inquiry(investigation_id=investigation_id, answer=none, on=answered_on, **known)  # type: ignore[arg-type]

    def _pledged_and_reminded(self, story: str, *, agreed_on: date, first_on: date) -> None:
        """Twelve instalments, the first missed, a reminder ten days after it."""
        obligor_id, claim_id = self.persons[story], self.claims[story]
        chosen = chosen_plan(120_000, PlanChoice(first_on, count=12)).value
        plan = NewPlan(
            kind=PlanKind.PLEDGE,
            method=PlanMethod.EQUAL,
            claim_ids=(claim_id,),
            instalments=chosen.instalments,
            monthly_yen=chosen.monthly_yen,
        )
        known = {"scope": everything(OFFICER), "lawbook": BOOK, "by": OFFICER}
        agree_plan(obligor_id=obligor_id, plan=plan, submission=f"plan-{story}", on=agreed_on, **known)  # type: ignore[arg-type]
        order = ActOrder("informal_demand", obligor_id, (claim_id,), f"reminder-{story}")
        reminded_on = first_on + timedelta(days=10)
        carry_out_act(order=order, seen=seen_token(obligor_id), on=reminded_on, **known)  # type: ignore[arg-type]

    def _suspended(self, story: str, *, on: date) -> None:
        """Drafted by the officer, approved by the manager and carried out on one day."""
        form = {"reason": "15-7/1/1", "surplus_yen": 0, "evidence": "預貯金、生命保険とも見当たらない。"}
        order = ActOrder("disposition_suspension", self.persons[story], (self.claims[story],), f"story-{story}", form)
        draft = Draft(
            self.office_id, "滞納処分の停止", "差し押さえることのできる財産がない。", [order], f"draft-{story}"
        )
        decided(draft, officer=OFFICER, manager=MANAGER, on=on)
