"""Pledges ended or broken by an act's form end the plan too; half of a plan, or a plan that is kept, is refused.

The one idea: wherever the office says it, the plan and its pledges stay together.
"""

from datetime import date
from uuid import uuid4

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.plan import PlanOutcome
from saiken.domain.errors import Refused
from saiken.register.actions.carry_out_act import ActOrder, carry_out_act
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.models import CaseEvent, ClaimStanding, PlanEnd, PlanStanding
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.verify import differences
from tests.register.test_plans import AGREED, ALL, FIRST, agreed, new_plan, paid
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

LATE = date(2026, 10, 5)


@pytest.fixture
def claims(small: SmallRegister) -> tuple[int, int]:
    """Two claims of one plan."""
    return small.claim("1", yen=35_000, fiscal_year=2025), small.claim("2", yen=8_000, fiscal_year=2025)


def _done(small: SmallRegister, kind: str, claim_ids: tuple[int, ...], *, on: date, **form: object) -> int:
    order = ActOrder(kind, small.obligor, claim_ids, str(uuid4()), form)
    return carry_out_act(order=order, seen=seen_token(small.obligor), scope=ALL, lawbook=BOOK, by="kakari", on=on)


def test_a_breach_on_all_claims_of_a_plan_that_is_behind_ends_the_plan(
    small: SmallRegister, claims: tuple[int, int]
) -> None:
    plan_id = agreed(small, new_plan(claims, 43_000))
    with pytest.raises(Refused, match="累計に不足がない"):
        _done(small, "pledge_breach", claims, on=FIRST, reason="未納")
    with pytest.raises(Refused, match="一部だけを終えることはできません。計画にある 2"):
        _done(small, "pledge_breach", claims[:1], on=LATE, reason="未納")
    assert not CaseEvent.objects.filter(kind="pledge_breach").exists()
    act_id = _done(small, "pledge_breach", claims, on=LATE, reason="9月分の未納")
    end = PlanEnd.objects.get(pk=plan_id)
    assert (end.outcome, end.reason, end.on, end.act_id) == (PlanOutcome.BROKEN.value, "9月分の未納", LATE, act_id)
    assert not PlanStanding.objects.exists()
    assert {ClaimStanding.objects.get(pk=claim_id).state_id for claim_id in claims} == {"S09"}
    assert list(differences(lawbook=BOOK)) == []
    with pytest.raises(Refused, match="分納の計画が終わっています"):
        reverse_act(act_id=act_id, note="誤り", submission="back", scope=ALL, lawbook=BOOK, by="kakari", on=LATE)


@pytest.mark.parametrize(
    ("outcome", "told"), [("withdrawn", PlanOutcome.CANCELLED), ("released", PlanOutcome.CANCELLED)]
)
def test_the_end_of_its_pledges_ends_the_plan(
    small: SmallRegister, claims: tuple[int, int], outcome: str, told: PlanOutcome
) -> None:
    plan_id = agreed(small, new_plan(claims, 43_000))
    running = AGREED.isoformat()
    with pytest.raises(Refused, match="一部だけ"):
        _done(small, "pledge_end", claims[1:], on=LATE, running=running, outcome=outcome)
    _done(small, "pledge_end", claims, on=LATE, running=running, outcome=outcome, note="本人の申出")
    end = PlanEnd.objects.get(pk=plan_id)
    assert (end.outcome, end.reason, end.on) == (told.value, "本人の申出", LATE)
    assert not PlanStanding.objects.exists()
    assert list(differences(lawbook=BOOK)) == []


def test_a_plan_ends_as_kept_when_all_is_paid(small: SmallRegister, claims: tuple[int, int]) -> None:
    plan_id = agreed(small, new_plan(claims, 43_000))
    ending = {"running": AGREED.isoformat(), "outcome": "completed"}
    with pytest.raises(Refused, match="完納とすることはできません"):
        _done(small, "pledge_end", claims, on=LATE, **ending)
    paid(claims[0], 35_000, FIRST)
    paid(claims[1], 8_000, FIRST)
    _done(small, "pledge_end", claims, on=LATE, **ending)
    assert PlanEnd.objects.get(pk=plan_id).outcome == PlanOutcome.KEPT.value


def test_a_pledge_without_a_plan_ends_as_before(small: SmallRegister, claims: tuple[int, int]) -> None:
    small.event(claims[0], EventKind.PAYMENT_PLEDGE, AGREED, instalment_yen=1_000)
    _done(small, "pledge_breach", claims[:1], on=LATE, reason="未納")
    assert CaseEvent.objects.filter(claim_id=claims[0], kind="pledge_breach").count() == 1
