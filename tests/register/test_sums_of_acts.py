"""Limits hold for all claims of a stroke together: a guarantor's cap, what the assembly left to the mayor, the sums of routes.

The one idea: no claim alone reaches the limit; the claims of one act or document do.
"""

from datetime import date
from typing import Any

from saiken.domain.acts.form import Form
from saiken.domain.acts.routes import Level
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.register.act_kinds import act_kind
from saiken.register.actions._approval import levels_for
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.receive import receive
from saiken.register.queries.act_form import Filled, act_form
from saiken.register.queries.act_plan import Concern, act_plan
from tests.support.engine import SCOPE
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY = date(2020, 6, 1)


def _loans(small: SmallRegister, *yen: int, caps: tuple[int | None, ...] = ()) -> list[int]:
    """Loans, each demanded, with the other person as guarantor up to a cap."""
    facts: dict[str, Any] = {"receivable_id": small.loan, "legal_class": LegalClass.PRIVATE_LAW}
    ids = [small.claim(str(number), yen=each, **facts) for number, each in enumerate(yen, start=1)]
    for claim_id, cap_yen in zip(ids, caps, strict=False):
        further = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR, cap_yen=cap_yen)
        name_obligor(claim_id=claim_id, further=further, lawbook=BOOK, by="kakari", on=date(2019, 1, 1))
    return ids


def _refusals(small: SmallRegister, kind: str, claim_ids: list[int], **form: object) -> str:
    concern = Concern(small.obligor, claim_ids)
    return " ".join(act_plan(act_kind(kind), Form(form), concern=concern, on=DAY, lawbook=BOOK).refusals)


def test_a_guarantor_is_claimed_on_within_one_cap_for_all_claims(small: SmallRegister) -> None:
    claims = _loans(small, 30_000, 30_000, caps=(50_000, 50_000))
    named: dict[str, Any] = {"parties": [small.other_obligor], "designated_on": "2020-07-01"}
    assert [_refusals(small, "guarantor_claim", [claim_id], **named) for claim_id in claims] == ["", ""]
    assert "選んだ2件の計）が極度額の範囲" in _refusals(small, "guarantor_claim", claims, **named)
    assert _refusals(small, "guarantor_claim", claims, claimed_yen=50_000, **named) == ""
    assert "極度額の範囲" in _refusals(small, "guarantor_claim", claims, claimed_yen=50_001, **named)


def test_guarantees_with_caps_of_their_own_are_counted_apart(small: SmallRegister) -> None:
    claims = _loans(small, 30_000, 30_000, 9_000, caps=(30_000, 40_000, None))
    named: dict[str, Any] = {"parties": [small.other_obligor], "designated_on": "2020-07-01"}
    assert _refusals(small, "guarantor_claim", claims, **named) == ""
    assert "未納の額（69,000円）" in _refusals(small, "guarantor_claim", claims, claimed_yen=69_001, **named)


def test_the_mayor_waives_by_delegation_within_the_limit_for_all_claims(small: SmallRegister) -> None:
    claims = _loans(small, 60_000, 50_000)
    limit = {"limit_yen": 100_000, "reason": "180/1"}
    assert [_refusals(small, "claim_waiver_delegated", [claim_id], **limit) for claim_id in claims] == ["", ""]
    assert "放棄する額（計110,000円）" in _refusals(small, "claim_waiver_delegated", claims, **limit)


def test_the_route_goes_by_the_sum_of_the_claims(small: SmallRegister) -> None:
    first, second = _loans(small, 600_000, 600_000)
    assert levels_for("lawsuit", [first])[-1] is Level.DELEGATED_DECISION
    assert levels_for("lawsuit", [first, second])[-1] is Level.ASSEMBLY_VOTE


def test_a_paid_claim_is_offered_as_long_as_something_runs_on_it(small: SmallRegister) -> None:
    paid, owing = small.claim("1"), small.claim("2")
    for claim_id in (paid, owing):
        small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20), delivered_on=date(2018, 7, 23))
        small.event(claim_id, EventKind.SEIZURE, date(2018, 9, 3), document_number="差1")
    receive(claim_id=paid, yen=10_000, lawbook=BOOK, by="suito", on=date(2018, 10, 1))
    kind, on = act_kind("seizure_completed"), date(2018, 10, 5)
    form = Form({"outcome": "completed"})

    def offered(ticked: list[int] | None) -> Any:
        return act_form(kind, Filled(form, ticked), obligor_id=small.obligor, scope=SCOPE, on=on, lawbook=BOOK)

    found = offered(None)
    assert [one.claim_id for one in found.settled] == [paid]
    assert {claim.claim_id: claim.refusal for claim in found.plan.claims} == {paid: "", owing: ""}
    assert [claim.claim_id for claim in offered([paid]).plan.claims] == [paid]
    kind = act_kind("informal_demand")
    demand = offered(None)
    assert (demand.settled, [claim.claim_id for claim in demand.plan.claims]) == ((), [owing])
