"""One thing of each kind that a permission guards, of the long-term care section and of another section.

The one idea: made last, about persons of whom no other test tells, so that the matrix of permissions (tests/web/samples.py, which names
these by number) may open, change and end them without being in anybody's way.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.person.fact import FactKind
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.assess import assess
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.prepare_run import NewRun, prepare_run
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.record_property import NewProperty, record_property
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.request_release import request_release
from saiken.register.actions.save_search import save_search
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.actions.start_run import start_run
from saiken.register.actions.state_fact import NewFact, state_fact
from saiken.register.models.obligor import ObligorKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.bulk_judgement import Candidate
from saiken.register.queries.scope import everything
from saiken.register.upkeep.bulk_worker import work_on
from tests.support.law import BOOK
from tests.support.small_city import BY, SmallCity

DAY = date(2026, 6, 1)
ALL = everything(BY)
#: Whom the samples of the long-term care section are about, and whom those of the section for loans.
OWN, OTHER = "50", "elsewhere"
#: Of each pair below the first belongs to the long-term care section.
OFFICERS = ("officer", "lender")
WHO = {"by": BY, "on": DAY}


class Samples:
    """Fills the register of a small city that is already there."""

    def __init__(self, city: SmallCity) -> None:
        self.city = city
        self.care, self.loans, self.fines, self.school, self.recovery = (
            city.offices[name] for name in ("介護保険課", "貸付課", "生活安全課", "学務課", "市債権回収対策室")
        )
        self.persons = tuple(zip((city.obligors[OWN], city.obligors[OTHER]), (self.care, self.loans), strict=True))

    def fill(self) -> None:
        """Everything, by the register's own actions."""
        self._files()
        self._joins()
        self._plan_and_property()
        self._runs()
        self._orders()
        self._answers()

    def _files(self) -> None:
        """Mark, fact and saved search 1 and 2."""
        for (obligor_id, office_id), officer in zip(self.persons, OFFICERS, strict=True):
            put_mark(obligor_id=obligor_id, mark=NewMark("call_before_visit", office_id), **WHO)
            fact = NewFact(FactKind.COMMUNICATION_NEED, "午前中に連絡", DAY, office_id)
            state_fact(obligor_id=obligor_id, fact=fact, **WHO)
            given = {"list_id": "untouched", "conditions": {"from_yen": "1000"}, "office_id": None}
            save_search(name="権限の見本", **given, by=officer, on=DAY)

    def _joins(self) -> None:
        """Join 1 and 2, each with a row without claims."""
        for obligor_id, _office_id in self.persons:
            twin = NewObligor(kind=ObligorKind.PERSON, name=f"名寄せ 見本{obligor_id}", name_kana="ナヨセ ミホン")
            joining = Joining(obligor_id, register_obligor(obligor=twin, **WHO), "見本", confirmed=True)
            join_obligors(joining=joining, **WHO)

    def _plan_and_property(self) -> None:
        """A plan on a claim of a year of its own, and a property that came to light."""
        assessment = self.city.care_assessment(int(OWN), year=2024)
        (claim_id,) = assess(assessments=[assessment], lawbook=BOOK, by=BY, on=date(2024, 6, 15))
        demand = NewEvent(claim_id, EventKind.FORMAL_DEMAND, date(2024, 8, 20))
        record_case_events(events=[demand], lawbook=BOOK, by=BY, on=date(2024, 8, 20))
        obligor_id = self.city.obligors[OWN]
        chosen = chosen_plan(61_234 + 731 * int(OWN), PlanChoice(date(2099, 6, 25), monthly_yen=20_000)).value
        plan = NewPlan(PlanKind.PLEDGE, PlanMethod.EQUAL, (claim_id,), chosen.instalments, monthly_yen=20_000)
        agree_plan(obligor_id=obligor_id, plan=plan, submission="sample-plan", scope=ALL, lawbook=BOOK, **WHO)
        found = NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金", holder="見本銀行")
        record_property(
            obligor_id=obligor_id,
            claim_ids=(claim_id,),
            found=found,
            submission="sample-property",
            scope=ALL,
            **WHO,
        )

    def _runs(self) -> None:
        """Runs of the section: 1 prepared, 2 going, 3 and 4 finished; 5 of the other section."""
        _prepared, going, *finished = (
            self._run("officer", self.care, persons=[str(number)]) for number in range(51, 55)
        )
        self._run("lender", self.loans, persons=[OTHER])
        for run_id in (going, *finished):
            start_run(run_id=run_id, by="officer", on=DAY)
        for run_id in finished:
            work_on(run_id, worker="samples", only_of="officer", lawbook=BOOK, until=lambda: False)

    def _run(self, by: str, office_id: int, *, persons: Sequence[str]) -> int:
        candidates = [Candidate(self.city.obligors[person], ()) for person in persons]
        form = {"next_on": "2099-04-01"}
        run = NewRun(f"sample-{by}-{persons[0]}", "next_contact", "untouched", office_id, candidates, form)
        return prepare_run(run=run, lawbook=BOOK, by=by, on=DAY)

    def _orders(self) -> None:
        """Halts 3 and 4 far ahead, rules of hand-over 2 and 3, absences 2 and 3."""
        far = {"from_on": date(2099, 1, 4), "until_on": date(2099, 1, 31)}
        for office_id in (self.care, self.fines):
            order_halt(halt=NewHalt("見本", offices=None, measures=("visit",), office_id=office_id, **far), **WHO)
        for giving, receiving in ((self.care, self.recovery), (self.fines, self.school)):
            rule = NewRule(giving, receiving, "left_scheme", frozenset({giving}))
            set_hand_over_rule(rule=rule, **WHO)
        for officer, deputy, office_id in (("officer", "manager", self.care), ("lender", "nursery", self.loans)):
            absence = NewAbsence(officer, deputy, office_id, far["from_on"], far["until_on"], "見本")
            record_absence(absence=absence, **WHO)

    def _answers(self) -> None:
        """List 2, which asks the other section; requests 2 and 3 to see the address of a protected person."""
        asked = (self.city.obligors[OTHER],)
        send_list(
            new=NewList(
                self.recovery,
                frozenset({self.recovery}),
                "見本の照会",
                "この人に連絡がつきますか。",
                ("つく", "つかない"),
                date(2099, 8, 31),
                asked,
                "sample-list",
            ),
            **WHO,
        )
        for obligor_id in (self.city.obligors["3"], self._protected()):
            request_release(obligor_id=obligor_id, reason="見本", scope=ALL, by="lender", on=DAY)

    def _protected(self) -> int:
        """A protected person of the section for loans, of whom more is known than anybody may see."""
        person = NewObligor(
            kind=ObligorKind.PERSON,
            name="見本 守",
            name_kana="ミホン マモル",
            address="架空市架空区見本町1番地",
            telephone="000-0000-3333",
        )
        obligor_id = self.city.obligors["protected"] = register_obligor(obligor=person, **WHO)
        assess(assessments=[self.city.loan("protected", year=2025)], lawbook=BOOK, by=BY, on=date(2025, 6, 15))
        measure = NewProtection(obligor_id, ProtectionGround.STALKING, "見本", date(2099, 12, 1))
        begin_protection(protection=measure, **WHO)
        return obligor_id
