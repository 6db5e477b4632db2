"""Drafting and submitting in one stroke: both or neither; what a form said is never replaced unseen; persons by their names.

The one idea: a refusal at the submission leaves the office as it was, without a draft and without a number taken.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import Refused
from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.propose import propose
from saiken.register.actions.record_absence import NewAbsence, record_absence
from saiken.register.models import AuditRow, Proposal, ProposalStep
from saiken.register.queries.answering import kept_of
from saiken.register.queries.history_acts import history_acts
from saiken.register.queries.history_item import Asked
from saiken.register.queries.proposal import proposal_page
from saiken.register.queries.scope import scope_of
from tests.support.approvals import DAY, ApprovingOffice, approving_office, standing_of
from tests.support.engine import Doer
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister


@pytest.fixture
def office(small: SmallRegister) -> ApprovingOffice:
    """A section with people and a person who owes."""
    return approving_office(small)


def _draft(office: ApprovingOffice, *orders: ActOrder, key: str = "once") -> Draft:
    return Draft(office.section, "滞納処分の執行停止", "財産が見当たらないため", list(orders), key)


def _given(who: str = "drafter") -> dict[str, Any]:
    return {"scope": scope_of(who, on=DAY), "lawbook": BOOK, "by": who, "on": DAY}


def test_a_refused_submission_leaves_no_draft_and_no_number(office: ApprovingOffice) -> None:
    draft = _draft(office, office.order(office.claim("1")))
    for absent in ("manager", "second"):
        away = NewAbsence(absent, "drafter", office.section, DAY, date(2020, 6, 2), "出張")
        record_absence(absence=away, by=absent, on=DAY)
    rows = AuditRow.objects.count()
    with pytest.raises(Refused, match="決裁できる人が登録されていない"):
        propose(draft=draft, **_given())
    assert (Proposal.objects.count(), ProposalStep.objects.count(), AuditRow.objects.count()) == (0, 0, rows)


def test_the_form_sent_twice_is_one_proposal_submitted_once(office: ApprovingOffice) -> None:
    draft = _draft(office, office.order(office.claim("1")))
    proposal_id = propose(draft=draft, **_given())
    assert propose(draft=draft, **_given()) == proposal_id
    assert (standing_of(proposal_id), ProposalStep.objects.count()) == ("awaiting_approval", 1)


def test_a_draft_kept_first_is_submitted_by_the_same_form(office: ApprovingOffice) -> None:
    draft = _draft(office, office.order(office.claim("1")))
    kept = draft_proposal(draft=draft, **_given())
    assert (propose(draft=draft, **_given()), standing_of(kept)) == (kept, "awaiting_approval")


def test_what_was_changed_on_a_form_sent_before_is_told_not_lost(office: ApprovingOffice) -> None:
    order = office.order(office.claim("1"))
    propose(draft=_draft(office, order), **_given())
    other = replace(order, form={**order.form, "note": "後から書き足した"})
    for changed in (_draft(office, other), replace(_draft(office, order), reason="別の理由")):
        with pytest.raises(Refused, match="すでに見本第1号を起案しています"):
            propose(draft=changed, **_given())
    assert Proposal.objects.get().payload[0]["form"] == order.form


def test_an_act_changed_on_a_form_sent_before_is_told_not_lost(small: SmallRegister) -> None:
    doer, claim_id = Doer(small.obligor), small.claim("1")
    first = doer.do("visit_request", claim_id, submission="once", note="来庁を求める")
    assert doer.do("visit_request", claim_id, submission="once", note="来庁を求める") == first
    for more in ({"note": "別の文"}, {"note": "来庁を求める", "asked_for_on": "2018-08-20"}):
        with pytest.raises(Refused, match="すでに実行しています"):
            doer.do("visit_request", claim_id, submission="once", **more)


def test_persons_are_named_on_the_document_and_in_the_history(office: ApprovingOffice, small: SmallRegister) -> None:
    claim_id = office.claim("1", receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    further = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR)
    name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, by="kakari", on=date(2019, 1, 1))
    named = {"parties": [small.other_obligor], "designated_on": "2020-07-01"}
    order = office.order(claim_id, kind="guarantor_claim", **named)
    page = proposal_page(
        propose(draft=_draft(office, order), **_given()), scope=scope_of("manager", on=DAY), on=DAY, lawbook=BOOK
    )
    assert page.people == {small.other_obligor: "見本 花子"}
    Doer(small.obligor).do("guarantor_letter", claim_id, on=DAY, parties=[small.other_obligor])
    asked = Asked((kept_of(small.obligor),), (claim_id,), True, frozenset(), None, 10)
    assert [item.label for item in history_acts(asked, 0)] == ["見本 花子"]
