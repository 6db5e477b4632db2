"""Each list of claims: a member, not a member, the days at the edges.

The one idea: one plain claim, due 2024-06-30, to which a test adds what was done; `on_lists` says what shows on a day.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.worklists.by_claim import RULES, claim_items
from saiken.domain.worklists.catalogue import load_catalogue
from saiken.domain.worklists.holds import HOLDS
from saiken.domain.worklists.item import FAR, ClaimFacts, Item

CATALOGUE = load_catalogue()
DUE = date(2024, 6, 30)
TODAY = date(2025, 1, 15)
K = EventKind


def event(kind: EventKind, on: date, **more: object) -> CaseEvent:
    """An event of the principal obligor."""
    return CaseEvent(kind, on, **more)  # type: ignore[arg-type]


def facts(
    *events: CaseEvent,
    movements: tuple[Movement, ...] = (),
    parties: tuple[Party, ...] = SOLE_PRINCIPAL,
    **more: object,
) -> ClaimFacts:
    """The plain claim with what was done."""
    case = Case(
        ClaimKind.LONG_TERM_CARE_PREMIUM,
        LegalClass.PUBLIC_ENFORCEABLE,
        cause_on=date(2024, 4, 1),
        due_on=DUE,
        parties=parties,
        movements=movements,
        events=events,
    )
    plain = ClaimFacts(
        case=case,
        on=TODAY,
        state_id="S02",
        completes_on=date(2026, 7, 1),
        extinct_on=None,
        balance_yen=60_000,
        fiscal_year=2024,
        instalment="2期",
        demand_days=20,
        steps=[(date(2024, 4, 1), ""), (date(2024, 7, 1), "S01"), (date(2024, 8, 1), "S02"), (date(2026, 7, 1), "S16")],
        settings=CATALOGUE.settings,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def private(found: ClaimFacts) -> ClaimFacts:
    """The same as a claim of private law."""
    return replace(found, case=replace(found.case, kind=ClaimKind.PRIVATE_LOAN, legal_class=LegalClass.PRIVATE_LAW))


def items(found: ClaimFacts) -> dict[str, Item]:
    """The rows by list; the last of a list that has several."""
    return {item.list_id: item for item in claim_items(found, CATALOGUE)}


def shows(found: ClaimFacts, list_id: str, on: date) -> bool:
    """Whether the list shows the claim on a day."""
    return any(item.from_on <= on < item.until_on for item in claim_items(found, CATALOGUE) if item.list_id == list_id)


def first_day(found: ClaimFacts, list_id: str) -> date:
    """The day from which the list shows the claim."""
    return items(found)[list_id].from_on


DEMAND = event(K.FORMAL_DEMAND, date(2024, 7, 20))


def test_every_list_has_a_rule_or_a_mark_and_every_rule_a_list() -> None:
    by_person = {
        "next_contact",
        "three_instalments",
        "rent_arrears",
        "large_balance",
        "small_balance",
        "dual_arrears",
        "untouched",
    }
    marked = {one.id for one in CATALOGUE.lists.values() if one.mark}
    assert set(CATALOGUE.lists) == set(RULES) | by_person | marked | {"data_to_check"}
    assert {one.group for one in CATALOGUE.lists.values()} == {group.id for group in CATALOGUE.groups}
    assert frozenset().union(*(one.held_by for one in CATALOGUE.lists.values())) <= set(HOLDS)
    assert next(one.id for one in CATALOGUE.of_group("today")) == "next_contact"


def test_first_demand_from_the_day_after_the_due_day_with_the_deadline_of_the_ordinance() -> None:
    item = items(facts())["first_demand"]
    assert (item.from_on, item.due_on) == (date(2024, 7, 1), date(2024, 7, 20))
    assert "2024-07-20" in item.why
    assert "first_demand" not in items(facts(DEMAND))


def test_a_demand_that_came_back_is_to_be_sent_again() -> None:
    back = replace(DEMAND, delivery=DeliveryResult.RETURNED)
    assert "返戻" in items(facts(back))["first_demand"].why
    numbered = replace(DEMAND, document_number="督1")
    mail = event(K.RETURNED_MAIL, date(2024, 7, 28), document_number="督1")
    assert "返戻" in items(facts(numbered, mail))["first_demand"].why
    published = event(K.SERVICE_BY_PUBLICATION, date(2024, 8, 5), document_number="督1")
    assert "first_demand" not in items(facts(numbered, mail, published))


def test_a_demand_cancelled_in_error_is_to_be_sent_anew() -> None:
    cancelled = replace(DEMAND, until=date(2024, 8, 1), outcome=Outcome.WITHDRAWN)
    assert "返戻" not in items(facts(cancelled))["first_demand"].why
    assert "first_demand" not in items(facts(cancelled, event(K.FORMAL_DEMAND, date(2024, 8, 2))))


def test_a_grace_holds_the_demand_back_until_it_has_run_out() -> None:
    grace = event(K.COLLECTION_GRACE, date(2024, 7, 1), until=date(2025, 6, 30))
    item = items(facts(grace))["first_demand"]
    assert (item.since_on, item.from_on, item.held) == (date(2024, 7, 1), date(2025, 7, 1), "grace")
    assert items(facts(replace(grace, until=None)))["first_demand"].from_on == FAR
    broken = event(K.PLEDGE_BREACH, date(2024, 9, 1))
    assert items(facts(grace, broken))["first_demand"].held == ""


@pytest.mark.parametrize(("label", "listed"), [("1期", True), ("第1期", True), ("2期", False), ("", False)])
def test_first_instalment_of_the_year(label: str, listed: bool) -> None:
    found = facts(instalment=label)
    assert ("first_instalment" in items(found)) is listed


def test_first_instalment_ends_with_its_fiscal_year() -> None:
    found = facts(instalment="1期")
    assert shows(found, "first_instalment", date(2025, 3, 31))
    assert not shows(found, "first_instalment", date(2025, 4, 1))
    assert "first_instalment" not in items(facts(instalment="1期", fiscal_year=2023))


def test_prescription_months_before_and_in_the_fiscal_year_of_the_completion() -> None:
    found = facts()
    assert not shows(found, "prescription_soon", date(2025, 12, 31))
    assert shows(found, "prescription_soon", date(2026, 1, 1))
    assert shows(found, "prescription_soon", date(2026, 6, 30))
    assert not shows(found, "prescription_soon", date(2026, 7, 1))
    assert first_day(found, "prescription_this_year") == date(2026, 4, 1)
    assert "prescription_soon" not in items(facts(completes_on=None))
    assert "prescription_soon" not in items(facts(extinct_on=date(2026, 7, 1)))


def _received(on: date, yen: int) -> Movement:
    return Movement(on, Account.RECEIPT, Component.PRINCIPAL, yen)


def test_a_pledge_is_breached_when_the_sum_to_a_day_was_not_paid() -> None:
    pledge = event(K.PAYMENT_PLEDGE, date(2024, 10, 10), instalment_yen=10_000)
    assert first_day(facts(pledge), "pledge_breached") == date(2024, 11, 11)
    paid = (_received(date(2024, 11, 10), 10_000), _received(date(2024, 12, 11), 10_000))
    late = items(facts(pledge, movements=paid))["pledge_breached"]
    assert (late.due_on, late.from_on) == (date(2024, 12, 10), date(2024, 12, 11))
    assert "第2回" in late.why
    ahead = (
        _received(date(2024, 10, 12), 70_000),
        Movement(date(2024, 11, 1), Account.ASSESSMENT, Component.PRINCIPAL, 5),
    )
    assert first_day(facts(pledge, movements=ahead), "pledge_breached") > date(2025, 4, 1)
    assert "pledge_breached" not in items(
        facts(pledge, balance_yen=0, movements=(_received(date(2024, 10, 12), 60_000),))
    )


def test_a_recorded_breach_a_kept_plan_or_a_promise_without_yen_are_no_missed_instalments() -> None:
    pledge = event(K.PAYMENT_PLEDGE, date(2024, 10, 10), instalment_yen=10_000)
    assert "pledge_breached" not in items(facts(pledge, event(K.PLEDGE_BREACH, date(2024, 12, 1))))
    assert "pledge_breached" not in items(facts(pledge, planned_on=date(2024, 10, 10)))
    assert "pledge_breached" in items(facts(pledge, planned_on=date(2024, 10, 9)))
    assert "pledge_breached" not in items(facts(replace(pledge, instalment_yen=None)))


def test_settlement_day_passed() -> None:
    settled = event(K.SETTLEMENT_BEFORE_SUIT, date(2024, 9, 1), outcome=Outcome.FIXED, designated_on=date(2024, 12, 25))
    assert first_day(facts(settled), "settlement_due") == date(2024, 12, 26)
    assert "settlement_due" not in items(facts(replace(settled, outcome=Outcome.WITHDRAWN)))
    assert "settlement_due" not in items(facts(replace(settled, designated_on=None)))
    assert "settlement_due" not in items(facts(settled, event(K.COMPULSORY_EXECUTION, date(2025, 1, 5))))


def test_a_plan_is_shown_before_it_ends_and_stays() -> None:
    deferral = event(K.PERFORMANCE_DEFERRAL, date(2024, 9, 1), until=date(2025, 3, 31))
    assert first_day(facts(deferral), "plan_ends") == date(2025, 3, 1)
    assert items(facts(deferral))["plan_ends"].until_on == date(2026, 7, 1)
    for other in (replace(deferral, until=None), replace(deferral, outcome=Outcome.RELEASED)):
        assert "plan_ends" not in items(facts(other))
    assert "plan_ends" not in items(facts(deferral, event(K.PLEDGE_BREACH, date(2024, 12, 1))))


def test_a_suspension_is_looked_at_every_year() -> None:
    suspension = event(K.DISPOSITION_SUSPENSION, date(2024, 8, 1))
    assert first_day(facts(suspension), "suspension_review") == date(2025, 7, 2)
    looked = event(K.PROPERTY_INVESTIGATION, date(2025, 1, 10), outcome=Outcome.COMPLETED, reason="none")
    assert items(facts(suspension, looked))["suspension_review"].due_on == date(2026, 1, 10)
    before = event(K.PROPERTY_INVESTIGATION, date(2024, 7, 10), outcome=Outcome.COMPLETED, reason="none")
    assert items(facts(suspension, before))["suspension_review"].due_on == date(2025, 8, 1)


def test_three_years_of_suspension_come_near() -> None:
    suspension = event(K.DISPOSITION_SUSPENSION, date(2024, 8, 1))
    found = facts(suspension, completes_on=None, extinct_on=date(2027, 8, 1))
    assert first_day(found, "suspension_three_years") == date(2027, 5, 1)
    assert shows(found, "suspension_three_years", date(2028, 1, 1))
    assert "suspension_three_years" not in items(facts(suspension))
    assert "suspension_three_years" not in items(facts(extinct_on=date(2027, 8, 1)))


def test_a_change_of_state_stays_some_days_and_the_next_is_known() -> None:
    found = facts(on=date(2024, 8, 3))
    assert not shows(found, "state_changed", date(2024, 7, 31))
    assert shows(found, "state_changed", date(2024, 8, 1))
    assert shows(found, "state_changed", date(2024, 8, 7))
    assert not shows(found, "state_changed", date(2024, 8, 8))
    assert shows(found, "state_changed", date(2026, 7, 1))


@pytest.mark.parametrize(
    "kind",
    [
        K.PROPERTY_INVESTIGATION,
        K.WHEREABOUTS_INVESTIGATION,
        K.HEIR_INVESTIGATION,
        K.LEGAL_CONSULTATION,
        K.RESIDENCE_REMOVAL_REQUEST,
    ],
)
def test_answers_overdue(kind: EventKind) -> None:
    asked = event(kind, date(2024, 12, 1))
    assert first_day(facts(asked), "answers_overdue") == date(2025, 1, 1)
    assert first_day(facts(replace(asked, designated_on=date(2024, 12, 10))), "answers_overdue") == date(2024, 12, 11)
    assert "answers_overdue" not in items(facts(replace(asked, outcome=Outcome.COMPLETED)))
    assert ("answers_overdue" in items(facts(asked, inquired=True))) is (kind is not K.PROPERTY_INVESTIGATION)


def test_the_answer_due_first_is_the_one_told() -> None:
    advice = event(K.LEGAL_CONSULTATION, date(2024, 11, 1), designated_on=date(2024, 11, 20))
    asked = event(K.WHEREABOUTS_INVESTIGATION, date(2024, 12, 1), designated_on=date(2024, 12, 10))
    found = items(facts(advice, asked))["answers_overdue"]
    assert (found.since_on, "依頼の回答期限" in found.why) == (date(2024, 11, 21), True)


def test_property_found_and_nothing_done() -> None:
    found = event(K.PROPERTY_INVESTIGATION, date(2024, 10, 1), outcome=Outcome.COMPLETED, until=date(2024, 11, 5))
    assert first_day(facts(found), "property_found") == date(2024, 11, 5)
    assert first_day(facts(replace(found, until=None)), "property_found") == date(2024, 10, 1)
    for other in (replace(found, reason="none"), replace(found, outcome=None)):
        assert "property_found" not in items(facts(other))
    assert "property_found" not in items(facts(found, inquired=True))
    assert "property_found" not in items(facts(found, event(K.SEIZURE, date(2024, 12, 1))))


def test_notice_of_intended_seizure_sent_and_unpaid() -> None:
    notice = event(K.NOTICE_OF_INTENDED_SEIZURE, date(2024, 12, 1))
    assert first_day(facts(notice), "seizure_notice_unpaid") == date(2024, 12, 12)
    assert first_day(facts(replace(notice, designated_on=date(2024, 12, 5))), "seizure_notice_unpaid") == date(
        2024, 12, 6
    )
    assert "seizure_notice_unpaid" not in items(facts(replace(notice, outcome=Outcome.WITHDRAWN)))
    assert "seizure_notice_unpaid" not in items(facts(notice, event(K.SEIZURE, date(2024, 12, 20))))


def test_a_debtor_in_bankruptcy_is_held_back_until_the_discharge() -> None:
    notice = event(K.NOTICE_OF_INTENDED_SEIZURE, date(2024, 12, 1))
    begun = event(K.BANKRUPTCY_COMMENCEMENT, date(2024, 12, 3))
    assert items(facts(notice, begun))["seizure_notice_unpaid"].held == "insolvency"
    over = event(K.BANKRUPTCY_CLOSED, date(2025, 1, 10))
    assert items(facts(notice, begun, over))["seizure_notice_unpaid"].held == ""


def test_seized_and_not_converted() -> None:
    seizure = event(K.SEIZURE, date(2024, 9, 10))
    assert first_day(facts(seizure), "seized_not_converted") == date(2024, 12, 10)
    assert "seized_not_converted" not in items(facts(replace(seizure, outcome=Outcome.RELEASED)))
    assert "seized_not_converted" not in items(facts(seizure, event(K.CONVERSION, date(2024, 10, 1))))


def test_a_broken_and_a_cancelled_pledge() -> None:
    pledge = event(K.PAYMENT_PLEDGE, date(2024, 8, 1), instalment_yen=5_000)
    broken = event(K.PLEDGE_BREACH, date(2024, 11, 1))
    assert first_day(facts(pledge, broken), "pledge_broken") == date(2024, 11, 1)
    assert "pledge_broken" not in items(facts(pledge, broken, event(K.PAYMENT_PLEDGE, date(2024, 12, 1))))
    assert "pledge_broken" not in items(facts(pledge, broken, event(K.SEIZURE, date(2024, 12, 1))))
    cancelled = replace(pledge, outcome=Outcome.RELEASED, until=date(2024, 10, 31))
    assert first_day(facts(cancelled), "pledge_cancelled") == date(2024, 10, 31)
    assert first_day(facts(replace(cancelled, until=None)), "pledge_cancelled") == date(2024, 8, 1)
    assert "pledge_cancelled" not in items(facts(cancelled, broken))
    assert "pledge_cancelled" not in items(facts(cancelled, event(K.SEIZURE, date(2024, 12, 1))))
    assert "pledge_cancelled" not in items(facts(pledge))


def test_a_guarantor_with_a_cap_after_months_of_negotiation() -> None:
    parties = (Party(), Party("guarantor-2", PartyRole.GUARANTOR, cap_yen=200_000))
    assert first_day(facts(DEMAND, parties=parties), "guarantor") == date(2025, 1, 20)
    assert "guarantor" not in items(facts(parties=parties))
    assert "guarantor" not in items(facts(DEMAND))
    assert "guarantor" not in items(facts(DEMAND, event(K.GUARANTOR_CLAIM, date(2025, 1, 1)), parties=parties))


def test_a_bankruptcy_that_we_do_not_take_part_in() -> None:
    begun = event(K.BANKRUPTCY_COMMENCEMENT, date(2024, 12, 3), designated_on=date(2025, 1, 31))
    assert items(facts(begun))["insolvency_claim"].due_on == date(2025, 1, 31)
    assert "insolvency_claim" not in items(facts(begun, event(K.DISTRIBUTION_REQUEST, date(2024, 12, 20))))
    assert "insolvency_claim" not in items(facts(replace(begun, outcome=Outcome.DISMISSED)))


def test_candidates_follow_from_the_state_since_it_holds() -> None:
    steps = [(date(2024, 7, 1), "S02"), (date(2024, 12, 1), "S15"), (date(2026, 7, 1), "S16")]
    found = facts(state_id="S15", steps=steps)
    assert first_day(found, "suspension_candidate") == date(2024, 12, 1)
    suspended = facts(event(K.DISPOSITION_SUSPENSION, date(2024, 12, 20)), state_id="S15", steps=steps)
    assert "suspension_candidate" not in items(suspended)
    assert "waiver_candidate" not in items(found)
    for state_id in ("S13", "S16"):
        gone = private(facts(state_id=state_id, completes_on=date(2024, 12, 1), steps=[(date(2024, 12, 1), state_id)]))
        assert first_day(gone, "waiver_candidate") == date(2024, 12, 1)
        assert "write_off_candidate" not in items(gone)


def test_a_public_claim_that_is_gone_waits_for_the_write_off_alone() -> None:
    gone = facts(completes_on=date(2024, 12, 1), state_id="S16")
    assert set(items(gone)) == {"write_off_candidate", "state_changed"}
    assert first_day(gone, "write_off_candidate") == date(2024, 12, 1)
    assert "write_off_candidate" not in items(facts(completes_on=None))


def test_a_private_claim_whose_period_has_run_may_still_be_demanded() -> None:
    assert "first_demand" in items(private(facts(completes_on=date(2024, 12, 1), state_id="S16")))


def test_data_to_check_is_on_no_other_list() -> None:
    assert set(items(facts(needs_check="督促の前に差押えがある"))) == {"data_to_check"}


def test_mail_returned_again_and_again() -> None:
    first, second = event(K.RETURNED_MAIL, date(2024, 10, 1)), event(K.RETURNED_MAIL, date(2024, 11, 1))
    assert "returned_mail" not in items(facts(first))
    assert first_day(facts(first, second), "returned_mail") == date(2024, 11, 1)
    assert "returned_mail" not in items(facts(first, second, event(K.CONTACT, date(2024, 11, 20))))
    reached = event(K.INFORMAL_DEMAND, date(2024, 12, 1), delivery=DeliveryResult.DELIVERED)
    assert "returned_mail" not in items(facts(first, second, reached))


def test_letters_that_came_back_count_without_an_event_of_their_own() -> None:
    back = [
        event(K.INFORMAL_DEMAND, day, delivery=DeliveryResult.RETURNED) for day in (date(2024, 9, 1), date(2024, 12, 1))
    ]
    assert first_day(facts(*back), "returned_mail") == date(2024, 12, 1)
    assert "returned_mail" not in items(facts(*back, event(K.CONTACT, date(2024, 12, 20))))


def test_returned_mail_holds_the_call_about_the_first_instalment_back() -> None:
    found = facts(event(K.RETURNED_MAIL, date(2024, 10, 1)), instalment="1期")
    assert items(found)["first_instalment"].held == "returned"
    assert not shows(found, "first_instalment", TODAY)


def test_residence_doubtful_and_to_be_asked_again() -> None:
    looking = event(K.WHEREABOUTS_INVESTIGATION, date(2024, 9, 1))
    assert "調査" in items(facts(looking))["residence_doubtful"].why
    assert "消除" in items(facts(event(K.RESIDENCE_REMOVAL_REQUEST, date(2024, 9, 1))))["residence_doubtful"].why
    unknown = event(K.WHEREABOUTS_UNKNOWN, date(2024, 8, 1))
    assert first_day(facts(unknown), "residence_again") == date(2025, 8, 1)
    looked = replace(looking, outcome=Outcome.COMPLETED)
    assert first_day(facts(unknown, looked), "residence_again") == date(2025, 9, 1)
    assert "residence_again" not in items(facts(looked))


def test_heirs_to_find() -> None:
    death = event(K.DEATH, date(2024, 9, 1))
    assert first_day(facts(death), "heirs_to_find") == date(2024, 9, 2)
    heir = (Party(), Party("heir-2", PartyRole.HEIR))
    assert "heirs_to_find" not in items(facts(death, parties=heir))
    assert "heirs_to_find" not in items(facts(death, event(K.NO_HEIR, date(2024, 12, 1))))


def test_events_of_later_days_and_those_cancelled_as_illegal_are_not_there() -> None:
    later = event(K.FORMAL_DEMAND, TODAY + timedelta(days=1))
    void = replace(DEMAND, outcome=Outcome.CANCELLED_AS_ILLEGAL)
    assert "first_demand" in items(facts(later, void))
