"""Whole papers that look like published ones, captions and damage by chance: everything told is true, nothing printed is lost."""

from random import Random

import pytest

from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.domain.states.table import GROUPS, ids_of_group
from saiken.formats.published.read import read_content
from saiken.formats.sheet_json.paper_document import paper_documents
from saiken.formats.sheet_json.schema import departures
from tests.support.lookalike_papers import EDITIONS, TrueSheet, text_2019, text_2022, true_sheet
from tests.support.lookalike_states import STATES, TrueStates

PAPERS = [(edition_id, seed) for edition_id in ("2019", "2022") for seed in range(25)]
YEARS = {"2019": 2018, "2022": 2021}


def lookalike(edition_id: str, seed: int) -> tuple[list[TrueSheet], Paper]:
    """Three true sheets and what was read from their print."""
    random = Random(f"{edition_id}-{seed}")
    sheets = [true_sheet(EDITIONS[edition_id], random, fiscal_year=YEARS[edition_id]) for _ in range(3)]
    full_states = random.random() < 0.3
    texts = [
        text_2019(sheet, random, full_states=full_states) if edition_id == "2019" else text_2022(sheet, random)
        for sheet in sheets
    ]
    return sheets, read_content("\n".join(texts).encode(), f"paper-{seed}.txt")


@pytest.mark.parametrize(("edition_id", "seed"), PAPERS)
def test_a_lookalike_is_read_as_it_was_printed(edition_id: str, seed: int) -> None:
    sheets, paper = lookalike(edition_id, seed)
    assert len(paper.sheets) == len(sheets)
    for sheet, truth in zip(paper.sheets, sheets, strict=True):
        assert (sheet.edition_id, sheet.fiscal_year) == (edition_id, truth.fiscal_year)
        _check_head(sheet, truth)
        _check_rows(sheet, truth)
        for portion in ("past", "current"):
            _check_states(sheet.states[portion], truth.states[portion])
    assert departures(paper_documents(paper, EDITIONS)) == []


def _check_head(sheet: Sheet, truth: TrueSheet) -> None:
    found = (sheet.numbers, sheet.name, sheet.bureau, sheet.section, sheet.legal_classes)
    printed = (truth.numbers, truth.name, truth.bureau, truth.section, truth.legal_classes)
    assert found == (printed if truth.has_head else ((), "", "", "", ()))
    assert dict(sheet.grades) == truth.grades
    claims = sum(sum(states.count.values()) for states in truth.states.values())
    balance = sum(sum(states.balance.values()) for states in truth.states.values())
    assert (sheet.claims_total, sheet.balance_total, sheet.obligors) == (claims, balance, truth.obligors)


def _check_rows(sheet: Sheet, truth: TrueSheet) -> None:
    assert [row.row_id for row in sheet.rows] == [spec.id for spec in truth.edition.rows]
    for row, printed in zip(sheet.rows, truth.rows, strict=True):
        assert row.placement != "inconsistent", printed.words
        options = (row.cells, *row.alternatives)
        assert any(
            all((cells[name] or 0) == value for name, value in printed.truth.items() if isinstance(value, int))
            for cells in options
        ), printed.words
        repaired = {repair.column_id for repair in row.repairs}
        assert repaired == set(printed.damaged)


def _check_states(table: StateTable, truth: TrueStates) -> None:
    sides = (
        (table.count, table.unplaced_count, truth.count),
        (table.balance, table.unplaced_balance, truth.balance),
    )
    for known, unplaced, true in sides:
        assert {name: value for name, value in known.items() if value} == {
            name: true[name] for name, value in known.items() if value
        }
        for group in GROUPS:
            ids = ids_of_group(STATES, group)
            told = [known[name] for name in ids if known.get(name)] + list(unplaced.get(group, ()))
            assert sorted(told) == sorted(true[name] for name in ids if name in true)
    assert (table.count_recoverable, table.count_settlement, table.count_total) == truth.sums(truth.count)
    assert (table.balance_recoverable, table.balance_settlement, table.balance_total) == truth.sums(truth.balance)


def test_states_are_certain_where_every_cell_is_printed() -> None:
    random = Random("full")
    sheet = true_sheet(EDITIONS["2019"], random, fiscal_year=2018)
    paper = read_content(text_2019(sheet, random, full_states=True).encode(), "full.txt")
    assert all(not table.unplaced_count and not table.unplaced_balance for table in paper.sheets[0].states.values())
