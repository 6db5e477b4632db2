"""What each sort of act writes on one claim, from its facts and the form alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from saiken.domain.acts.catalogue import ActKind, load_acts
from saiken.domain.acts.drafting import Drafted, Target, drafted, event_key, running_key, running_of
from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import Refused

ON, DUE = date(2024, 3, 31), date(2023, 6, 30)
KINDS = load_acts().kinds
DEMAND = CaseEvent(EventKind.FORMAL_DEMAND, date(2023, 7, 20), document_number="督促第1号")
TOLD = CaseEvent(EventKind.FORMAL_DEMAND, date(2023, 8, 20), delivery=DeliveryResult.RETURNED)
SEIZED = CaseEvent(EventKind.SEIZURE, date(2023, 9, 1))
ASSESSED = Movement(DUE, Account.ASSESSMENT, Component.PRINCIPAL, 60_000)


def _case(*events: CaseEvent) -> Case:
    return Case(ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE, DUE, DUE, movements=(ASSESSED,), events=events)


def _kind(kind_id: str) -> ActKind:
    return KINDS[kind_id]


def _drafted(kind_id: str, case: Case, *, target: Target | None = None, **values: Any) -> Drafted:
    return drafted(_kind(kind_id), Form(values), case=case, target=target or Target(), on=ON)


def test_an_event_carries_what_the_form_says_and_stands_in_the_case() -> None:
    found = _drafted(
        "formal_demand",
        _case(),
        target=Target(("heir-2",)),
        designated_on="2024-04-10",
        delivered_on="2024-04-02",
        document_number="督促第9号",
    )
    assert found.event is not None
    assert (found.event.obligors, found.event.designated_on) == (("heir-2",), date(2024, 4, 10))
    assert (found.event.delivery, found.event.delivered_on) == (DeliveryResult.DELIVERED, date(2024, 4, 2))
    assert found.after.events == (found.event,)
    unheard = _drafted("formal_demand", _case(), designated_on="2024-04-10").event
    assert unheard is not None
    assert (unheard.delivery, unheard.delivered_on) == (None, None)


def test_an_act_that_writes_nothing_leaves_the_case() -> None:
    kind_id = next(kind.id for kind in KINDS.values() if kind.writes.value == "nothing")
    found = _drafted(kind_id, _case())
    assert (found.after, found.event, found.ended, found.movements) == (_case(), None, None, ())


def test_the_only_outcome_of_an_act_is_taken_unasked() -> None:
    found = _drafted("seizure_release", _case(SEIZED), running=running_key(SEIZED))
    assert (found.ended, found.outcome, found.delivery) == (SEIZED, Outcome.RELEASED, None)
    assert (found.after.events[0].until, found.after.events[0].outcome) == (ON, Outcome.RELEASED)


def test_of_several_outcomes_the_chosen_one_is_taken() -> None:
    found = _drafted("formal_demand_cancelled", _case(DEMAND), running=running_key(DEMAND), outcome="withdrawn")
    assert found.outcome is Outcome.WITHDRAWN


@pytest.mark.parametrize(
    ("delivery", "told_on", "expected"),
    [
        ("delivered", "2024-03-20", date(2024, 3, 20)),
        ("delivered", "", ON),
        ("published", "", None),
        ("returned", "2024-03-20", None),
    ],
)
def test_the_day_of_arrival_follows_the_result(delivery: str, told_on: str, expected: date | None) -> None:
    found = _drafted(
        "formal_demand_delivery", _case(DEMAND), running=running_key(DEMAND), delivery=delivery, delivered_on=told_on
    )
    assert (found.outcome, found.delivery, found.delivered_on) == (None, DeliveryResult(delivery), expected)


def test_what_runs_waits_for_its_end_or_for_its_delivery() -> None:
    ended = CaseEvent(EventKind.FORMAL_DEMAND, date(2023, 9, 20), outcome=Outcome.WITHDRAWN)
    case = _case(DEMAND, TOLD, ended, SEIZED)
    assert running_of(_kind("formal_demand_cancelled"), case, on=ON) == [DEMAND, TOLD]
    assert running_of(_kind("formal_demand_delivery"), case, on=ON) == [DEMAND]
    assert (running_key(DEMAND), event_key(SEIZED.on, "")) == ("2023-07-20 督促第1号", "2023-09-01")


def test_an_end_needs_something_that_runs_and_that_was_chosen() -> None:
    for case, running, sentence in (
        (_case(SEIZED), "", "どれについて記録するか"),
        (_case(SEIZED), "2023-09-02", "対象がありません"),
        (_case(), "", "対象がありません"),
        (
            _case(SEIZED, replace(SEIZED, reference="2")),
            running_key(SEIZED),
            "2件あり、どれについての記録かを決められません",
        ),
    ):
        with pytest.raises(Refused, match=sentence):
            _drafted("seizure_release", case, running=running)


@pytest.mark.parametrize(
    ("kind_id", "channel", "account", "yen", "voluntary"),
    [
        ("collection_from_seized", "seizure", Account.RECEIPT, 500, False),
        ("receipt_by_force", "seizure", Account.RECEIPT, 500, False),
        ("receipt_by_set_off", "counter", Account.RECEIPT, 500, True),
        ("overpayment_refund", "", Account.RECEIPT, -500, False),
        ("reduction", "", Account.ASSESSMENT, -500, False),
        ("increase", "", Account.ASSESSMENT, 500, False),
        ("write_off", "", Account.WRITE_OFF, 500, False),
    ],
)
def test_money_is_signed_by_its_entry(kind_id: str, channel: str, account: Account, yen: int, voluntary: bool) -> None:
    shares = {Component.PRINCIPAL: 500, Component.LATE_CHARGE: 0}
    found = _drafted(kind_id, _case(), target=Target(yen=shares), channel=channel)
    assert found.movements == (Movement(ON, account, Component.PRINCIPAL, yen, voluntary=voluntary),)
    assert found.after.movements == (ASSESSED, *found.movements)


def test_a_set_off_declared_by_the_city_acknowledges_nothing() -> None:
    shares = {Component.PRINCIPAL: 500}
    found = _drafted("receipt_by_set_off", _case(), target=Target(yen=shares), channel="other", cause="set_off")
    assert [movement.voluntary for movement in found.movements] == [False]


def test_without_shares_no_money_moves() -> None:
    assert _drafted("reduction", _case()).movements == ()
