"""From a printed paper to its findings: broken chains and cells of papers that lost their blanks or went through a scanner.

The one idea: the paper is read as any other, so placement and checks must agree on what is wrong; where a row could not be read
that is said, and nothing is ever found in a sound paper.
"""

from random import Random

import pytest

from saiken.domain.sheets.check import Finding, Rule, check_papers
from saiken.domain.sheets.edition import Edition, RowSpec
from saiken.domain.sheets.paper import Paper
from saiken.formats.published.read import read_lines
from saiken.formats.published.text_file import lines_of_text
from tests.support.checked_sheets import EDITIONS, STATES, YEARS
from tests.support.lookalike_papers import TrueSheet, text_2019, text_2022, true_sheet
from tests.support.lookalike_rows import PrintedRow, break_cell, printed_row, true_row

TABLE_2 = (Rule.FORMULA, Rule.RATE, Rule.CARRY_OVER, Rule.GOAL_CHAIN)
SEEDS = range(25)


def _drawn(edition: Edition, random: Random, *, broken_row: str = "", broken_by: int = 0) -> TrueSheet:
    """A sheet whose rows chain, but for the broken one and what follows from it."""
    rows: dict[str, PrintedRow] = {}
    for spec in edition.rows:
        source = rows.get(spec.carried_in_from or "")
        carried_in = source.truth["total_balance"] if source else None
        assert not isinstance(carried_in, str)
        if spec.id == broken_row and carried_in is not None:
            carried_in += broken_by
        rows[spec.id] = printed_row(edition, true_row(edition, random, carried_in=carried_in))
    sheet = true_sheet(edition, random, fiscal_year=YEARS[edition.id])
    sheet.rows = list(rows.values())
    return sheet


def _table_2(sheet: TrueSheet, random: Random) -> tuple[Paper, list[Finding]]:
    text = text_2019(sheet, random) if sheet.edition.id == "2019" else text_2022(sheet, random)
    paper = read_lines(lines_of_text(text.encode(), "paper.txt"), "paper.txt")
    return paper, [one for one in check_papers([paper], EDITIONS, states=STATES) if one.rule in TABLE_2]


def _all_rows_read(paper: Paper) -> bool:
    """A row of dashes alone leaves no figure to recognise it by; then rows cannot be told apart for certain."""
    return all(row.tokens for row in paper.sheets[0].rows)


@pytest.mark.parametrize("edition_id", sorted(EDITIONS))
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_found_in_a_sound_paper(edition_id: str, seed: int) -> None:
    random = Random(seed)
    assert _table_2(_drawn(EDITIONS[edition_id], random), random)[1] == []


@pytest.mark.parametrize("edition_id", sorted(EDITIONS))
@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_chain_is_found_once_at_the_lower_row(edition_id: str, seed: int) -> None:
    edition, random = EDITIONS[edition_id], Random(seed)
    spec: RowSpec = random.choice([spec for spec in edition.rows if spec.carried_in_from])
    sheet = _drawn(edition, random, broken_row=spec.id, broken_by=random.randrange(1, 5_000))
    paper, found = _table_2(sheet, random)
    rule = Rule.CARRY_OVER if spec.kind == "result" else Rule.GOAL_CHAIN
    if _all_rows_read(paper):
        assert [(one.rule, one.row, one.column) for one in found] == [(rule, spec.label(sheet.fiscal_year), "ア")]


@pytest.mark.parametrize("edition_id", sorted(EDITIONS))
@pytest.mark.parametrize("seed", SEEDS)
def test_a_wrong_cell_is_found_once_in_its_row(edition_id: str, seed: int) -> None:
    edition, random = EDITIONS[edition_id], Random(seed)
    sheet, place = _drawn(edition, random), random.randrange(len(edition.rows))
    column = random.choice([column.id for column in edition.columns if not column.is_rate])
    row = sheet.rows[place]
    break_cell(row, edition, name=column, random=random)
    wrong = row.printed[column]
    paper, found = _table_2(sheet, random)
    if row.printed[column] == wrong and _all_rows_read(paper):
        assert [one.row for one in found] == [edition.rows[place].label(sheet.fiscal_year)]
