"""Writes down a fact about a person: an address, a telephone with its best hours, a workplace, a need.

The one idea: what was known before stays; two facts of one kind may stand side by side until one is ended. The person's own row, which
follows the city's registers, is not touched.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._facts import NewFact, columns_of, judged
from saiken.register.actions._found import found
from saiken.register.actions._search import refresh_search
from saiken.register.models import Obligor, ObligorFact

__all__ = ["NewFact", "state_fact"]


@action
def state_fact(*, obligor_id: int, fact: NewFact, by: str, on: date) -> Done[int]:
    """Returns the id of the fact; the audit row tells its kind, not its content."""
    place = f"債務者 {obligor_id}"
    found(Obligor, obligor_id, called="債務者")
    columns = columns_of(judged(fact, place=place))
    same = ObligorFact.objects.filter(obligor_id=obligor_id, withdrawn=False, replaced_by__isnull=True)
    if same.filter(**{name: columns[name] for name in ("kind", "value", "from_on", "source_office_id")}).exists():
        raise Refused("同じ内容の事項が、すでに登録されています")
    stamp = take()
    row = ObligorFact.objects.create(obligor_id=obligor_id, recorded_at=stamp.recorded_at, recorded_by=by, **columns)
    refresh_search([obligor_id])
    return Done(row.pk, place, {"fact": row.pk, "kind": fact.kind})
