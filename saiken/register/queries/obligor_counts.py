"""How many distinct persons and corporations owe, per sheet, per bureau and in the whole city.

The one idea: somebody who owes to two sheets is one obligor of the city, so totals are recounted from the claims and never added; rows
joined into one person by the moment asked count once; sheets with typed figures can only be added, which makes the total "at most". It
gives numbers, no persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.joined import kept_numbers, persons_in
from saiken.register.queries.memory import remembered
from saiken.register.queries.open_claims import bits, open_of_year
from saiken.register.queries.position import position
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.state_table import parameters

#: The distinct (receivable, obligor) pairs of open claims after the accounts of a year closed.
_PAIRS = """
SELECT DISTINCT o.receivable_id, c.obligor_id
FROM (SELECT e.receivable_id, e.claim_id FROM register_entry e
      WHERE e.accounting_year <= %(year)s AND e.effective_on <= %(effective_on)s AND e.sequence <= %(sequence)s
      GROUP BY e.receivable_id, e.claim_id
      HAVING SUM(CASE e.account WHEN 'assessment' THEN e.yen ELSE -e.yen END) > 0) o
JOIN register_claim c ON c.id = o.claim_id
"""


@dataclass(frozen=True)
class Count:
    """A number of obligors; `at_most` when typed figures are in it, whose persons may be counted elsewhere too."""

    obligors: int
    at_most: bool


@dataclass(frozen=True)
class ObligorCounts:
    """By sheet id, by bureau id, and for the city."""

    sheets: Mapping[int, Count]
    bureaus: Mapping[int, Count]
    city: Count


def obligor_counts(
    sheets: Sequence[SheetEntry], *, fiscal_year: int, as_of: AsOf, typed: Mapping[int, int]
) -> ObligorCounts:
    """Recount for the sheets of a year; `typed` gives the stated number of obligors by sheet id."""
    people = _owing_now(sheets, fiscal_year) if as_of == NOW else _owing_then(sheets, fiscal_year, as_of=as_of)
    bureaus = {sheet.bureau_id: [other for other in sheets if other.bureau_id == sheet.bureau_id] for sheet in sheets}
    return ObligorCounts(
        sheets={sheet.sheet_id: _count([sheet], people, typed=typed) for sheet in sheets},
        bureaus={bureau_id: _count(members, people, typed=typed) for bureau_id, members in bureaus.items()},
        city=_count(sheets, people, typed=typed),
    )


def _owing_now(sheets: Sequence[SheetEntry], fiscal_year: int) -> dict[int, int]:
    """A bit for each number that owes, by sheet id."""
    now = position()
    return {
        sheet.sheet_id: open_of_year(sheet.in_claims(fiscal_year), fiscal_year, now=now).obligors for sheet in sheets
    }


def _owing_then(sheets: Sequence[SheetEntry], fiscal_year: int, *, as_of: AsOf) -> dict[int, int]:
    owing = _owing(fiscal_year, as_of)
    nobody: frozenset[int] = frozenset()
    return {
        sheet.sheet_id: bits(nobody.union(*(owing.get(pk, nobody) for pk in sheet.in_claims(fiscal_year))))
        for sheet in sheets
    }


@remembered(8)
def _owing(fiscal_year: int, as_of: AsOf) -> Mapping[int, frozenset[int]]:
    """The obligors of open claims by receivable id."""
    found: dict[int, set[int]] = {}
    kept = kept_numbers(as_of)
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, parameters(fiscal_year, as_of))
        for receivable_id, obligor_id in cursor.fetchall():
            found.setdefault(receivable_id, set()).add(kept.get(obligor_id, obligor_id))
    return {receivable_id: frozenset(obligors) for receivable_id, obligors in found.items()}


def _count(sheets: Sequence[SheetEntry], people: Mapping[int, int], *, typed: Mapping[int, int]) -> Count:
    owing = 0
    for sheet in sheets:
        owing |= people[sheet.sheet_id]
    distinct = persons_in(owing) if owing else 0
    stated = [typed[sheet.sheet_id] for sheet in sheets if sheet.sheet_id in typed]
    parts = len(stated) + (1 if distinct else 0)
    return Count(distinct + sum(stated), at_most=bool(stated) and parts > 1)
