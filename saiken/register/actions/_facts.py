"""What a fact about a person must be before it is written, and how it becomes a row.

The one idea: one judgement for a fact stated and for the one that replaces it. It writes nothing.
"""

import re
from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.register.actions._found import found
from saiken.register.models import ObligorFact

_POSTAL_CODE = re.compile(r"([0-9]{7})?")
_TELEPHONE = re.compile(r"\+?[0-9][0-9()\- ]{4,18}")


@dataclass(frozen=True)
class NewFact:
    """One fact: `until_on` is the first day on which it is not true any more; `restricted` shows it to its own office alone."""

    kind: FactKind
    value: str
    from_on: date
    source_office_id: int
    until_on: date | None = None
    postal_code: str = ""
    hours: str = ""
    source_receivable_id: int | None = None
    permitted_use: PermittedUse = PermittedUse.EVERY_CLAIM
    restricted: bool = False
    note: str = ""


def judged(fact: NewFact, *, place: str) -> NewFact:
    """The fact; raises InvalidInput where it cannot be one."""
    if not fact.value.strip():
        raise InvalidInput("内容がありません", place=place, expected="内容")
    if fact.until_on is not None and fact.until_on <= fact.from_on:
        raise InvalidInput("終わりが始まりより前です", place=place, found=fact.until_on.isoformat())
    if not _POSTAL_CODE.fullmatch(fact.postal_code):
        raise InvalidInput("郵便番号が読めません", place=place, found=fact.postal_code, expected="数字7桁")
    if fact.kind is FactKind.TELEPHONE_NUMBER and not _TELEPHONE.fullmatch(fact.value.strip()):
        raise InvalidInput("電話番号が読めません", place=place, found=fact.value, expected="数字とハイフン")
    return fact


def columns_of(fact: NewFact) -> dict[str, object]:
    """The columns of the row."""
    return {
        "kind": fact.kind.value,
        "value": fact.value.strip(),
        "postal_code": fact.postal_code,
        "hours": fact.hours.strip(),
        "from_on": fact.from_on,
        "until_on": fact.until_on,
        "source_office_id": fact.source_office_id,
        "source_receivable_id": fact.source_receivable_id,
        "permitted_use": fact.permitted_use.value,
        "restricted": fact.restricted,
        "note": fact.note.strip(),
    }


def standing_fact(fact_id: int) -> ObligorFact:
    """The fact by its id; raises InvalidInput when there is none and Refused when it was replaced."""
    row = found(ObligorFact, fact_id, called="債務者の事項")
    if row.withdrawn or ObligorFact.objects.filter(replaces=row).exists():
        raise Refused("この事項はすでに訂正されています。開き直して確かめてください")
    return row
