"""Says that a fact about a person is true no longer: moved out, changed jobs, the telephone is dead.

The one idea: a later row replaces the earlier one with the same content and a last day, so what was true until then can still be asked.
"""

from datetime import date

from saiken.domain.dates.period import next_day
from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._facts import standing_fact
from saiken.register.actions._search import refresh_search
from saiken.register.models import ObligorFact

_KEPT = (
    "obligor_id", "kind", "value", "postal_code", "hours", "from_on", "source_office_id", "source_receivable_id",
    "permitted_use", "restricted",
)  # fmt: skip


@action
def end_fact(*, fact_id: int, last_on: date, note: str = "", by: str, on: date) -> Done[int]:
    """`last_on` is the last day on which it was true; returns the id of the replacing row."""
    row = standing_fact(fact_id)
    if last_on < row.from_on:
        raise InvalidInput(
            "終わりの日が始まりより前です",
            place=f"債務者の事項 {fact_id}",
            found=last_on.isoformat(),
            expected=f"{row.from_on.isoformat()}以後",
        )
    stamp = take()
    replacing = ObligorFact.objects.create(
        **{name: getattr(row, name) for name in _KEPT},
        until_on=next_day(last_on),
        note=note.strip() or row.note,
        replaces=row,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh_search([row.obligor_id])
    return Done(replacing.pk, f"債務者 {row.obligor_id}", {"fact": fact_id, "kind": row.kind, "until": last_on})
