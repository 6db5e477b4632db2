"""Sets a rule of hand-over: which cases one office proposes to another, by which condition.

The one idea: what the condition needs (months, yen) must be there and nothing else; a rule that carries the hand-over through by itself
must be wanted in so many words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.claim.hand_over import condition_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import HandOverRule, Office, Receivable


@dataclass(frozen=True)
class NewRule:
    """As `models.HandOverRule`; `offices` are those of whoever sets it, one of which must be the giving or the receiving one."""

    from_office_id: int
    to_office_id: int
    condition: str
    offices: frozenset[int]
    receivable_id: int | None = None
    months: int | None = None
    least_yen: int | None = None
    proposes: bool = False
    is_automatic: bool = False


@action
def set_hand_over_rule(*, rule: NewRule, by: str, on: date) -> Done[int]:
    """In force from `on`; its id, that of the same rule where it is in force already."""
    from_office = found(Office, rule.from_office_id, called="組織")
    to_office = found(Office, rule.to_office_id, called="組織")
    if rule.receivable_id is not None:
        found(Receivable, rule.receivable_id, called="債権整理番号")
    if rule.offices.isdisjoint({from_office.pk, to_office.pk}):
        raise Refused("引継ぎの定めを置くことができるのは、引き継ぐ所属か受ける所属です")
    if from_office == to_office:
        raise InvalidInput("同じ所属には引き継げません", place="to_office")
    _demand_needs(rule)
    facts: dict[str, Any] = {
        "from_office": from_office,
        "to_office": to_office,
        "receivable_id": rule.receivable_id,
        "condition": rule.condition,
        "months": rule.months,
        "least_yen": rule.least_yen,
        "proposes": rule.proposes or rule.is_automatic,
        "is_automatic": rule.is_automatic,
    }
    same = HandOverRule.objects.filter(**facts, until_on__isnull=True).first()
    if same is not None:
        return Done(same.pk, f"引継ぎの定め {same.pk}", {"already": True})
    row = HandOverRule.objects.create(**facts, from_on=on, recorded_at=take().recorded_at, recorded_by=by)
    particulars = {"from_office": from_office.name, "to_office": to_office.name, "condition": rule.condition}
    return Done(row.pk, f"引継ぎの定め {row.pk}", particulars)


def _demand_needs(rule: NewRule) -> None:
    needs = condition_of(rule.condition).needs
    if (needs == "months") is not bool(rule.months):
        raise InvalidInput(
            "この条件では、月数の要否が違います", place="months", expected="月数で決まる条件にだけ1以上の月数"
        )
    if (needs == "yen") is not bool(rule.least_yen):
        raise InvalidInput(
            "この条件では、金額の要否が違います", place="least_yen", expected="金額で決まる条件にだけ1円以上の金額"
        )
    if (rule.months or 0) < 0 or (rule.least_yen or 0) < 0:
        raise InvalidInput("月数と金額は1以上です", place="months")
