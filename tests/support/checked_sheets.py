"""Computed sheets for the tests of the checks, and ways to break them.

The one idea: figures are drawn by a seed and go through `compute`, so a sheet is clean by construction and whatever is found in it
afterwards was put there.
"""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.check import Finding, check_sheet
from saiken.domain.sheets.compute import goal_cells
from saiken.domain.sheets.edition import PORTIONS, Edition, load_editions
from saiken.domain.sheets.grade import Grade, follows_from_numbers
from saiken.domain.sheets.sheet import Cells, CellValue, Comparison, Row, Sheet, StateTable
from saiken.domain.states.table import load_states

EDITIONS = load_editions()
STATES = load_states()
YEARS = {"2019": 2018, "2022": 2021}


def findings_of(sheet: Sheet, address: str = "") -> tuple[Finding, ...]:
    """What the checks find in the sheet."""
    return check_sheet(sheet, EDITIONS[sheet.edition_id], states=STATES, address=address)


def rules_of(sheet: Sheet) -> list[str]:
    """The rules that are found broken, in order."""
    return [finding.rule.value for finding in findings_of(sheet)]


def drawn_sheet(edition_id: str, seed: int, *, broken_row: str | None = None, broken_by: int = 0) -> Sheet:
    """A sheet with every table filled; with `broken_row` that row and all chained from it begin `broken_by` too high."""
    edition, random = EDITIONS[edition_id], Random(seed)
    rows: dict[str, Cells] = {}
    for spec in edition.rows:
        if spec.carried_in_from:
            carried_in = _yen(rows[spec.carried_in_from]["total_balance"])
        else:
            carried_in = random.choice((0, 3_000, 90_000, 2_000_000)) + random.randrange(1_000)
        inputs = _inputs(random, carried_in)
        wrong = broken_by if spec.id == broken_row else 0
        rows[spec.id] = goal_cells(edition, inputs=inputs, carried_in=carried_in + wrong)
    return _filled(edition, rows)


def _inputs(random: Random, carried_in: int) -> dict[str, int]:
    """Inputs of both editions that leave no balance below zero."""
    reduction = random.choice((0, 0, -random.randrange(50), random.randrange(carried_in // 5 + 1)))
    past, current = carried_in - reduction, random.choice((0, random.randrange(500_000)))
    received, written_off = _split(random, past)
    current_received, current_written_off = _split(random, current)
    return {
        "past_reduction": reduction,
        "past_assessed": past,
        "past_received": received,
        "past_written_off": written_off,
        "current_assessed": current,
        "current_received": current_received,
        "current_written_off": current_written_off,
    }


def _split(random: Random, whole: int) -> tuple[int, int]:
    received = random.randrange(whole + 1)
    return received, random.choice((0, random.randrange(whole - received + 1)))


def _filled(edition: Edition, rows: Mapping[str, Cells]) -> Sheet:
    year = YEARS[edition.id]
    sheet = Sheet(
        edition_id=edition.id,
        fiscal_year=year,
        numbers=("901",),
        name="見本返還金",
        bureau="見本局",
        section="見本課",
        legal_classes=(LegalClass.PRIVATE_LAW,),
        rows=tuple(
            Row(spec.id, spec.label(year), spec.kind, spec.fiscal_year(year), rows[spec.id]) for spec in edition.rows
        ),
        states={portion: _states(rows["result"], portion) for portion in ("past", "current")},
        claims_total=8,
        balance_total=_yen(rows["result"]["total_balance"]),
        obligors=5,
        comparison=Comparison(reason="他都市に同種の債権がないため"),
    )
    return replace(sheet, grades={portion: _grade(edition, sheet, portion) for portion in PORTIONS})


def _states(result: Cells, portion: str) -> StateTable:
    """Four claims; the balance in two recoverable states and one to be settled."""
    balance = _yen(result[f"{portion}_balance"])
    first, second = balance // 2, balance // 3
    return StateTable(
        count={"S02": 1, "S06": 1, "S16": 2},
        balance={"S02": first, "S06": second, "S16": balance - first - second},
        count_recoverable=2,
        count_settlement=2,
        count_total=4,
        balance_recoverable=first + second,
        balance_settlement=balance - first - second,
        balance_total=balance,
    )


def _grade(edition: Edition, sheet: Sheet, portion: str) -> str:
    admitted = follows_from_numbers(edition, sheet=sheet, portion=portion)
    return next(grade for grade in Grade if grade in admitted)


def _yen(value: CellValue) -> int:
    assert isinstance(value, int)
    return value


def with_cell(sheet: Sheet, row_id: str, column_id: str, *, value: CellValue) -> Sheet:
    """The sheet with one cell of table 2 changed and nothing computed anew."""
    return with_row(sheet, row_id, cells={column_id: value})


def with_row(sheet: Sheet, row_id: str, *, cells: Mapping[str, CellValue]) -> Sheet:
    """The sheet with some cells of one row changed and nothing computed anew."""
    rows = tuple(replace(row, cells={**row.cells, **cells}) if row.row_id == row_id else row for row in sheet.rows)
    return replace(sheet, rows=rows)


def with_states(sheet: Sheet, portion: str, **changes: object) -> Sheet:
    """The sheet with fields of one portion's table 3 changed."""
    table = replace(sheet.states[portion], **changes)  # type: ignore[arg-type]
    return replace(sheet, states={**sheet.states, portion: table})


def cell(sheet: Sheet, row_id: str, column_id: str) -> int:
    """Thousand yen of a cell of table 2."""
    row = sheet.row(row_id)
    assert row is not None
    return _yen(row.cells[column_id])


def letter(sheet: Sheet, column_id: str) -> str:
    """The form's letter of a column."""
    return EDITIONS[sheet.edition_id].column_of_id[column_id].letter
