"""Whose persons somebody with several roles sees: those of the offices at which a role lets one, and no others.

The one idea: a person works at one office on cases and at the office above on figures alone; the second role widens no view of persons.
"""

from datetime import date

import pytest
from django.http import HttpRequest

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.register_office import register_office
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.models import User
from saiken.register.models.office import OfficeKind
from saiken.register.queries.hand_overs import Box, hand_over_detail, hand_overs
from saiken.register.queries.scope import Scope
from saiken.register.queries.sent_lists import sent_list_page
from saiken.register.roles import Role
from saiken.web.obligor.joins import joins
from saiken.web.scope import own, scope
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

DAY = date(2019, 6, 1)


def _request(*posts: tuple[int, Role]) -> HttpRequest:
    """A request of somebody with these roles."""
    create_user(username="both", display_name="both", password="ichigo-ichie-2018", **WHO)
    for office_id, role in posts:
        assign_role(username="both", office_id=office_id, role=role, **WHO)
    request = HttpRequest()
    request.user, request.method = User.objects.get(username="both"), "GET"
    return request


@pytest.mark.parametrize("above", [Role.BUREAU_PLANNER, Role.CASHIER, Role.ADMINISTRATOR])
def test_a_role_without_persons_adds_none(small: SmallRegister, above: Role) -> None:
    request = _request((small.ward, Role.CASE_OFFICER), (small.bureau, above))
    assert own(request) == {small.bureau, small.ward}
    assert scope(request).offices == {small.ward}


def test_a_role_with_persons_reaches_everything_below(small: SmallRegister) -> None:
    assert scope(_request((small.bureau, Role.SECTION_MANAGER))).offices == {small.bureau, small.ward}


def test_a_planner_alone_sees_nobody_and_an_auditor_everybody(small: SmallRegister) -> None:
    request = _request((small.bureau, Role.BUREAU_PLANNER))
    assert scope(request).offices == frozenset()
    assign_role(username="both", office_id=small.ward, role=Role.AUDITOR, **WHO)
    again = HttpRequest()
    again.user = request.user
    assert scope(again).offices is None


def test_lists_of_an_office_where_one_only_plans_stay_closed(small: SmallRegister) -> None:
    small.claim("1")
    outside = register_office(key="outside", name="見本公社", kind=OfficeKind.CORPORATION, **WHO)
    giving, works_at = frozenset({small.bureau}), frozenset({small.bureau, small.ward})
    proposal = Proposal(
        obligor_id=small.obligor, from_office_id=small.bureau, to_office_id=outside, condition="high_balance",
        submission="one", offices=giving,
    )  # fmt: skip
    number = propose_hand_over(proposal=proposal, lawbook=BOOK, by="kakari", on=DAY)
    new = NewList(outside, frozenset({outside}), "照会", "どう", ("はい", "いいえ"), DAY, (small.obligor,), "sent")
    list_id = send_list(new=new, by="kakari", on=DAY)
    seen = Scope("both", frozenset({small.ward}))
    assert hand_overs(Box.PROPOSED, offices=works_at, scope=seen).lines == ()
    with pytest.raises(Refused, match="他の所属の間"):
        hand_over_detail(number, offices=works_at, scope=seen, on=DAY)
    with pytest.raises(Refused, match="ほかの所属への照会"):
        sent_list_page(list_id, offices=works_at, scope=seen, on=DAY)
    whole = Scope("manager", works_at)
    assert len(hand_overs(Box.PROPOSED, offices=works_at, scope=whole).lines) == 1
    assert len(sent_list_page(list_id, offices=works_at, scope=whole, on=DAY).rows) == 1


def test_a_joined_number_of_a_stranger_answers_as_one_that_nobody_has(small: SmallRegister) -> None:
    small.claim("1")
    join_obligors(joining=Joining(small.obligor, small.other_obligor, "同一人", confirmed=True), **WHO)
    request = _request((small.ward, Role.CASE_OFFICER))
    told = []
    for number in (small.other_obligor, 999_999):
        with pytest.raises(InvalidInput) as refused:
            joins(request, obligor_id=number)
        told.append(refused.value.sentence)
    assert told[0] == told[1]
