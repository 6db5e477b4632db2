"""Table 3: how many open claims are in which state, with their balances and their distinct obligors.

The one idea: the claims with a balance after the accounts of the year closed, in the state that the facts effective to 3/31 give them, as
kept in the state spans. One that had none yet on 3/31 (it fell due while the accounts were open) counts with the first it gets; one on the
list of data to check counts in the totals only. Each balance cell is rounded from yen by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from saiken.domain.dates.fiscal_year import last_day
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.sheet import StateTable
from saiken.domain.states.table import State, ids_of_group
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.joined import kept_numbers, persons
from saiken.register.typed_figures import TypedFigures

_PORTIONS = ("past", "current")

#: Later than any recorded moment.
_FOR_EVER = datetime(9999, 12, 30, tzinfo=UTC)

#: Open claims of some receivables after the accounts of a year closed. Read from the covering index of entries.
OPEN_CLAIMS = """
SELECT e.claim_id, SUM(CASE e.account WHEN 'assessment' THEN e.yen ELSE -e.yen END) AS balance_yen
FROM register_entry e
WHERE {receivable} IN ({receivables}){among} AND e.accounting_year <= %(year)s
  AND e.effective_on <= %(effective_on)s AND e.sequence <= %(sequence)s
GROUP BY e.claim_id
HAVING SUM(CASE e.account WHEN 'assessment' THEN e.yen ELSE -e.yen END) > 0
"""

#: The latest revision of a claim's state spans that was recorded by the moment.
_REVISION = """(SELECT MAX(r.revision) FROM register_statespan r WHERE r.claim_id = c.id AND r.recorded_at <= %(recorded_at)s)"""

#: The state of claim `c` on the state day, else the first it gets after it; empty where it has none or its data is to be checked.
STATE_ON_DAY = f"""COALESCE(
    (SELECT CASE WHEN s.standing = 'data_to_check' THEN '' ELSE NULLIF(s.state_id, '') END FROM register_statespan s
     WHERE s.claim_id = c.id AND s.revision = {_REVISION} AND s.from_on <= %(state_day)s
     ORDER BY s.from_on DESC LIMIT 1),
    (SELECT s.state_id FROM register_statespan s
     WHERE s.claim_id = c.id AND s.revision = {_REVISION} AND s.from_on > %(state_day)s AND s.state_id <> ''
     ORDER BY s.from_on LIMIT 1), '')"""

_CELLS = """
WITH open_claim AS ({open_claims}),
placed AS (
    SELECT CASE WHEN c.fiscal_year < %(year)s OR c.past_from_start THEN 'past' ELSE 'current' END AS portion,
           {state_on_day} AS state_id, c.stands_for, o.balance_yen
    FROM open_claim o JOIN register_claim c ON c.id = o.claim_id)
SELECT portion, state_id, SUM(stands_for), SUM(balance_yen) FROM placed GROUP BY portion, state_id
"""

_OBLIGORS = """
WITH open_claim AS ({open_claims})
SELECT DISTINCT c.obligor_id FROM open_claim o JOIN register_claim c ON c.id = o.claim_id
"""


@dataclass(frozen=True)
class OpenClaims:
    """Table 3 before rounding: count and yen by (portion, state id); the state id is empty where none is known."""

    counts: Mapping[tuple[str, str], int]
    yen: Mapping[tuple[str, str], int]


def parameters(fiscal_year: int, as_of: AsOf) -> dict[str, Any]:
    """The values that OPEN_CLAIMS and the queries around it ask for."""
    last, ops = as_of.last_sequence(), connection.ops
    latest = as_of.effective_on or date.max
    return {
        "year": fiscal_year,
        "effective_on": ops.adapt_datefield_value(latest),
        "sequence": 2**62 if last is None else last,
        "state_day": ops.adapt_datefield_value(min(last_day(fiscal_year), latest)),
        "recorded_at": ops.adapt_datetimefield_value(as_of.last_moment() or _FOR_EVER),
    }


def open_claims_sql(receivable_ids: Iterable[int], *, among: Iterable[int] | None = None) -> str:
    """OPEN_CLAIMS for these receivables, all or those `among` some (ids are numbers of ours, never text from outside)."""
    receivables = _listed(receivable_ids)
    if among is None:
        return OPEN_CLAIMS.format(receivable="e.receivable_id", receivables=receivables, among="")
    few = f" AND e.claim_id IN ({_listed(among)})"
    # the sign keeps the databases from walking the receivable where the claims lead
    return OPEN_CLAIMS.format(receivable="+e.receivable_id", receivables=receivables, among=few)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(pk)) for pk in numbers) or "NULL"


def open_claims(receivable_ids: Sequence[int], *, fiscal_year: int, as_of: AsOf) -> OpenClaims:
    """Counts and yen by portion and state."""
    statement = _CELLS.format(open_claims=open_claims_sql(receivable_ids), state_on_day=STATE_ON_DAY)
    counts, yen = {}, {}
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters(fiscal_year, as_of))
        for portion, state_id, count, balance_yen in cursor.fetchall():
            counts[portion, state_id], yen[portion, state_id] = int(count), int(balance_yen)
    return OpenClaims(counts, yen)


def open_obligors(receivable_ids: Sequence[int], *, fiscal_year: int, as_of: AsOf) -> frozenset[int]:
    """The distinct persons among the principal obligors of the open claims, each by the number under which it is kept."""
    with connection.cursor() as cursor:
        statement = _OBLIGORS.format(open_claims=open_claims_sql(receivable_ids))
        cursor.execute(statement, parameters(fiscal_year, as_of))
        return persons((row[0] for row in cursor.fetchall()), kept_numbers(as_of))


def state_tables(found: OpenClaims, typed: TypedFigures | None, *, states: tuple[State, ...]) -> dict[str, StateTable]:
    """The tables of both portions in thousand yen, typed figures added."""
    return {portion: _table(portion, found, typed=typed, states=states) for portion in _PORTIONS}


def _table(portion: str, found: OpenClaims, *, typed: TypedFigures | None, states: tuple[State, ...]) -> StateTable:
    typed_count = typed.counts.get(portion, {}) if typed else {}
    typed_balance = typed.balances.get(portion, {}) if typed else {}
    ids = [state.id for state in states]
    count = {pk: found.counts.get((portion, pk), 0) + typed_count.get(pk, 0) for pk in ids}
    balance = {pk: to_thousand_yen(found.yen.get((portion, pk), 0)) + typed_balance.get(pk, 0) for pk in ids}
    recoverable, settlement = (ids_of_group(states, group) for group in ("recoverable", "settlement"))
    unknown_yen = found.yen.get((portion, ""), 0)
    return StateTable(
        count=count,
        balance=balance,
        count_recoverable=sum(count[pk] for pk in recoverable),
        count_settlement=sum(count[pk] for pk in settlement),
        count_total=sum(count.values()) + found.counts.get((portion, ""), 0),
        balance_recoverable=sum(balance[pk] for pk in recoverable),
        balance_settlement=sum(balance[pk] for pk in settlement),
        balance_total=sum(balance.values()) + to_thousand_yen(unknown_yen),
    )
