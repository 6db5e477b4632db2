"""Protection holds for a person under whichever number, hides the employer and the house everywhere, and shows them under a release alone.

The one idea: what a paper or a list would tell of where a protected person works is the same sentence for everybody without a release.
"""

from datetime import date

import pytest
from django.utils.timezone import now

from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.propose import propose
from saiken.register.actions.release_to_oneself import release_to_oneself
from saiken.register.actions.review_protection import review_protection
from saiken.register.models import Obligor
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.hidden_places import HIDDEN, hidden_form, hidden_from, note_text, place_text
from saiken.register.queries.proposal import proposal_page
from saiken.register.queries.protection import guard_of
from saiken.register.queries.scope import everything, scope_of
from tests.register.test_propose import _draft, _given
from tests.support.approvals import DAY, approving_office
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister
from tests.support.tampering import tampered

TODAY = date(2026, 11, 2)
WHO = {"by": "kachou", "on": TODAY}


def _measure(obligor_id: int) -> int:
    new = NewProtection(obligor_id, ProtectionGround.STALKING, "申出", date(2027, 11, 1))
    return begin_protection(protection=new, **WHO)


def _released(obligor_id: int, by: str) -> None:
    scope = everything(by)
    release_to_oneself(obligor_id=obligor_id, minutes=30, reason="面談", scope=scope, by=by, on=TODAY)


def _protected() -> set[int]:
    return set(Obligor.objects.filter(protected=True).values_list("pk", flat=True))


def test_a_person_is_protected_under_every_number(small: SmallRegister) -> None:
    both = {small.obligor, small.other_obligor}
    join_obligors(joining=Joining(small.obligor, small.other_obligor, "同一人", confirmed=True), **WHO)
    measure_id = _measure(small.other_obligor)
    assert _protected() == both
    assert guard_of(small.obligor, by="tantou", at=now()).measure is not None
    review_protection(obligor_id=small.other_obligor, measure_id=measure_id, review_on=None, reason="終了", **WHO)
    assert _protected() == set()


def test_a_number_found_to_be_a_protected_persons_is_protected(small: SmallRegister) -> None:
    _measure(small.other_obligor)
    assert _protected() == {small.other_obligor}
    join_obligors(joining=Joining(small.obligor, small.other_obligor, "同一人", confirmed=True), **WHO)
    assert _protected() == {small.obligor, small.other_obligor}
    _released(small.obligor, "kachou")
    assert hidden_from("kachou", [small.obligor, small.other_obligor]) == frozenset()
    assert hidden_from("tantou", [small.obligor, small.other_obligor]) == _protected()


def test_a_release_ends_by_the_clock(small: SmallRegister) -> None:
    _measure(small.obligor)
    _released(small.obligor, "kachou")
    assert hidden_from("kachou", [small.obligor]) == frozenset()
    tampered("UPDATE register_protectionrelease SET from_at = '2026-11-01 00:00:00', until_at = '2026-11-01 00:30:00'")
    assert hidden_from("kachou", [small.obligor]) == {small.obligor}


@pytest.mark.parametrize(
    ("kind", "is_hidden", "told"),
    [("salary", True, HIDDEN), ("real_estate", True, HIDDEN), ("bank_deposit", True, "丙"), ("salary", False, "丙")],
)
def test_an_employer_and_a_house_are_hidden(kind: str, is_hidden: bool, told: str) -> None:
    assert place_text("丙", kind=kind, is_hidden=is_hidden) == told
    assert place_text("", kind=kind, is_hidden=is_hidden) == ""
    form = {"property_kind": kind, "property": "丙", "holder": "丙", "note": "丙"}
    assert hidden_form(form, is_hidden=is_hidden) == {**form, "property": told, "holder": told}


def test_a_form_that_names_no_kind_hides_the_holder_too() -> None:
    assert hidden_form({"holder": "丙"}, is_hidden=True) == {"holder": HIDDEN}
    assert [note_text("丙", act_kind=kind, is_hidden=True) for kind in ("property_found", "call")] == [HIDDEN, "丙"]


def test_a_document_of_decision_tells_no_employer(small: SmallRegister) -> None:
    office = approving_office(small)
    order = office.order(office.claim("1"), note="添付のとおり", property_kind="salary", holder="丙商事")
    _measure(small.obligor)
    proposal_id = propose(draft=_draft(office, order), **_given())

    def holder(by: str) -> str:
        page = proposal_page(proposal_id, scope=scope_of(by, on=DAY), on=DAY, lawbook=BOOK)
        return str(page.orders[0]["form"]["holder"])

    assert holder("manager") == HIDDEN
    _released(small.obligor, "manager")
    assert (holder("manager"), holder("second")) == ("丙商事", HIDDEN)
