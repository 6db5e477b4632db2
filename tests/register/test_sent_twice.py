"""Forms that are sent twice, or after somebody else has changed what they were about: one effect, and nobody's word is lost unseen.

The one idea: the same form as a double click sends it, and the form of a page that has grown old.
"""

import re
from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localdate

from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.actions.register_office import register_office
from saiken.register.actions.send_list import NewList, send_list
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.models import (
    Absence,
    Campaign,
    Halt,
    HandOver,
    HandOverGoal,
    HandOverRule,
    HandOverStep,
    JointEffectRule,
    Obligor,
    ObligorRole,
    PropertyChange,
    SentListRow,
)
from saiken.register.models.office import OfficeKind
from saiken.register.queries.answering import counting_roles
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_desk import Desk
from tests.support.small_register import WHO, SmallRegister

KEY = "7b8f4c9e-5d1a-4a58-9d0e-0f2a3b4c5d6e"
HEIRS = {"died_on": "2026-01-05", "heir0__relation": "spouse", "heir1__relation": "child"}


@pytest.fixture
def desk(small: SmallRegister) -> Desk:
    """People at the bureau who send forms."""
    return Desk(small)


@pytest.fixture
def outside(desk: Desk) -> int:
    """An office beside the bureau."""
    return register_office(
        key="outside", name="見本公社", kind=OfficeKind.CORPORATION, by="kakari", on=date(2019, 6, 1)
    )


