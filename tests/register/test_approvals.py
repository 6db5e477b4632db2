"""Proposals on their way: numbered, submitted, approved in turn, sent back, withdrawn, drafted anew; nobody approves his own.

The one idea: every refusal is a sentence, and a proposal that two people move at once is moved by one of them.
"""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._proposals import Overtaken
from saiken.register.actions.approve_batch import approve_batch
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.lapse_proposal import lapse_proposal
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.actions.return_proposal import return_proposal
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.actions.withdraw_proposal import withdraw_proposal
from saiken.register.models import Proposal, ProposalStep
from saiken.register.queries import proposals as lists
from saiken.register.queries.proposal import proposal_page
from saiken.register.queries.proposals import ProposalList, approved_not_carried_out, proposals_of, waiting_count
from saiken.register.queries.running import running_of
from saiken.register.queries.scope import scope_of
from tests.support.approvals import DAY, ApprovingOffice, approving_office, standing_of
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered

MANAGER = {"by": "manager", "on": DAY}
DRAFTER = {"by": "drafter", "on": DAY}


@pytest.fixture
def office(small: SmallRegister) -> ApprovingOffice:
    """A section with people and a person who owes."""
    return approving_office(small)


def _numbers(name: ProposalList, who: str) -> list[int]:
    return [line.proposal_id for line in proposals_of(name, scope=scope_of(who, on=DAY), on=DAY).lines]


def test_a_proposal_goes_from_its_drafter_to_the_manager_and_waits_to_be_carried_out(office: ApprovingOffice) -> None:
    proposal_id = office.drafted(office.order(office.claim("1")))
    assert (standing_of(proposal_id), _numbers(ProposalList.MY_PROPOSALS, "drafter")) == (
        "being_drafted",
        [proposal_id],
    )
    assert waiting_count("manager", on=DAY) == 0
    submit_proposal(proposal_id=proposal_id, seen=0, **DRAFTER)
    assert _numbers(ProposalList.WAITING_FOR_ME, "manager") == [proposal_id]
    assert (waiting_count("chief", on=DAY), waiting_count("drafter", on=DAY)) == (0, 0)
    assert approve_proposal(proposal_id=proposal_id, seen=1, reason="了承", **MANAGER) == "proposal_approved"
    assert waiting_count("manager", on=DAY) == 0
    scope = scope_of("colleague", on=DAY)
    assert [line.proposal_id for line in approved_not_carried_out(scope=scope, on=DAY).lines] == [proposal_id]


def test_a_large_sum_goes_on_to_the_bureau(office: ApprovingOffice) -> None:
    proposal_id = office.approved(office.order(office.claim("1", yen=5_000_000)))
    assert standing_of(proposal_id) == "awaiting_approval"
    with pytest.raises(Refused, match="この段階を決裁する役割がありません"):
        approve_proposal(proposal_id=proposal_id, seen=2, **MANAGER)
    assert approve_proposal(proposal_id=proposal_id, seen=2, by="chief", on=DAY) == "proposal_approved"


def test_numbers_run_per_office_and_fiscal_year_without_a_gap(office: ApprovingOffice) -> None:
    first = office.drafted(office.order(office.claim("1")))
    withdraw_proposal(proposal_id=first, seen=0, **DRAFTER)
    with pytest.raises(InvalidInput, match="理由"):
        office.drafted(office.order(office.claim("2")), reason=" ")
    office.drafted(office.order(office.claim("3")))
    office.drafted(office.order(office.claim("4", fiscal_year=2020)), on=date(2021, 4, 1))
    rows = Proposal.objects.order_by("pk").values_list("document_number", "fiscal_year")
    assert list(rows) == [("見本第1号", 2020), ("見本第2号", 2020), ("見本第1号", 2021)]


def test_the_form_sent_twice_is_one_proposal(office: ApprovingOffice) -> None:
    order = office.order(office.claim("1"))
    assert office.drafted(order, submission="once") == office.drafted(order, submission="once")
    assert Proposal.objects.count() == 1


def test_nobody_approves_what_he_drafted_and_nobody_from_elsewhere(office: ApprovingOffice) -> None:
    proposal_id = office.drafted(office.order(office.claim("1")), by="manager")
    submit_proposal(proposal_id=proposal_id, seen=0, **MANAGER)
    assert _numbers(ProposalList.WAITING_FOR_ME, "manager") == []
    with pytest.raises(Refused, match="自分の起案"):
        approve_proposal(proposal_id=proposal_id, seen=1, **MANAGER)
    for stranger in ("elsewhere", "colleague", "chief"):
        with pytest.raises(Refused, match="この段階を決裁する役割がありません"):
            approve_proposal(proposal_id=proposal_id, seen=1, by=stranger, on=DAY)
    assert approve_proposal(proposal_id=proposal_id, seen=1, by="second", on=DAY) == "proposal_approved"


