"""A register in which every append-only table holds a row, all of them written by the register's own actions.

The one idea: one short story of one office, told once; a new append-only table is missed here by the test that asks for a row of each.
"""

from datetime import date

from saiken.domain.claim.asset import AnswerResult, PropertyKind, PropertyTurn
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.claim.plan import PlanKind, PlanMethod, PlanOutcome
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.domain.person.fact import FactKind
from saiken.domain.rules.instalment_plan import Instalment
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure
from saiken.register.access import log_read
from saiken.register.actions._facts import NewFact
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.answer_inquiry import AnswerNote, NewProperty, answer_inquiry
from saiken.register.actions.answer_row import RowAnswer, answer_row
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.change_property import Change, change_property
from saiken.register.actions.close_year import close_year
from saiken.register.actions.end_plan import Ending, end_plan
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_contact import NewContact, record_contact
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.release_to_oneself import release_to_oneself
from saiken.register.actions.request_release import request_release
from saiken.register.actions.review_plan import Review, review_plan
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.set_hand_over_goal import NewGoal, set_hand_over_goal
from saiken.register.actions.set_joint_effect import NewJointRule, set_joint_effect
from saiken.register.actions.start_campaign import NewCampaign, start_campaign
from saiken.register.actions.state_fact import state_fact
from saiken.register.actions.state_grade import state_grade
from saiken.register.actions.withdraw_party import withdraw_party
from saiken.register.models import CaseFile, Investigation, ObligorRole, Property, SentListRow, User
from saiken.register.models.obligor import ObligorKind
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.scope import everything
from saiken.register.typed_figures import TypedFigures
from tests.support.approvals import approving_office
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY, LATER = date(2019, 6, 3), date(2019, 7, 1)
WHO = {"by": "kakari", "on": DAY}
ALL = everything("kakari", purpose="見本")


def one_row_everywhere(small: SmallRegister) -> None:
    """The whole story, in the default database."""
    claim_id = small.claim()
    _parties(small, claim_id)
    _person(small)
    _acts(small, claim_id)
    _property(small, claim_id)
    _approval_and_assignment(small)
    _offices(small)
    _statements(small)
    log_read(ALL, what="claim", subject=f"債権 {claim_id}")


def _parties(small: SmallRegister, claim_id: int) -> None:
    further = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR, cap_yen=1)
    name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, **WHO)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20), obligor_ids=(small.other_obligor,))
    roles = list(ObligorRole.objects.filter(role=PartyRole.GUARANTOR.value).values_list("pk", flat=True))
    withdraw_party(role_ids=roles, reason="別の人", lawbook=BOOK, **WHO)


def _person(small: SmallRegister) -> None:
    same = register_obligor(obligor=NewObligor(kind=ObligorKind.PERSON, name="見本 太郎"), **WHO)
    join_obligors(joining=Joining(small.obligor, same, "同じ人", confirmed=True), **WHO)
    put_mark(obligor_id=small.obligor, mark=NewMark("transfer_failed", small.bureau), **WHO)
    fact = NewFact(FactKind.WORKPLACE, "架空商事", DAY, small.bureau)
    state_fact(obligor_id=small.obligor, fact=fact, **WHO)
    protection = NewProtection(small.other_obligor, ProtectionGround.STALKING, "申出による", date(2020, 6, 3))
    begin_protection(protection=protection, **WHO)
    looking = {"obligor_id": small.other_obligor, "reason": "送付先の確認", "scope": ALL, **WHO}
    request_release(**looking)
    release_to_oneself(minutes=5, **looking)


def _acts(small: SmallRegister, claim_id: int) -> None:
    person = {"obligor_id": small.obligor, "scope": ALL, "lawbook": BOOK, **WHO}
    talk = NewContact((claim_id,), ContactMode.TELEPHONE_OUT, ContactResult.ABSENT)
    record_contact(contact=talk, submission="contact", **person)
    plan = NewPlan(
        kind=PlanKind.PLEDGE,
        method=PlanMethod.EQUAL,
        claim_ids=(claim_id,),
        instalments=(Instalment(1, LATER, 1_000, 1_000), Instalment(2, date(2019, 8, 1), 1_000, 0)),
        monthly_yen=1_000,
    )
    plan_id = agree_plan(plan=plan, submission="plan", **person)
    review_plan(plan_id=plan_id, review=Review(note="変わりない"), submission="review", scope=ALL, **WHO)
    ending = Ending(PlanOutcome.CANCELLED, "事情")
    end_plan(plan_id=plan_id, ending=ending, submission="end", scope=ALL, lawbook=BOOK, **WHO)


def _property(small: SmallRegister, claim_id: int) -> None:
    asked = Inquiries(
        claim_ids=(claim_id,),
        inquiries=[Inquiry(PropertyKind.BANK_DEPOSIT, "架空銀行")],
        answer_due_on=LATER,
        legal_ground="national_tax_collection_act/141",
    )
    all_of_it = {"scope": ALL, "lawbook": BOOK, **WHO}
    ask_about_property(obligor_id=small.obligor, asked=asked, submission="ask", **all_of_it)
    answer_inquiry(
        investigation_id=Investigation.objects.get().pk,
        answer=AnswerNote(AnswerResult.FOUND, DAY),
        found=[NewProperty(PropertyKind.BANK_DEPOSIT, "普通預金 1234567")],
        **all_of_it,
    )
    change = Change(PropertyTurn.WORTHLESS)
    change_property(property_id=Property.objects.get().pk, change=change, scope=ALL, **WHO)


def _approval_and_assignment(small: SmallRegister) -> None:
    office = approving_office(small)
    office.submitted(office.order(office.claim("2")))
    file = CaseFile.objects.get(office_id=office.section)
    move = Move(file.pk, None, User.objects.get(username="drafter").pk)
    allotment = Allotment(office.section, frozenset({office.section}), (move,), DAY, "年度の割当て", "run")
    assign_officers(allotment=allotment, **WHO)


def _offices(small: SmallRegister) -> None:
    bureau, ward = frozenset({small.bureau}), frozenset({small.ward})
    order_halt(halt=NewHalt("感染症の拡大", DAY, bureau, measures=("seizure",), office_id=small.bureau), **WHO)
    campaign = NewCampaign(small.bureau, bureau, "強化期間", DAY, LATER, 20_000, (small.bureau,), "campaign")
    start_campaign(new=campaign, **WHO)
    asking = NewList(small.ward, ward, "共同調査", "財産は", ("ある", "ない"), LATER, (small.obligor,), "list")
    send_list(new=asking, **WHO)
    row = SentListRow.objects.get(office_id=small.bureau)
    answer_row(answer=RowAnswer(row.pk, "ない", offices=bureau, seen=0), **WHO)
    proposal = Proposal(small.obligor, small.bureau, small.ward, "dual_arrears", "hand-over", bureau)
    propose_hand_over(proposal=proposal, lawbook=BOOK, **WHO)
    set_hand_over_goal(goal=NewGoal(small.ward, 2019, small.premium, "dual_arrears", 1_000, ward), **WHO)
    rule = NewJointRule(
        office_id=small.ward,
        fiscal_year=2019,
        condition="共同調査の対象",
        basis=JointBasis.LISTED,
        start=JointStart.ASKED,
        from_on=DAY,
        until_on=LATER,
        offices=ward,
    )
    set_joint_effect(rule=rule, **WHO)


def _statements(small: SmallRegister) -> None:
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **WHO}
    set_goal(kind="first_goal", columns={"past_assessed": 1}, **year)
    typed = {**year, "sheet_id": small.figures_only_sheet()}
    record_figures(figures=TypedFigures(dict.fromkeys(LEDGER_COLUMNS, 0)), source="見本", **typed)
    state_grade(portion="past", grade=Grade.MET, **year)
    record_measures(measures=[Measure(1, "planned", "past", "催告", LegalClass.PRIVATE_LAW)], **year)
    record_comparison(comparison=Comparison(reason="未調査"), **year)
    close_year(receivable_id=small.premium, fiscal_year=2018, **WHO)
