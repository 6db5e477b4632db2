"""What a preview says is what comes about: balance, prescription and state of each claim.

The one idea: acts in random order with random days and sums on claims of three kinds; before each the plan is asked, after it the claim is
judged from the register alone. What the plan refuses the write refuses too.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from saiken.domain.acts.effects import effects_of
from saiken.domain.acts.form import Form
from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import Refused
from saiken.register.queries.act_plan import Concern, act_plan
from saiken.register.queries.case import case_of
from tests.support.engine import ENGINE_ACTS, Doer, lay_engine_acts
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

BEGIN = date(2018, 7, 1)
STROKES = 60


@pytest.fixture(autouse=True)
def _acts_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    lay_engine_acts(monkeypatch)


def _claims(small: SmallRegister) -> list[int]:
    """An enforceable premium, another public claim and a loan."""
    loan: dict[str, Any] = {"receivable_id": small.loan, "legal_class": LegalClass.PRIVATE_LAW}
    other: dict[str, Any] = {"receivable_id": small.water}
    return [small.claim("1", yen=90_000), small.claim("2", yen=80_000, **other), small.claim("3", yen=70_000, **loan)]


def _form(kind: str, dice: Random, *, on: date, running: list[str]) -> dict[str, Any]:
    later = (on + timedelta(days=dice.randrange(0, 90))).isoformat()
    match kind:
        case "demand":
            return {"delivered_on": later} if dice.random() < 0.4 else {"document_number": f"督{dice.randrange(99)}"}
        case "demand_delivery":
            result = dice.choice(["delivered", "returned"])
            return {"running": dice.choice(running or [""]), "delivery": result, "delivered_on": on.isoformat()}
        case "attachment_end":
            return {"running": dice.choice(running or [""])}
        case "pledge":
            return {"instalment_yen": dice.randrange(1_000, 9_000), "until": later}
        case "receipt":
            return {"yen": dice.randrange(1, 30_000), "channel": dice.choice(["counter", "seizure"])}
        case "lowering":
            return {"yen": dice.randrange(1, 5_000)}
        case "clearance":
            return {"cause": "prescription_completed"}
    return {}


@pytest.mark.parametrize("seed", range(3))
def test_the_preview_is_what_comes_about(small: SmallRegister, seed: int) -> None:
    dice, doer = Random(seed), Doer(small.obligor)
    open_claims, on, outcomes = _claims(small), BEGIN, {"done": 0, "refused": 0}
    kinds = [kind for kind in ENGINE_ACTS.kinds if kind not in ("seizure", "death", "remark", "clearance")]
    for stroke in range(STROKES):
        on += timedelta(days=dice.randrange(0, 60))
        kind = ENGINE_ACTS.kinds["clearance" if stroke == STROKES - 1 else dice.choice(kinds)]
        chosen = sorted(dice.sample(open_claims, dice.randrange(1, 3)))
        concern = Concern(small.obligor, chosen)
        running = list(act_plan(kind, Form(), concern=concern, on=on, lawbook=BOOK).running)
        form = _form(kind.id, dice, on=on, running=running)
        plan = act_plan(kind, Form(form), concern=concern, on=on, lawbook=BOOK)
        if plan.refusals:
            outcomes["refused"] += 1
            with pytest.raises(Refused):
                doer.do(kind.id, *chosen, on=on, **form)
            continue
        outcomes["done"] += 1
        doer.do(kind.id, *chosen, on=on, **form)
        for planned in plan.claims:
            case = case_of(planned.claim_id)
            is_so = effects_of(case, case, on=on, lawbook=BOOK).before
            assert planned.effects is not None
            assert planned.effects.after == is_so, (kind.id, form, on)
            assert planned.drafted is not None
            owed = {component: case.balance_yen(on, component) for component in Component}
            assert {one: planned.drafted.after.balance_yen(on, one) for one in Component} == owed
    assert min(outcomes.values()) > STROKES // 8, outcomes
