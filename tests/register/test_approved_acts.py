"""What was approved is carried out as it was approved, all of it or nothing, and not at all when the facts have changed.

The one idea: a crash, a payment, a hand at the database: whatever comes between the decision and the act, nothing happens unseen.
"""

import os
import signal
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from django.db import connection

from saiken.domain.acts.routes import Level
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._act_orders import ActOrder, orders_in, perform
from saiken.register.actions.carry_out_proposal import Outcome, carry_out_proposal
from saiken.register.actions.confirm_proposal import confirm_proposal
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.increase import increase
from saiken.register.actions.receive import receive
from saiken.register.actions.record_outside_decision import OutsideDecision, record_outside_decision
from saiken.register.actions.report_delegated import report_delegated
from saiken.register.actions.return_proposal import return_proposal
from saiken.register.models import Act, CaseEvent, Proposal, ProposalStep
from saiken.register.queries.outside_decisions import Stage, bundle_of
from saiken.register.queries.proposal import proposal_page
from saiken.register.queries.proposal_faults import proposals
from saiken.register.queries.scope import scope_of
from tests.support.approvals import DAY, ApprovingOffice, approving_office, standing_of
from tests.support.law import BOOK
from tests.support.registers import url_of
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered


@pytest.fixture
def office(small: SmallRegister) -> ApprovingOffice:
    """A section with people and a person who owes."""
    return approving_office(small)


def _carried_out(proposal_id: int, *, seen: int = 2, by: str = "drafter", on: date = DAY) -> Outcome:
    scope = scope_of(by, on=on)
    return carry_out_proposal(proposal_id=proposal_id, seen=seen, scope=scope, lawbook=BOOK, by=by, on=on)


def test_every_act_of_an_approved_proposal_is_done_once(office: ApprovingOffice) -> None:
    first, second = office.claim("1"), office.claim("2")
    proposal_id = office.approved(office.order(first, reason="15-7/1/1"), office.order(second, reason="15-7/1/1"))
    told: list[tuple[int, int]] = []
    outcome = carry_out_proposal(
        proposal_id=proposal_id,
        seen=2,
        scope=scope_of("drafter", on=DAY),
        lawbook=BOOK,
        by="drafter",
        on=DAY,
        progress=lambda done, of: told.append((done, of)),
    )
    assert (len(outcome.acts), outcome.differences, told) == (2, (), [(1, 2), (2, 2)])
    assert set(CaseEvent.objects.values_list("claim_id", "kind")) == {
        (first, "disposition_suspension"),
        (second, "disposition_suspension"),
    }
    assert standing_of(proposal_id) == "proposal_carried_out"
    with pytest.raises(Refused):
        _carried_out(proposal_id, seen=3)
    assert Act.objects.count() == 2


def test_an_act_that_needs_approval_is_refused_without_it(office: ApprovingOffice) -> None:
    order = office.order(office.claim("1"), reason="15-7/1/1")
    with pytest.raises(Refused, match="決裁が必要です"):
        perform(order, scope=scope_of("manager", on=DAY), lawbook=BOOK, by="manager", on=DAY)
    proposal_id = office.submitted(order)
    with pytest.raises(Refused, match="この操作はできません"):
        _carried_out(proposal_id, seen=1)
    assert (Act.objects.count(), CaseEvent.objects.count()) == (0, 0)


def test_changed_facts_stop_it_and_ask_the_decider_again(office: ApprovingOffice) -> None:
    claim_id = office.claim("1", yen=10_000)
    proposal_id = office.approved(office.order(claim_id, reason="15-7/1/1"))
    receive(claim_id=claim_id, yen=4_000, lawbook=BOOK, by="cashier", on=DAY)
    outcome = _carried_out(proposal_id)
    changed = {one.fact: (one.before, one.now) for one in outcome.differences}
    assert changed["balance_yen"] == (10_000, 6_000)
    assert (outcome.acts, Act.objects.count(), standing_of(proposal_id)) == ((), 0, "awaiting_confirmation")
    page = proposal_page(proposal_id, scope=scope_of("manager", on=DAY), on=DAY, lawbook=BOOK)
    assert ("balance_yen" in page.claims[0].changed, page.claims[0].now.balance_yen) == (True, 6_000)
    assert page.last_difference
    with pytest.raises(Refused, match="自分の起案"):
        confirm_proposal(proposal_id=proposal_id, seen=3, lawbook=BOOK, by="drafter", on=DAY)
    confirm_proposal(proposal_id=proposal_id, seen=3, lawbook=BOOK, by="manager", on=DAY)
    assert len(_carried_out(proposal_id, seen=4).acts) == 1
    assert standing_of(proposal_id) == "proposal_carried_out"


def test_a_sum_that_grew_beyond_the_route_needs_the_higher_level(office: ApprovingOffice) -> None:
    claim_id = office.claim("1", yen=4_900_000)
    proposal_id = office.approved(office.order(claim_id))
    increase(claim_id=claim_id, yen=200_000, lawbook=BOOK, by="drafter", on=DAY)
    _carried_out(proposal_id)
    confirm_proposal(proposal_id=proposal_id, seen=3, lawbook=BOOK, by="manager", on=DAY)
    with pytest.raises(Refused, match="今は「.+」も要ります"):
        _carried_out(proposal_id, seen=4)
    assert (Act.objects.count(), standing_of(proposal_id)) == (0, "proposal_approved")


def test_facts_that_change_again_before_the_confirmation_are_not_confirmed(office: ApprovingOffice) -> None:
    claim_id = office.claim("1", yen=10_000)
    proposal_id = office.approved(office.order(claim_id, reason="15-7/1/1"))
    receive(claim_id=claim_id, yen=4_000, lawbook=BOOK, by="cashier", on=DAY)
    _carried_out(proposal_id)
    receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, by="cashier", on=DAY)
    with pytest.raises(Refused, match="事実がさらに変わりました"):
        confirm_proposal(proposal_id=proposal_id, seen=3, lawbook=BOOK, by="manager", on=DAY)
    return_proposal(proposal_id=proposal_id, seen=3, reason="納付の見込みを聞くこと", by="manager", on=DAY)
    assert standing_of(proposal_id) == "sent_back"


def test_a_changed_payload_is_not_carried_out_even_with_its_hash(office: ApprovingOffice) -> None:
    proposal_id = office.approved(office.order(office.claim("1"), reason="15-7/1/1"))
    other = "0" * 64
    tampered(f"UPDATE register_proposal SET payload = '[]', payload_hash = '{other}' WHERE id = {proposal_id}")
    with pytest.raises(Refused, match="内容が起案の時と違います"):
        _carried_out(proposal_id)
    page = proposal_page(proposal_id, scope=scope_of("manager", on=DAY), on=DAY, lawbook=BOOK)
    assert page.untouched is False


def test_when_one_act_is_refused_none_is_done(office: ApprovingOffice) -> None:
    good = office.order(office.claim("1"), reason="15-7/1/1")
    bad = office.order(office.claim("2"), reason="15-7/1/1", instalment_yen=-1)
    proposal_id = office.approved(good, bad)
    with pytest.raises(InvalidInput, match="分割の額"):
        _carried_out(proposal_id)
    assert (Act.objects.count(), CaseEvent.objects.count(), standing_of(proposal_id)) == (0, 0, "proposal_approved")


_KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from datetime import date
import django
django.setup()
from saiken.law.lawbook import LawBook
from saiken.register.actions.carry_out_proposal import carry_out_proposal
from saiken.register.queries.scope import scope_of
on = date(2020, 6, 1)
carry_out_proposal(
    proposal_id=int(sys.argv[1]), seen=2, scope=scope_of("drafter", on=on), lawbook=LawBook.load(), by="drafter", on=on,
    progress=lambda done, of: done == 2 and os.kill(os.getpid(), signal.SIGKILL),
)
"""


def test_a_process_killed_between_two_acts_leaves_nothing(office: ApprovingOffice, register: dict[str, Any]) -> None:
    orders = [office.order(office.claim(str(number)), reason="15-7/1/1") for number in range(3)]
    proposal_id = office.approved(*orders)
    connection.close()
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED_IN_THE_MIDDLE, str(proposal_id)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "saiken.config.settings", "SAIKEN_DATABASE_URL": url_of(register)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert (Act.objects.count(), CaseEvent.objects.count(), standing_of(proposal_id)) == (0, 0, "proposal_approved")
    assert len(_carried_out(proposal_id).acts) == 3


def test_orders_are_read_back_as_they_were_drafted(office: ApprovingOffice) -> None:
    order = office.order(office.claim("1"), reason="15-7/1/2", note="添付のとおり")
    proposal = Proposal.objects.get(pk=office.drafted(order))
    assert orders_in(proposal.payload) == (order,)


def _lawsuit(office: ApprovingOffice, small: SmallRegister, number: str, *, yen: int = 300_000) -> int:
    """A lawsuit about a private claim, approved by manager and bureau."""
    claim_id = office.claim(number, yen=yen, receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2019, 1, 15), delivered_on=date(2019, 1, 18))
    return office.approved(office.order(claim_id, kind="lawsuit"), levels=("manager", "chief"))


def test_a_delegated_decision_is_recorded_and_later_reported(office: ApprovingOffice, small: SmallRegister) -> None:
    ids = [_lawsuit(office, small, number) for number in ("1", "2")]
    scope = scope_of("manager", on=DAY)
    bundle = bundle_of(Level.DELEGATED_DECISION, Stage.TO_BE_DECIDED, scope=scope)
    assert (bundle.claims, bundle.yen, [(one.number, one.claims, one.yen) for one in bundle.sums]) == (
        2,
        600_000,
        [("026", 2, 600_000)],
    )
    decision = OutsideDecision(Level.DELEGATED_DECISION, passed=True, decided_on=DAY, decision_number="専決第3号")
    record_outside_decision(seen=dict.fromkeys(ids, 3), decision=decision, by="manager", on=DAY)
    assert {standing_of(pk) for pk in ids} == {"proposal_approved"}
    decided = bundle_of(Level.DELEGATED_DECISION, Stage.DECIDED_OUTSIDE, scope=scope)
    assert [(one.decided_on, one.decision_number) for one in decided.lines] == [(DAY, "専決第3号")] * 2
    later = {"by": "manager", "on": date(2020, 9, 1)}
    report_delegated(proposal_ids=ids[:1], reported_on=date(2020, 9, 1), report_number="報告第5号", **later)
    with pytest.raises(Refused, match="すでに議会に報告"):
        report_delegated(proposal_ids=ids[:1], reported_on=date(2020, 9, 1), report_number="報告第5号", **later)
    assert len(bundle_of(Level.DELEGATED_DECISION, Stage.DECIDED_OUTSIDE, scope=scope).lines) == 1
    assert standing_of(ids[0]) == "proposal_approved"
    assert len(_carried_out(ids[0], seen=5).acts) == 1


def test_what_the_assembly_votes_down_is_over(office: ApprovingOffice, small: SmallRegister) -> None:
    proposal_id = _lawsuit(office, small, "1", yen=1_000_000)
    decision = OutsideDecision(Level.ASSEMBLY_VOTE, passed=False, decided_on=DAY, decision_number="議案第12号")
    with pytest.raises(InvalidInput, match="理由"):
        record_outside_decision(seen={proposal_id: 3}, decision=decision, by="manager", on=DAY)
    with_reason = OutsideDecision(
        Level.ASSEMBLY_VOTE, passed=False, decided_on=DAY, decision_number="議案第12号", reason="時期尚早"
    )
    wrong = OutsideDecision(Level.DELEGATED_DECISION, passed=True, decided_on=DAY, decision_number="専決第1号")
    with pytest.raises(Refused, match="この決定を待っていません"):
        record_outside_decision(seen={proposal_id: 3}, decision=wrong, by="manager", on=DAY)
    record_outside_decision(seen={proposal_id: 3}, decision=with_reason, by="manager", on=DAY)
    assert standing_of(proposal_id) == "voted_down"
    step = ProposalStep.objects.get(proposal_id=proposal_id, position=4)
    assert (step.decision_number, step.reason) == ("議案第12号", "時期尚早")


def test_a_draft_of_another_person_is_not_seen_by_a_stranger_who_carries_out(office: ApprovingOffice) -> None:
    proposal_id = office.approved(office.order(office.claim("1"), reason="15-7/1/1"))
    with pytest.raises(Refused, match="所属の異なる起案"):
        _carried_out(proposal_id, by="elsewhere")


def test_a_draft_names_only_claims_that_the_drafter_may_see(office: ApprovingOffice) -> None:
    order = ActOrder("seizure", office.small.obligor, (office.claim("1"),), "key")
    draft = Draft(office.section, "差押え", "預金", [order], "once")
    scope = scope_of("elsewhere", on=DAY)
    with pytest.raises(Refused, match="所属の異なる"):
        draft_proposal(draft=draft, scope=scope, lawbook=BOOK, by="elsewhere", on=DAY)


def test_the_verification_finds_what_was_changed_by_hand(office: ApprovingOffice) -> None:
    ids = [office.approved(office.order(office.claim(str(number)), reason="15-7/1/1")) for number in range(4)]
    assert list(proposals()) == []
    tampered(
        f"UPDATE register_proposal SET payload = '[]' WHERE id = {ids[0]}",
        f"UPDATE register_proposalstanding SET standing = 'being_drafted' WHERE proposal_id = {ids[1]}",
        f"UPDATE register_proposalstanding SET drafted_by = 'manager' WHERE proposal_id = {ids[2]}",
        f"UPDATE register_proposalstep SET position = 9 WHERE proposal_id = {ids[2]} AND position = 2",
        f"UPDATE register_proposal SET number = 7 WHERE id = {ids[3]}",
    )
    told = [(fault.subject.split(" ")[1], fault.message) for fault in proposals()]
    assert told == [
        ("見本課", "文書番号は 7 まであるのに、起案は 4件です"),
        (str(ids[0]), "内容が、起案又は決裁の時の照合値と合いません"),
        (str(ids[1]), "一覧の状況が、経過から求めたものと違います"),
        (str(ids[2]), "経過の番号が続いていません"),
        (str(ids[2]), "一覧の所属、起案者又は処理が、起案と違います"),
    ]
