"""Whatever offices do can be done here: each of their activities is an act, a field of one, a fact, a mark, a worklist or a screen.

The one idea: one line for each activity in our own words, and where it is done; a place that goes away leaves the activity without one.
Places are written `act`, `act.field`, `act.field=choice`, `fact:kind`, `mark:kind`, `list:id`, `run:kind`, `@address`.
"""

from collections.abc import Callable, Mapping

import pytest
from django.urls import get_resolver

from saiken.domain.acts.catalogue import load_acts
from saiken.domain.person.fact import FactKind
from saiken.domain.person.mark import load_mark_kinds
from saiken.domain.worklists.catalogue import load_catalogue
from saiken.register.bulk_kinds import BULK_KINDS

KINDS = load_acts().kinds

ADVICE = {
    "a legal question, who was asked, when, what was answered": (
        "legal_consultation.question",
        "legal_consultation.adviser",
        "legal_consultation_end.opinion",
        "legal_consultation_end.risk",
    ),
    "advice that comes before a waiver, a suspension or a suit": (
        "legal_consultation.before=waiver",
        "legal_consultation.before=suspension",
        "legal_consultation.before=suit",
        "list:answers_overdue",
    ),
    "waivers by ordinance, by vote, by delegation with a later report, as bundles with a paper": (
        "claim_waiver_ordinance",
        "claim_waiver_assembly",
        "claim_waiver_delegated.limit_yen",
        "waiver_report.session",
        "@approvals-outside",
        "@approvals-outside-record",
        "list:waiver_candidate",
    ),
    "a class understood anew": ("class_reviewed.now=private_law",),
    "a surcharge as a part of the money": ("increase.component=surcharge", "increase.cause=surcharge"),
    "a criminal complaint and what became of it": ("criminal_complaint", "criminal_complaint_end"),
}
OFFICES = {
    "handing over between any two offices, also by rule after months, and back": (
        "hand_over",
        "@hand-over-candidates",
        "@hand-over-rules",
        "@hand-over-step",
        "@hand-over-results",
    ),
    "instructions at a hearing with the day by which": (
        "case_hearing.instruction",
        "case_hearing.due_on",
        "mark:review_at_hearing",
    ),
    "lists sent to wards, each row answered by a day": ("@sent-list-new", "@sent-list", "@sent-list-answer"),
    "the manager's look at wards, officers and goals": ("@manager", "@assignments", "@officer-report"),
    "staff helping out or standing in": ("@account-act", "@absences"),
    "campaigns with target, period and what came in": ("@campaigns", "@campaign", "campaign_note.sort=campaign"),
    "a halt of measures": ("@halts", "@halt-end"),
    "training and the manual": ("campaign_note.sort=training", "campaign_note.attended", "@help"),
    "entrusting out, reports, back": (
        "entrustment.sort=law_firm",
        "entrustment.sort=call_centre",
        "entrustment.sort=collectors",
        "entrustment_report",
        "entrustment_end",
    ),
}
PERSONS = {
    "a corporation that is not found, dissolved or wound up": (
        "registry_check.result=no_office",
        "registry_check.result=dissolved",
        "registry_check.representative",
        "fact:representative",
        "bankruptcy_closed.sort=simultaneous",
    ),
    "needs and circumstances of people, some for few eyes": (
        "fact:custody_until",
        "fact:communication_need",
        "fact:nationality",
        "fact:public_assistance",
        "mark:interpreter_needed",
        "@protection",
        "heir_investigation.law=foreign",
    ),
    "a guarantor: cap, letter that is no claim, claim": (
        "@obligor-party",
        "guarantor_letter",
        "guarantor_claim.claimed_yen",
        "list:guarantor",
    ),
    "no heir: administrator of the estate": ("no_heir", "heirs_undetermined", "estate_administrator.deposit_yen"),
    "death, heirs, shares, renunciation": (
        "death.corrects",
        "heirs_named",
        "heirs_determined",
        "inheritance_renunciation",
        "qualified_acceptance",
        "succession_notice",
        "heirs_representative",
    ),
    "talks by way, time and place": (
        "call",
        "visit",
        "workplace_call",
        "counter_contact",
        "letter_received",
        "@obligor-contact",
    ),
    "a telephone number that another section may not use": ("fact:telephone_number", "@obligor-facts"),
    "returned mail by reason, proof of delivery, service by publication": (
        "returned_mail.reason=保管期間経過",
        "returned_mail.reason=受取拒絶",
        "formal_demand_delivery.delivery=delivered",
        "service_by_publication.board",
        "list:returned_mail",
    ),
    "residence doubtful: check, request to remove the entry, assessment reduced": (
        "mark:residence_doubtful",
        "list:residence_doubtful",
        "residence_check.result=not_there",
        "residence_removal_request",
        "residence_removal_result",
        "reduction.cause=residence_removed",
    ),
}
MONEY = {
    "loans: term changed by versions, looked at on site": ("loan_rescheduling.version", "site_inspection"),
    "exemption by yearly income, until when, why not asked for": (
        "exemption_review.income_yen",
        "exemption_review.valid_until",
        "exemption_review.why_not=over_income",
        "list:loan_not_applied",
    ),
    "instalments: generator, sheet, look at the means, talk to raise them": (
        "payment_pledge",
        "@plan-new",
        "@plan-sheet",
        "@plan-review",
        "plan_increase_talk.result=agreed",
        "pledge_breach",
        "pledge_end",
    ),
    "payments held back or redirected, later benefits adjusted": (
        "withholding.sort=withheld",
        "withholding.sort=redirected",
        "withholding.sort=adjusted",
    ),
    "set-off": ("set_off.theirs_yen", "receipt_by_set_off"),
    "rent paid by the welfare office": (
        "proxy_payment.sort=begun",
        "proxy_payment.sort=ended",
        "list:public_assistance",
    ),
    "deduction at request from assistance or child allowance": (
        "benefit_deduction.benefit=public_assistance",
        "benefit_deduction.benefit=child_allowance",
        "benefit_deduction_end",
        "list:child_allowance_deduction",
    ),
    "collection for another body, adjustment between insurers": (
        "collection_for_another.sort=for_another",
        "collection_for_another.sort=insurers",
    ),
    "assessment reduced, exemption": ("reduction.cause=exemption", "reduction.cause=waived_late_charge"),
    "consequences of not paying, dated": (
        "service_restriction.sort=withdrawal",
        "service_restriction.sort=examination_held",
        "service_restriction.sort=benefit_limit",
        "service_restriction_end",
    ),
    "refund of what was paid too much": ("overpayment_refund",),
}
FORCE = {
    "eviction: certified letter, visit, settlement, absence, cancellation, suit, execution": (
        "pre_suit_notice",
        "pre_suit_visit",
        "settlement_before_suit",
        "settlement_before_suit_end.absent",
        "settlement_watch.kept=partly",
        "contract_cancelled",
        "lawsuit.sort=eviction",
        "compulsory_execution.object=eviction",
        "list:settlement_due",
        "list:rent_arrears",
    ),
    "order for payment, mediation, judgment, attachment": (
        "court_payment_order",
        "provisional_execution",
        "mediation",
        "judgment",
        "provisional_attachment",
    ),
    "after a title: disclosure, third parties, seizure of claims": (
        "property_disclosure",
        "third_party_information.asked_about=asked_about_workplace",
        "compulsory_execution.object=claim",
    ),
    "auctions on the internet, joint, of real estate": (
        "conversion.way=internet",
        "conversion.way=joint",
        "conversion.way=real_estate",
    ),
    "wages asked about after a notice": ("salary_inquiry.inquiry_on", "@salary"),
    "property asked about, answered, found or not": (
        "property_investigation",
        "@answers",
        "@undisposed",
        "property_value_judged",
        "list:property_found",
    ),
    "seizure of deposits, wages, insurance; release; end": (
        "seizure.property_kind=bank_deposit",
        "seizure.property_kind=salary",
        "seizure.property_kind=life_insurance",
        "seizure_release",
        "seizure_completed",
        "collection_from_seized",
        "list:seized_not_converted",
    ),
    "notice before a seizure, taking part, request, distribution": (
        "notice_of_intended_seizure",
        "participating_seizure",
        "distribution_request",
        "distribution",
        "receipt_by_force",
        "list:seizure_notice_unpaid",
    ),
    "letters by the hundred": ("run:formal_demand", "run:informal_demand", "run:notice_of_intended_seizure"),
}
LAW = {
    "graces and deferral with their cancellation": (
        "grace_application",
        "grace_refused",
        "collection_grace.plan",
        "conversion_grace.plan",
        "performance_deferral.plan",
        "collection_grace_cancel",
        "conversion_grace_cancel",
        "performance_deferral_end",
        "list:plan_ends",
    ),
    "suspension with its evidence and its yearly look": (
        "disposition_suspension.answers",
        "collection_suspension.answers",
        "suspension_recheck.answers",
        "disposition_suspension_cancel",
        "list:suspension_review",
        "list:suspension_three_years",
    ),
    "insolvency": (
        "debt_adjustment_notice",
        "bankruptcy_commencement",
        "bankruptcy_participation",
        "discharge",
        "list:insolvency_claim",
    ),
    "prescription invoked, release, write-off": (
        "prescription_invoked",
        "claim_release",
        "write_off",
        "list:write_off_candidate",
        "list:prescription_soon",
    ),
    "words on the sheet read before it leaves": ("@sheet", "@findings"),
}
ACTIVITIES: Mapping[str, tuple[str, ...]] = {**ADVICE, **OFFICES, **PERSONS, **MONEY, **FORCE, **LAW}


