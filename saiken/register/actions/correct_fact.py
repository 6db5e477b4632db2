"""Corrects a fact about a person that was written down wrongly, or takes it back.

The one idea: a later row replaces the earlier one and says why; without a right value the earlier one is only taken back.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._facts import NewFact, columns_of, judged, standing_fact
from saiken.register.actions._reasons import reasoned
from saiken.register.actions._search import refresh_search
from saiken.register.models import ObligorFact

_KEPT = (
    "kind", "value", "postal_code", "hours", "from_on", "until_on", "source_office_id", "source_receivable_id",
    "permitted_use", "restricted",
)  # fmt: skip


@action
def correct_fact(*, fact_id: int, fact: NewFact | None, reason: str, by: str, on: date) -> Done[int]:
    """`fact` None takes it back; returns the id of the replacing row."""
    place = f"債務者の事項 {fact_id}"
    why, row = reasoned(reason, place=place), standing_fact(fact_id)
    if fact is not None and fact.kind.value != row.kind:
        raise InvalidInput("別の種類の事項には訂正できません", place=place, found=fact.kind, expected=row.kind)
    columns = {name: getattr(row, name) for name in _KEPT} if fact is None else columns_of(judged(fact, place=place))
    stamp = take()
    replacing = ObligorFact.objects.create(
        obligor_id=row.obligor_id,
        replaces=row,
        withdrawn=fact is None,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
        **{**columns, "note": why},
    )
    refresh_search([row.obligor_id])
    return Done(replacing.pk, f"債務者 {row.obligor_id}", {"fact": fact_id, "kind": row.kind, "reason": why})