def test_a_deputy_decides_on_the_first_and_the_last_day_of_an_absence_and_not_beside_them(
    office: ApprovingOffice,
) -> None:
    absence = NewAbsence(
        username="manager",
        deputy="colleague",
        office_id=office.section,
        from_on=date(2020, 6, 2),
        until_on=date(2020, 6, 5),
        reason="出張",
    )
    record_absence(absence=absence, by="kakari", on=DAY)
    ids = [office.submitted(office.order(office.claim(str(number)))) for number in range(4)]
    for day in (date(2020, 6, 1), date(2020, 6, 5)):
        with pytest.raises(Refused, match="この段階を決裁する役割がありません"):
            approve_proposal(proposal_id=ids[0], seen=1, by="colleague", on=day)
    for proposal_id, day in ((ids[0], date(2020, 6, 2)), (ids[1], date(2020, 6, 4))):
        approve_proposal(proposal_id=proposal_id, seen=1, by="colleague", on=day)
        assert ProposalStep.objects.get(proposal_id=proposal_id, position=2).on_behalf_of == "manager"
    with pytest.raises(Refused, match="この段階を決裁する役割がありません"):
        approve_proposal(proposal_id=ids[2], seen=1, by="manager", on=date(2020, 6, 4))
    approve_proposal(proposal_id=ids[2], seen=1, by="manager", on=date(2020, 6, 5))
    assert ProposalStep.objects.get(proposal_id=ids[2], position=2).on_behalf_of == ""


def test_a_deputy_of_the_drafter_does_not_decide_the_drafters_own(office: ApprovingOffice) -> None:
    absence = NewAbsence(
        username="manager",
        deputy="colleague",
        office_id=office.section,
        from_on=date(2020, 6, 2),
        until_on=date(2020, 6, 5),
        reason="出張",
    )
    record_absence(absence=absence, by="kakari", on=DAY)
    proposal_id = office.drafted(office.order(office.claim("1")), by="manager")
    submit_proposal(proposal_id=proposal_id, seen=0, **MANAGER)
    with pytest.raises(Refused, match="起案者の代理"):
        approve_proposal(proposal_id=proposal_id, seen=1, by="colleague", on=date(2020, 6, 3))


def test_what_is_sent_back_has_a_reason_and_comes_again_as_a_version_that_shows_the_difference(
    office: ApprovingOffice,
) -> None:
    claim_id = office.claim("1")
    proposal_id = office.submitted(office.order(claim_id, ground="15-7/1/1"))
    with pytest.raises(InvalidInput, match="理由"):
        return_proposal(proposal_id=proposal_id, seen=1, reason="", **MANAGER)
    return_proposal(proposal_id=proposal_id, seen=1, reason="調査の日を入れること", **MANAGER)
    assert _numbers(ProposalList.SENT_BACK_TO_ME, "drafter") == [proposal_id]
    again = office.drafted(
        office.order(claim_id, ground="15-7/1/2"), former_id=proposal_id, reason="調査は5月20日", title="執行停止"
    )
    assert _numbers(ProposalList.SENT_BACK_TO_ME, "drafter") == []
    page = proposal_page(again, scope=scope_of("drafter", on=DAY), on=DAY, lawbook=BOOK)
    assert (page.document_number, page.version, page.former_id) == ("見本第1号", 2, proposal_id)
    assert {(one.place, one.before, one.now) for one in page.changes} == {
        ("件名", "滞納処分の執行停止", "執行停止"),
        ("理由", "財産が見当たらないため", "調査は5月20日"),
        ("ground", "15-7/1/1", "15-7/1/2"),
    }
    with pytest.raises(Refused, match="起案されています|新しい版がすでに"):
        office.drafted(office.order(claim_id), former_id=proposal_id)


def test_what_is_withdrawn_while_somebody_decides_is_not_approved(office: ApprovingOffice) -> None:
    proposal_id = office.submitted(office.order(office.claim("1")))
    with pytest.raises(Refused, match="起案者だけ"):
        withdraw_proposal(proposal_id=proposal_id, seen=1, by="colleague", on=DAY)
    withdraw_proposal(proposal_id=proposal_id, seen=1, **DRAFTER)
    with pytest.raises(Overtaken, match="drafterが「取下げ」を記録しました"):
        approve_proposal(proposal_id=proposal_id, seen=1, **MANAGER)
    with pytest.raises(Refused, match="この操作はできません"):
        approve_proposal(proposal_id=proposal_id, seen=2, **MANAGER)
    assert standing_of(proposal_id) == "proposal_withdrawn"


def test_of_two_managers_who_decide_at_once_one_wins_and_the_other_is_told(office: ApprovingOffice) -> None:
    proposal_id = office.submitted(office.order(office.claim("1")))
    ended = _at_once(
        lambda: approve_proposal(proposal_id=proposal_id, seen=1, **MANAGER),
        lambda: return_proposal(proposal_id=proposal_id, seen=1, reason="不備", by="second", on=DAY),
    )
    assert sum(isinstance(one, Overtaken) for one in ended) == 1
    assert ProposalStep.objects.filter(proposal_id=proposal_id).count() == 2
    assert standing_of(proposal_id) in {"proposal_approved", "sent_back"}