def _is_act(place: str) -> bool:
    """Whether the act, its field and the field's choice exist."""
    name, _, choice = place.partition("=")
    act, _, field_id = name.partition(".")
    kind = KINDS.get(act)
    if kind is None or not field_id:
        return kind is not None
    fields = [field for field in kind.form_fields if field.id == field_id]
    return bool(fields) and (not choice or choice in {one.id for one in fields[0].choices})


def _addresses() -> set[str]:
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


#: How a place is looked up, by what it begins with.
KNOWN: Mapping[str, Callable[[str], bool]] = {
    "@": lambda name: name in _addresses(),
    "fact:": lambda name: name in set(FactKind),
    "mark:": lambda name: name in {mark.id for mark in load_mark_kinds()},
    "list:": lambda name: name in load_catalogue().lists,
    "run:": lambda name: name in BULK_KINDS,
}


def _exists(place: str) -> bool:
    for beginning, known in KNOWN.items():
        if place.startswith(beginning):
            return known(place.removeprefix(beginning))
    return _is_act(place)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_everything_that_offices_do_can_be_done_here(activity: str) -> None:
    assert [place for place in ACTIVITIES[activity] if not _exists(place)] == []


@pytest.mark.parametrize(
    "place", ["forgotten", "call.colour", "seizure.property_kind=moon", "@nowhere", "fact:x", "list:x"]
)
def test_a_place_that_is_not_there_is_found_missing(place: str) -> None:
    assert not _exists(place)
