"""How many distinct persons and corporations owe, per sheet, per bureau and in the whole city.

The one idea: somebody who owes to two sheets is one obligor of the city, so totals are recounted from the claims and never added; rows
joined into one person by the moment asked count once; sheets with typed figures can only be added, which makes the total "at most". It
gives numbers, no persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from saiken.register.queries.as_of import AsOf
from saiken.register.queries.joined import kept_numbers
from saiken.register.queries.memory import remembered
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
    owing = _owing(fiscal_year, as_of)
    people = {
        sheet.sheet_id: frozenset().union(*(owing.get(pk, frozenset()) for pk in sheet.in_claims(fiscal_year)))
        for sheet in sheets
    }
    bureaus = {sheet.bureau_id: [other for other in sheets if other.bureau_id == sheet.bureau_id] for sheet in sheets}
    return ObligorCounts(
        sheets={sheet.sheet_id: _count([sheet], people, typed=typed) for sheet in sheets},
        bureaus={bureau_id: _count(members, people, typed=typed) for bureau_id, members in bureaus.items()},
        city=_count(sheets, people, typed=typed),
    )


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


def _count(sheets: Sequence[SheetEntry], people: Mapping[int, frozenset[int]], *, typed: Mapping[int, int]) -> Count:
    distinct: frozenset[int] = frozenset().union(*(people[sheet.sheet_id] for sheet in sheets))
    stated = [typed[sheet.sheet_id] for sheet in sheets if sheet.sheet_id in typed]
    parts = len(stated) + (1 if distinct else 0)
    return Count(len(distinct) + sum(stated), at_most=bool(stated) and parts > 1)