def test_many_are_approved_together_or_none(office: ApprovingOffice) -> None:
    ids = [office.submitted(office.order(office.claim(str(number)))) for number in range(3)]
    approve_proposal(proposal_id=ids[1], seen=1, by="second", on=DAY)
    with pytest.raises(Overtaken, match="見本第2号は、その間に"):
        approve_batch(seen=dict.fromkeys(ids, 1), **MANAGER)
    assert [standing_of(pk) for pk in ids] == ["awaiting_approval", "proposal_approved", "awaiting_approval"]
    assert approve_batch(seen=dict.fromkeys([ids[0], ids[2]], 1), **MANAGER) == 2
    assert {standing_of(pk) for pk in ids} == {"proposal_approved"}
    with pytest.raises(InvalidInput, match="選ばれていません"):
        approve_batch(seen={}, **MANAGER)


def test_a_proposal_whose_acts_were_tampered_with_is_not_decided(office: ApprovingOffice) -> None:
    proposal_id = office.submitted(office.order(office.claim("1")))
    tampered(f"UPDATE register_proposal SET payload = '[]' WHERE id = {proposal_id}")
    with pytest.raises(Refused, match="内容が起案の時と違います"):
        approve_proposal(proposal_id=proposal_id, seen=1, **MANAGER)


def test_what_is_approved_lapses_only_with_a_reason_and_by_those_it_concerns(office: ApprovingOffice) -> None:
    proposal_id = office.approved(office.order(office.claim("1")))
    with pytest.raises(InvalidInput, match="理由"):
        lapse_proposal(proposal_id=proposal_id, seen=2, reason=" ", **DRAFTER)
    with pytest.raises(Refused, match="起案者又はその所属の決裁者"):
        lapse_proposal(proposal_id=proposal_id, seen=2, reason="完納", by="colleague", on=DAY)
    lapse_proposal(proposal_id=proposal_id, seen=2, reason="完納した", **DRAFTER)
    assert (standing_of(proposal_id), _numbers(ProposalList.FINISHED_PROPOSALS, "drafter")) == (
        "proposal_lapsed",
        [proposal_id],
    )


def test_drafts_that_cannot_stand_are_refused(office: ApprovingOffice, small: SmallRegister) -> None:
    claim_id = office.claim("1")
    office.drafted(office.order(claim_id))
    with pytest.raises(Refused, match="同じ債権の同じ処理が見本第1号で"):
        office.drafted(office.order(claim_id))
    with pytest.raises(Refused, match="所属の異なる"):
        office.drafted(office.order(small.claim("9", office_id=small.ward, receivable_id=small.water)))
    with pytest.raises(Refused, match="決裁は要りません"):
        office.drafted(office.order(office.claim("2"), kind="telephone_call"))
    with pytest.raises(InvalidInput, match="同じ種類"):
        office.drafted(office.order(office.claim("3")), office.order(office.claim("4"), kind="seizure"))
    with pytest.raises(InvalidInput, match="二度"):
        office.drafted(*[office.order(second) for second in [office.claim("5")] * 2])
    with pytest.raises(InvalidInput, match="一件以上"):
        office.drafted()


def test_the_persons_page_shows_what_is_drafted_about_him(office: ApprovingOffice) -> None:
    proposal_id = office.submitted(office.order(office.claim("1"), office.claim("2")))
    scope = scope_of("colleague", on=DAY)
    shown = [item for item in running_of((office.small.obligor,), scope, on=DAY) if item.kind == "awaiting_approval"]
    assert [(item.label, item.address) for item in shown] == [
        ("見本第1号 滞納処分の執行停止", f"/approvals/{proposal_id}/")
    ]
    assert running_of((office.small.obligor,), scope_of("elsewhere", on=DAY), on=DAY) == ()


def test_every_list_is_paged_without_leaving_anything_out(
    office: ApprovingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE_SIZE", 1)
    monkeypatch.setattr(lists, "_FIRST_LOOK", 1)
    mine = [office.submitted(office.order(office.claim(str(number)))) for number in range(4)]
    withdraw_proposal(proposal_id=mine.pop(1), seen=1, **DRAFTER)
    for name, who, expected in (
        (ProposalList.WAITING_FOR_ME, "manager", mine),
        (ProposalList.MY_PROPOSALS, "drafter", mine[::-1]),
    ):
        seen: list[int] = []
        after: int | None = None
        while page := proposals_of(name, scope=scope_of(who, on=DAY), on=DAY, after=after):
            seen += [line.proposal_id for line in page.lines]
            after = page.next_after
            if after is None:
                break
        assert (seen, page.count) == (expected, 3)


def test_a_page_of_another_offices_proposal_is_refused(office: ApprovingOffice) -> None:
    proposal_id = office.submitted(office.order(office.claim("1")))
    with pytest.raises(Refused, match="所属の異なる起案"):
        proposal_page(proposal_id, scope=scope_of("elsewhere", on=DAY), on=DAY, lawbook=BOOK)


def _at_once(*works: Callable[[], object]) -> list[object]:
    barrier = threading.Barrier(len(works))
    ended: list[object] = [None] * len(works)

    def run(number: int, work: Callable[[], object]) -> None:
        try:
            barrier.wait()
            ended[number] = work()
        except Refused as error:
            ended[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended
