"""What the database refuses reaches people as a sentence in Japanese, from both databases.

The one idea: every constraint of every model either has its sentence or is listed here as one that no input can reach.
"""

from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError

from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.domain.sheets.sheet import Measure
from saiken.register.actions._refusals import SENTENCES, refusals
from saiken.register.actions.assess import assess
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.close_year import close_year
from saiken.register.actions.create_user import create_user
from saiken.register.actions.link_receivables import link_receivables
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.record_contact import NewContact, record_contact
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.transfer import transfer
from saiken.register.models import ReceivableLink
from saiken.register.models.obligor import ObligorKind
from saiken.register.queries.scope import everything
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

BY = {"by": "kakari", "on": date(2018, 9, 1)}

#: No input reaches these: an action, a type or the register itself decides the value.
UNREACHABLE = frozenset(
    {
        "absence_reasoned",
        "access_by_somebody",
        "access_span_run",
        "act_by_somebody",
        "act_claim_entry_once",
        "alias_normalised",
        "assignment_once_in_a_run",
        "assignment_reasoned",
        "audit_by_somebody",
        "bulk_row_once",
        "bulk_row_state",
        "bulk_run_by_somebody",
        "bulk_run_state",
        "campaign_goal",
        "campaign_member_once",
        "campaign_named",
        "campaign_period",
        "carry_over_component",
        "carry_over_not_zero",
        "carry_over_once",
        "case_event_by_somebody",
        "case_file_once",
        "claim_legal_class",
        "claim_past_is_late",
        "comparison_version_counts",
        "comparison_version_once",
        "entry_account",
        "entry_by_somebody",
        "entry_channel",
        "entry_component",
        "entry_not_zero",
        "entry_portion",
        "entry_reversal",
        "entry_sequence",
        "entry_two_sides",
        "figures_version_counts",
        "figures_version_once",
        "goal_version_counts",
        "goal_version_once",
        "grade_grade",
        "grade_version_counts",
        "grade_version_once",
        "halt_ends_after_it_begins",
        "halt_reasoned",
        "hand_over_claim_once",
        "hand_over_condition",
        "hand_over_goal_once",
        "hand_over_goal_yen",
        "hand_over_number",
        "hand_over_rule_automatic_proposes",
        "hand_over_rule_condition",
        "hand_over_rule_to_another",
        "hand_over_rule_validity",
        "hand_over_step_by_somebody",
        "hand_over_step_kind",
        "hand_over_step_once",
        "hand_over_to_another",
        "investigation_answer_by_somebody",
        "investigation_answer_result",
        "investigation_asks_somebody",
        "investigation_by_somebody",
        "investigation_due_later",
        "investigation_kind",
        "joint_rule_basis",
        "joint_rule_goal",
        "joint_rule_once",
        "joint_rule_start",
        "joint_rule_whole",
        "ledger_clock_one_row",
        "mark_by_somebody",
        "measure_class",
        "obligor_fact_by_somebody",
        "obligor_kind",
        "obligor_role_role",
        "office_kind",
        "office_not_own_parent",
        "office_role_role",
        "office_validity",
        "plan_allocation_order",
        "plan_by_somebody",
        "plan_claim_place",
        "plan_end_by_somebody",
        "plan_end_outcome",
        "plan_kind",
        "plan_method",
        "plan_review_by_somebody",
        "property_by_somebody",
        "property_change_by_somebody",
        "property_change_turn",
        "property_described",
        "property_kind",
        "property_yen",
        "proposal_counts",
        "proposal_not_own_former",
        "proposal_standing_standing",
        "proposal_step_kind",
        "proposal_version_has_former",
        "protection_ground",
        "protection_has_review",
        "protection_reasoned",
        "protection_release_reasoned",
        "protection_release_short",
        "protection_request_reasoned",
        "receivable_account_kind",
        "receivable_late_rule",
        "saved_search_named",
        "saved_search_once",
        "sent_list_answer_by_somebody",
        "sent_list_answer_once",
        "sent_list_asks_something",
        "sent_list_due_later",
        "sent_list_row_once",
        "state_span_once",
        "state_span_state",
        "user_session_ended_for_a_reason",
        "user_session_ended_why",
        "work_figure_once",
        "work_item_days",
        "work_item_listed",
        "year_close_balances",
        "year_close_once",
    }
)


def test_every_constraint_that_input_can_reach_has_a_sentence() -> None:
    models = apps.get_app_config("register").get_models()
    names = {constraint.name for model in models for constraint in model._meta.constraints}
    assert names - UNREACHABLE - SENTENCES.keys() == set()
    assert names >= UNREACHABLE


def test_a_violation_nobody_foresaw_is_a_defect_and_not_a_sentence(small: SmallRegister) -> None:
    with pytest.raises(IntegrityError, match="no such word"), refusals():
        raise IntegrityError("no such word")


