"""One whole sheet computed from the register.

The one idea: the domain's `Sheet`, the same value that a paper is read into, so that one checker and one set of writers serve both. It
shows no persons.
"""

from collections.abc import Mapping

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.compute import sheet_rows
from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.domain.states.table import State
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.editions import edition_of
from saiken.register.queries.goal_rows import goal_inputs
from saiken.register.queries.joined import persons_in
from saiken.register.queries.open_claims import open_of_year
from saiken.register.queries.position import position
from saiken.register.queries.sheet_figures import Results, results_of
from saiken.register.queries.sheet_index import SheetEntry, sheet_by_key
from saiken.register.queries.state_table import OpenClaims, open_claims, open_obligors, state_tables
from saiken.register.queries.statements import comparison_of, goals_of, grades_of, measures_of
from saiken.register.queries.typed import typed_years
from saiken.register.queries.year_figures import ledger
from saiken.register.typed_figures import TypedFigures


def sheet_value(
    sheet_key: str,
    sheet_year: int,
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    as_of: AsOf = NOW,
) -> Sheet:
    """The sheet of `sheet_year`; raises InvalidInput when the key has none in that year."""
    entry = sheet_by_key(sheet_key, fiscal_year=sheet_year, as_of=as_of)
    edition = edition_of(editions, sheet_year)
    typed = typed_years(as_of).get(entry.sheet_id, {})
    results = results_of(entry, through=sheet_year, edition=edition, ledger=ledger(as_of), typed=typed)
    rows = _rows(entry, sheet_year, edition=edition, results=results, typed=typed, as_of=as_of)
    typed_now = typed.get(sheet_year) if entry.figures_only(sheet_year) else None
    members = entry.in_claims(sheet_year)
    found, obligors = _open(members, sheet_year, as_of=as_of)
    tables = state_tables(found, typed_now, states=states)
    return Sheet(
        edition_id=edition.id,
        fiscal_year=sheet_year,
        numbers=entry.numbers,
        name=entry.name,
        bureau=entry.bureau,
        section=entry.section,
        legal_classes=entry.legal_classes,
        rows=rows,
        grades={**dict.fromkeys(PORTIONS), **grades_of(entry.sheet_id, fiscal_year=sheet_year, as_of=as_of)},
        states=tables,
        claims_total=sum(table.count_total or 0 for table in tables.values()),
        balance_total=sum(table.balance_total or 0 for table in tables.values()),
        obligors=obligors + _typed_obligors(typed_now),
        obligors_at_most=typed_now is not None and obligors > 0,
        comparison=comparison_of(
            entry.sheet_id, fiscal_year=sheet_year, as_of=as_of, own_rates=_own_rates(edition, rows)
        ),
        measures=measures_of(entry.sheet_id, fiscal_year=sheet_year, as_of=as_of),
        true_balances_yen=_true_balances(entry, edition, sheet_year=sheet_year, results=results),
        figures_only=entry.figures_only(sheet_year),
    )


def _open(members: tuple[int, ...], sheet_year: int, *, as_of: AsOf) -> tuple[OpenClaims, int]:
    """The open claims for table 3, and how many persons owe them."""
    if as_of != NOW:
        found = open_claims(members, fiscal_year=sheet_year, as_of=as_of)
        return found, len(open_obligors(members, fiscal_year=sheet_year, as_of=as_of))
    kept = open_of_year(members, sheet_year, now=position())
    counts = {key: cell.count for key, cell in kept.cells.items()}
    return OpenClaims(counts, {key: cell.yen for key, cell in kept.cells.items()}), persons_in(kept.obligors)


def _rows(
    entry: SheetEntry,
    sheet_year: int,
    *,
    edition: Edition,
    results: Results,
    typed: Mapping[int, TypedFigures],
    as_of: AsOf,
) -> tuple[Row, ...]:
    """The rows whose figures are known; a year that is in no claims and was not typed has none."""
    goals = goals_of(entry.sheet_id, sheet_year=sheet_year, edition=edition, as_of=as_of)
    known = {year: cells for year, cells in results.cells.items() if entry.in_claims(year) or year in typed}
    inputs = goal_inputs(edition, sheet_year=sheet_year, results=known, goals=goals)
    cells_of = sheet_rows(edition, sheet_year=sheet_year, results=known, goals=inputs, outside=goals.outside)
    specs = edition.row_of_id
    return tuple(
        Row(
            row_id=row_id,
            label=specs[row_id].label(sheet_year),
            kind=specs[row_id].kind,
            fiscal_year=specs[row_id].fiscal_year(sheet_year),
            cells=cells,
        )
        for row_id, cells in cells_of.items()
    )


def _true_balances(entry: SheetEntry, edition: Edition, *, sheet_year: int, results: Results) -> dict[str, int]:
    """The ledger's balance by row id where, rounded, it is not the chained cell."""
    found = {}
    for row in edition.result_rows:
        year = row.fiscal_year(sheet_year)
        if year not in results.years or entry.figures_only(year):
            continue
        true_yen = results.years[year].figures.total_balance_yen
        if to_thousand_yen(true_yen) != results.cells[year]["total_balance"]:
            found[row.id] = true_yen
    return found


def _own_rates(edition: Edition, rows: tuple[Row, ...]) -> dict[str, str]:
    """The collection rates of the row that table 6 compares, by portion."""
    compared = next((row for row in rows if row.row_id == edition.comparison_row), None)
    if compared is None:
        return {}
    return {portion: str(compared.cells[f"{portion}_collection_rate"]) for portion in PORTIONS}


def _typed_obligors(typed: TypedFigures | None) -> int:
    return (typed.obligors or 0) if typed else 0
