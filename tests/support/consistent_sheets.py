"""Invented sheets that break no rule of the form: rows that chain, state tables that add up, no more obligors than claims.

The one idea: figures are drawn in thousand yen and every other cell is computed by the form, so whatever comes back from yen can be
compared cell by cell.
"""

from random import Random

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import LedgerFigures, result_cells
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Row, Sheet, StateTable
from saiken.domain.states.table import State, ids_of_group

SIZES = (0, 30, 700, 20_000, 400_000)
MOST_CLAIMS_PER_STATE = 30


def consistent_sheet(edition: Edition, states: tuple[State, ...], *, random: Random) -> Sheet:
    """A sheet of the year before the edition's."""
    year = int(edition.id) - 1
    rows, last = _rows(edition, year, random=random)
    tables = {
        "past": _table(random, last.past_balance_yen // 1_000, states),
        "current": _table(random, last.current_balance_yen // 1_000, states),
    }
    claims = sum(table.count_total or 0 for table in tables.values())
    return Sheet(
        edition_id=edition.id,
        fiscal_year=year,
        numbers=("999",),
        name="見本債権",
        bureau="見本局",
        section="見本課",
        legal_classes=(LegalClass.PRIVATE_LAW,),
        rows=rows,
        states=tables,
        claims_total=claims,
        balance_total=sum(table.balance_total or 0 for table in tables.values()),
        obligors=random.randint(1, claims) if claims else 0,
    )


def _rows(edition: Edition, sheet_year: int, *, random: Random) -> tuple[tuple[Row, ...], LedgerFigures]:
    size = random.choice(SIZES)
    carried_in = random.choice((0, random.randint(0, size)))
    rows, figures = [], LedgerFigures()
    for spec in edition.result_rows:
        figures = _figures(random, carried_in, size=size)
        cells = result_cells(edition, figures=figures, carried_in=carried_in)
        rows.append(Row(spec.id, spec.label(sheet_year), spec.kind, spec.fiscal_year(sheet_year), cells))
        carried_in = figures.total_balance_yen // 1_000
    return tuple(rows), figures


def _figures(random: Random, carried_in: int, *, size: int) -> LedgerFigures:
    """One year in whole thousands of yen."""
    reduced = random.choice((0, 0, random.randint(0, carried_in // 3), -random.randint(0, size // 5)))
    past, current = carried_in - reduced, random.choice((0, random.randint(0, 4 * size)))
    past_settled, current_settled = _settled(random, past), _settled(random, current)
    thousands = (past, *past_settled, current, *current_settled)
    return LedgerFigures(*(1_000 * figure for figure in thousands))


def _settled(random: Random, assessed: int) -> tuple[int, int]:
    """Received and written off, sometimes nothing, sometimes everything."""
    received = random.choice((0, random.randint(0, assessed), assessed))
    return received, random.choice((0, 0, random.randint(0, assessed - received)))


def _table(random: Random, balance: int, states: tuple[State, ...]) -> StateTable:
    if not balance:
        return StateTable({}, {}, count_total=0, balance_total=0)
    ids = sorted(random.sample([state.id for state in states], random.randint(1, min(5, balance))))
    cuts = sorted(random.sample(range(1, balance), len(ids) - 1))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, balance], strict=True)]
    count = {state_id: random.randint(1, MOST_CLAIMS_PER_STATE) for state_id in ids}
    found = dict(zip(ids, parts, strict=True))
    recoverable, settlement = (ids_of_group(states, group) for group in ("recoverable", "settlement"))
    return StateTable(
        count=count,
        balance=found,
        count_recoverable=sum(count.get(state_id, 0) for state_id in recoverable),
        count_settlement=sum(count.get(state_id, 0) for state_id in settlement),
        count_total=sum(count.values()),
        balance_recoverable=sum(found.get(state_id, 0) for state_id in recoverable),
        balance_settlement=sum(found.get(state_id, 0) for state_id in settlement),
        balance_total=balance,
    )