def test_things_that_are_not_there_are_named(small: SmallRegister) -> None:
    claim_id = small.claim()
    for act, name in (
        (
            lambda: set_goal(sheet_id=99, fiscal_year=2018, kind="first_goal", columns={"past_assessed": 1}, **BY),
            "様式",
        ),
        (lambda: close_year(receivable_id=99, fiscal_year=2018, **BY), "債権"),
        (lambda: transfer(claim_id=claim_id, to_receivable_id=99, lawbook=BOOK, **BY), "移管先の債権"),
    ):
        with pytest.raises(InvalidInput, match=f"{name}: {name}がありません（値: 99、期待: 登録済みの{name}の番号）"):
            act()


def test_what_names_nothing_registered_is_refused_in_words(small: SmallRegister) -> None:
    claim_id = small.claim()
    guarantor = FurtherObligor(99, PartyRole.GUARANTOR)
    for act in (
        lambda: transfer(claim_id=claim_id, to_office_id=99, lawbook=BOOK, **BY),
        lambda: name_obligor(claim_id=claim_id, further=guarantor, lawbook=BOOK, **BY),
    ):
        with pytest.raises(Refused, match="登録されていません"):
            act()


def test_a_broken_rule_of_a_table_is_told_in_its_own_words(small: SmallRegister) -> None:
    claim_id = small.claim()
    person = NewObligor(kind=ObligorKind.PERSON, name="見本 三郎")
    cap = FurtherObligor(small.other_obligor, PartyRole.JOINT, cap_yen=5)
    goal = {"sheet_id": small.sheet, "fiscal_year": 2018, **BY}
    measure = Measure(1, "planned", "past", "催告")
    for act, sentence in (
        (lambda: register_obligor(obligor=NewObligor(kind=ObligorKind.PERSON, name=""), **BY), "氏名"),
        (lambda: register_obligor(obligor=replace(person, postal_code="12"), **BY), "7桁"),
        (lambda: name_obligor(claim_id=claim_id, further=cap, lawbook=BOOK, **BY), "極度額は保証人に"),
        (lambda: set_goal(kind="hope", columns={"past_assessed": 1}, **goal), "当初・修正・努力"),
        (
            lambda: set_goal(kind="first_goal", columns={"past_assessed": 1, "past_reduction": 1}, **goal),
            "どちらか一方",
        ),
        (lambda: record_measures(measures=[measure, measure], **goal), "同じ番号の取組"),
        (lambda: link_receivables(one_id=small.loan, other_id=small.loan, meaning="自分", **BY), "自分自身"),
        (lambda: assess(assessments=[small.assessment("5", stands_for=0)], lawbook=BOOK, **BY), "件数は1以上"),
    ):
        with pytest.raises(Refused, match=sentence):
            act()


def test_the_same_thing_twice_is_refused_in_words(small: SmallRegister) -> None:
    link = {"one_id": small.loan, "other_id": small.premium, "meaning": "延滞金", **BY}
    link_receivables(**link)
    assert str(ReceivableLink.objects.get()) == "延滞金"
    create_user(username="madoguchi", display_name="窓口", password="asagao-no-tane-7", **BY)
    role = {"username": "madoguchi", "office_id": small.ward, "role": Role.CASHIER, **BY}
    assign_role(**role)
    numbered = NewObligor(kind=ObligorKind.PERSON, name="見本 四郎", external_number="77")
    register_obligor(obligor=numbered, **BY)
    part = NewReceivable(
        bureau_id=small.bureau,
        number="017",
        name="延滞金",
        section_id=small.bureau,
        allowed_classes=[LegalClass.PUBLIC_ENFORCEABLE],
        part_of_id=small.premium,
        part_component=Component.LATE_CHARGE,
    )
    register_receivable(receivable=part, **WHO)
    again = replace(part, number="018")
    claim_id = small.claim()
    talk = NewContact((claim_id, claim_id), ContactMode.TELEPHONE_OUT, ContactResult.ABSENT)
    person = {
        "obligor_id": small.obligor,
        "submission": "contact",
        "scope": everything("kakari"),
        "lawbook": BOOK,
        **BY,
    }
    for act, sentence in (
        (lambda: link_receivables(**link), "すでに結び付け"),
        (lambda: assign_role(**role), "同じ役割"),
        (lambda: register_obligor(obligor=numbered, **BY), "同じ宛名番号"),
        (lambda: register_receivable(receivable=again, **WHO), "別の債権整理番号になっています"),
        (lambda: record_contact(contact=talk, **person), "同じ債権が二度"),
    ):
        with pytest.raises(Refused, match=sentence):
            act()


def test_an_assessment_says_what_it_assesses(small: SmallRegister) -> None:
    nothing = replace(small.assessment("8"), yen={})
    with pytest.raises(InvalidInput, match="調定番号 8: 調定額がありません"):
        assess(assessments=[nothing], lawbook=BOOK, **BY)