def _hidden(page: str, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def _name_heirs(desk: Desk, page: str, wife: str, child: str, **typed: Any) -> tuple[int, str]:
    given = HEIRS | {"heir0__name": wife, "heir1__name": child, "step": "register"}
    given |= {name: _hidden(page, name) for name in ("submission", "seen")}
    return desk.send("officer", f"{desk.person}heirs/", **(given | typed))


def _heirs(desk: Desk) -> list[str]:
    roles = counting_roles(ObligorRole.objects.filter(claim_id=desk.claim))
    return sorted(roles.values_list("obligor__name", flat=True))


def test_heirs_named_by_a_double_click_are_registered_once(desk: Desk) -> None:
    for names, reason in ((("妻", "長男"), ""), (("妻", "長女"), "長男は相続の放棄")):
        page = desk.page("officer", f"{desk.person}heirs/")
        answers = [_name_heirs(desk, page, *names, reason=reason)[0] for _click in range(2)]
        assert (answers, _heirs(desk)) == ([302, 302], sorted(names))
    assert Obligor.objects.filter(name="長女").count() == 1


def test_heirs_whom_somebody_else_named_since_are_not_taken_back_unseen(desk: Desk) -> None:
    old = desk.page("officer", f"{desk.person}heirs/")
    _name_heirs(desk, old, "妻", "長男")
    code, page = _name_heirs(desk, old, "妻", "長女", reason="戸籍による", submission=KEY)
    assert (code, "今の相続人は妻、長男です" in page, 'value="長女"' in page) == (422, True, True)
    assert _heirs(desk) == ["妻", "長男"] or _heirs(desk) == ["長男", "妻"]
    assert _name_heirs(desk, page, "妻", "長女", reason="戸籍による")[0] == 302
    assert set(_heirs(desk)) == {"妻", "長女"}


def test_a_death_that_cannot_be_is_refused_at_its_day(desk: Desk) -> None:
    Obligor.objects.filter(pk=desk.small.obligor).update(birth_on=date(1950, 7, 14))
    page = desk.page("officer", f"{desk.person}heirs/")
    for day, sentence in (("1950-07-13", "生年月日より前"), ("2999-01-01", "まだ来ていない日")):
        code, page = _name_heirs(desk, page, "妻", "長男", died_on=day)
        assert (code, sentence in page) == (422, True)
    code, page = _name_heirs(desk, page, "妻", "長男", heir2__relation="spouse", heir2__name="後妻")
    assert (code, "配偶者が二人います" in page) == (422, True)
    assert not ObligorRole.objects.exists()


def test_what_an_office_orders_by_a_double_click_is_ordered_once(desk: Desk, outside: int) -> None:
    small, today = desk.small, desk.today
    rule = {"from_office": small.bureau, "to_office": outside, "condition": "on_request"}
    joint = {
        "office": small.bureau, "year": 2026, "condition": "所在調査", "basis": "joint_listed", "start": "joint_from_asked",
        "from_on": "2026-04-01", "until_on": "2027-03-31", "goal_yen": 5_000,
    }  # fmt: skip
    goal = {"office": small.bureau, "year": 2026, "receivable": small.premium, "condition": "on_request", "goal_yen": 9}
    for address, typed, model in (
        ("/halts/", {"office": small.bureau, "reason": "災害", "from_on": today}, Halt),
        ("/hand-overs/rules/", rule, HandOverRule),
        ("/hand-overs/joint/", joint, JointEffectRule),
        ("/hand-overs/results/", goal, HandOverGoal),
    ):
        answers = [desk.send("manager", address, **typed)[0] for _click in range(2)]
        assert (address, answers, model.objects.count()) == (address, [302, 302], 1)


def test_a_line_that_somebody_else_set_anew_is_not_set_over_unseen(desk: Desk) -> None:
    joint = {
        "office": desk.small.bureau, "year": 2026, "condition": "所在調査", "basis": "joint_listed", "start": "joint_from_asked",
        "from_on": "2026-04-01", "until_on": "2027-03-31", "goal_yen": 5_000,
    }  # fmt: skip
    desk.send("manager", "/hand-overs/joint/", **joint)
    page = desk.page("manager", f"/hand-overs/joint/?office={desk.small.bureau}&year=2026&line=1")
    seen = {name: _hidden(page, name) for name in ("place", "seen")}
    assert desk.send("manager", "/hand-overs/joint/", **(joint | seen | {"goal_yen": 6_000}))[0] == 302
    code, page = desk.send("manager", "/hand-overs/joint/", **(joint | seen | {"goal_yen": 7_000}))
    assert (code, "ほかの人がこの行を定め直しました" in page, 'value="7000"' in page) == (422, True, True)


def test_a_halt_is_ended_once_and_with_a_reason_said_on_the_page(desk: Desk) -> None:
    desk.send("manager", "/halts/", office=desk.small.bureau, reason="災害", from_on=desk.today)
    end = f"/halts/{Halt.objects.get().pk}/end/"
    for reason, answer, sentence in (
        ("　", 422, "終える理由がありません"),
        ("収まった", 302, ""),
        ("再び", 403, "すでに終わっています"),
    ):
        code, page = desk.send("manager", end, reason=reason)
        assert (code, sentence in page) == (answer, True)


def test_the_same_results_reported_by_a_double_click_are_one_step(desk: Desk, outside: int) -> None:
    given = Proposal(
        obligor_id=desk.small.obligor, from_office_id=desk.small.bureau, to_office_id=outside, condition="on_request",
        submission="one", offices=frozenset({desk.small.bureau}),
    )  # fmt: skip
    number = propose_hand_over(proposal=given, lawbook=BOOK, by="kakari", on=date(2026, 6, 1))
    address = f"/hand-overs/{number}/"
    page = desk.page("manager", address)
    typed = {"kind": "hand_over_halted", "reason": "取りやめ", "seen": _hidden(page, "seen")}
    answers = [
        desk.send("manager", f"{address}step/", **typed, seen_place=_hidden(page, "seen_place"))[0] for _ in "12"
    ]
    assert answers == [302, 302]
    assert HandOverStep.objects.filter(hand_over_id=number).count() == 2


def test_candidates_are_given_by_the_rule_that_was_looked_at_and_by_no_other(desk: Desk, outside: int) -> None:
    small = desk.small
    common: dict[str, Any] = {"from_office_id": small.bureau, "offices": frozenset({small.bureau})}
    when = {"by": "kakari", "on": date(2026, 4, 1)}
    to_outside = NewRule(to_office_id=outside, condition="on_request", receivable_id=small.loan, **common)
    rule = set_hand_over_rule(rule=to_outside, **when)
    set_hand_over_rule(rule=NewRule(to_office_id=small.ward, condition="on_request", **common), **when)
    typed = {"rule": rule, "obligor": small.obligor, "submission": KEY, "reason": "二重の滞納"}
    code, page = desk.send("manager", "/hand-overs/candidates/", **typed)  # nothing is owed of the rule's receivable
    assert (code, "残高のある債権がありません" in page) == (422, True)
    desk.send("manager", f"/hand-overs/rules/{rule}/end/")
    HandOverRule.objects.filter(pk=rule).update(until_on=date(2026, 4, 2))
    code, page = desk.send("manager", "/hand-overs/candidates/", **typed)
    assert (code, "今は効力がありません" in page, 'value="二重の滞納"' in page) == (422, True, True)
    assert not HandOver.objects.exists()


def test_claims_are_given_by_the_office_that_was_looked_at_and_by_no_other(desk: Desk, outside: int) -> None:
    given = {"to_office": outside, "condition": "on_request", "submission": KEY}
    for typed in ({"from_office": desk.small.ward}, {"from_office": desk.small.bureau, "claim": "²"}):
        code, page = desk.send("manager", f"{desk.person}hand-over/", **given, **typed)
        assert (code, "選び直してください" in page) == (422, True)
    assert not HandOver.objects.exists()
    assert desk.send("manager", f"{desk.person}hand-over/", **given, from_office=desk.small.bureau)[0] == 302


def test_what_became_of_a_property_is_told_once(desk: Desk) -> None:
    found = {"kind": "bank_deposit", "description": "預金", "found_on": desk.today, "submission": KEY}
    assert [desk.send("officer", f"{desk.person}properties/new/", **found)[0] for _click in range(2)] == [302, 302]
    number = _hidden(desk.page("officer", f"{desk.person}properties/"), "property")
    turned = {"property": number, "turn": "property_worthless", "on": desk.today}
    assert [desk.send("officer", f"{desk.person}properties/change/", **turned)[0] for _click in range(2)] == [302, 422]
    assert PropertyChange.objects.count() == 1


def test_a_role_at_one_office_orders_nothing_at_another_where_another_role_is_held(desk: Desk, outside: int) -> None:
    small = desk.small
    both = {"username": "both", **WHO}
    create_user(display_name="兼務", password="ichigo-ichie-2018", must_change_password=False, **both)
    assign_role(office_id=small.ward, role=Role.SECTION_MANAGER, **both)
    assign_role(office_id=small.bureau, role=Role.BUREAU_PLANNER, **both)
    assign_role(office_id=outside, role=Role.CASE_OFFICER, **both)
    rule = {"from_office": outside, "to_office": small.bureau, "condition": "on_request"}
    assert desk.send("both", "/hand-overs/rules/", **rule)[0] == 302  # the planner manages the bureau
    campaign = {
        "office": outside,
        "offices": outside,
        "name": "x",
        "from_on": desk.today,
        "until_on": desk.today,
        "goal_yen": 1,
    }
    for address, typed in (
        ("/halts/", {"office": outside, "reason": "災害", "from_on": desk.today}),
        ("/campaigns/", campaign | {"submission": KEY}),
        (
            f"{desk.person}hand-over/",
            {"from_office": small.bureau, "to_office": outside, "condition": "on_request", "submission": KEY},
        ),
    ):
        code, _page = desk.send("both", address, **typed)
        assert (address, code in (200, 403, 404, 422)) == (address, True)
    listed = NewList(
        outside, frozenset({outside}), "照会", "財産は", ("ある", "ない"), localdate(), (small.obligor,), "l"
    )
    send_list(new=listed, by="both", on=localdate())  # to the bureau, where the person plans alone
    row = SentListRow.objects.get()
    address = f"/sent-lists/{row.sent_list_id}/"
    assert 'name="choice"' not in desk.page("both", address)
    assert desk.send("both", f"{address}answer/", row=row.pk, choice="ある", seen=0)[0] == 422
    assert not Halt.objects.exists()
    assert not Campaign.objects.exists()
    assert not HandOver.objects.exists()


def test_a_manager_records_no_absence_at_an_office_that_is_anothers(desk: Desk) -> None:
    small = desk.small
    assign_role(username="manager", office_id=small.ward, role=Role.CASE_OFFICER, **WHO)
    assign_role(username="officer", office_id=small.ward, role=Role.SECTION_MANAGER, **WHO)
    away = {"deputy": "manager", "reason": "休暇", "from_on": desk.today, "last_on": desk.today}
    answers = [
        desk.send("manager", "/absences/", post=f"{office}:officer", **away) for office in (small.ward, small.bureau)
    ]
    assert [code for code, _page in answers] == [200, 302]
    assert [row.office_id for row in Absence.objects.all()] == [small.bureau]
