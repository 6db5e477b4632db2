"""A plan of instalments as plain JSON text, in the form of the act that gives a grace or a deferral, and read back from it.

The one idea: what the generator showed travels through form, draft and approval as one text and is read back strictly; whether the plan
fits what is owed is judged when it is written.
"""

import json
from dataclasses import fields
from datetime import date
from typing import Any

from saiken.domain.claim.plan import AllocationOrder, PlanKind, PlanMethod
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.instalment_performance import Tolerance
from saiken.domain.rules.instalment_plan import Instalment
from saiken.register.actions._plans import NewPlan

#: The field of the form that holds the text.
PLAN = "plan"
_PLAIN = ("monthly_yen", "charge_yen", "review_every_months", "income_yen", "living_yen", "replaces_id", "note")
_KNOWN = {field.name for field in fields(NewPlan)}


def plan_as_text(plan: NewPlan) -> str:
    """`instalments` are lists of number, day, yen and what is left; `tolerance` is days and yen."""
    written: dict[str, Any] = {name: getattr(plan, name) for name in _PLAIN}
    written |= {"kind": plan.kind.value, "method": plan.method.value, "order": plan.order.value}
    written["claim_ids"] = list(plan.claim_ids)
    written["tolerance"] = [plan.tolerance.days, plan.tolerance.yen]
    written["instalments"] = [
        [each.number, each.due_on.isoformat(), each.yen, each.left_yen] for each in plan.instalments
    ]
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plan_in(text: str) -> NewPlan:
    """Raises InvalidInput for a text that is not such a plan."""
    try:
        written = json.loads(text)
        if not isinstance(written, dict) or set(written) != _KNOWN:
            raise ValueError("the names differ")
        plan = NewPlan(
            kind=PlanKind(written["kind"]),
            method=PlanMethod(written["method"]),
            order=AllocationOrder(written["order"]),
            claim_ids=tuple(_whole(each) for each in written["claim_ids"]),
            instalments=tuple(_instalment(each) for each in written["instalments"]),
            tolerance=Tolerance(*(_whole(each) for each in written["tolerance"])),
            monthly_yen=_whole(written["monthly_yen"]),
            charge_yen=_whole(written["charge_yen"]),
            review_every_months=_whole(written["review_every_months"]),
            income_yen=_whole_or_none(written["income_yen"]),
            living_yen=_whole_or_none(written["living_yen"]),
            replaces_id=_whole_or_none(written["replaces_id"]),
            note=str(written["note"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise InvalidInput(
            "分割の計画として読めません", place="分割の計画", found=text[:40], remedy="計画を作り直してください。"
        ) from error
    return plan


def _instalment(each: list[Any]) -> Instalment:
    number, due_on, yen, left_yen = each
    return Instalment(_whole(number), date.fromisoformat(due_on), _whole(yen), _whole(left_yen))


def _whole(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise ValueError(str(found))
    return found


def _whole_or_none(found: object) -> int | None:
    return None if found is None else _whole(found)
