"""Rows that look like published ones: placement is exact or honestly ambiguous, damage is repaired, nothing legible changes."""

from random import Random

import pytest

from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.sheets.placement.row import Placement
from saiken.domain.sheets.sheet import Cells
from saiken.formats.published.development import place_line
from saiken.formats.published.lines import Line
from tests.support.lookalike_rows import (
    PrintedRow,
    break_cell,
    damage,
    lose_blanks,
    printed_row,
    true_row,
    zero_in_wrong_format,
)

EDITIONS = load_editions()
ROWS_PER_TEST = 150


def rows(edition: Edition, seed: str) -> list[tuple[PrintedRow, Random]]:
    """Rows printed in full, each with the generator that spoils it."""
    generators = [Random(f"{edition.id} {seed} {number}") for number in range(ROWS_PER_TEST)]
    return [(printed_row(edition, true_row(edition, random)), random) for random in generators]


def place_words(edition: Edition, row: PrintedRow) -> Placement:
    """Placed from running text, where blanks leave no trace."""
    return place_line(edition, Line(1, row.words))


def place_columns(edition: Edition, row: PrintedRow) -> Placement:
    """Placed from tab-separated cells."""
    return place_line(edition, Line(1, f"X\t{row.columns}"))


def is_true(edition: Edition, cells: Cells, row: PrintedRow) -> bool:
    """Whether all yen cells are the true ones, a blank counting as 0."""
    return all((cells[each.id] or 0) == (row.truth[each.id] or 0) for each in edition.columns if not each.is_rate)


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_lost_blanks_are_found_or_told_as_ambiguous(edition: Edition) -> None:
    verdicts = []
    for row, random in rows(edition, "blanks"):
        lose_blanks(row, random, share=random.random())
        placed = place_words(edition, row)
        options = [placed.cells, *placed.alternatives]
        assert any(is_true(edition, cells, row) for cells in options), row.words
        assert placed.verdict == ("certain" if len(options) == 1 else "ambiguous"), row.words
        verdicts.append(placed.verdict)
    assert verdicts.count("certain") > 0.9 * len(verdicts)


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_zero_in_a_wrong_format_never_stops_a_row(edition: Edition) -> None:
    for row, random in rows(edition, "formats"):
        lose_blanks(row, random, share=0.3)
        zero_in_wrong_format(row, random)
        placed = place_words(edition, row)
        assert placed.verdict != "inconsistent", row.words
        assert any(is_true(edition, cells, row) for cells in (placed.cells, *placed.alternatives)), row.words


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_damaged_cell_is_repaired_and_reported(edition: Edition) -> None:
    for row, random in rows(edition, "damage"):
        name = damage(row, random)
        placed = place_columns(edition, row)
        assert placed.verdict == "certain", row.columns
        assert is_true(edition, placed.cells, row), row.columns
        assert [(each.column_id, each.printed) for each in placed.repairs] == [(name, row.damaged[name])]
        assert placed.repairs[0].derived == row.truth[name]


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_legible_numbers_stay_whatever_they_break(edition: Edition) -> None:
    for row, random in rows(edition, "breaks"):
        name = random.choice([each.id for each in edition.columns if not each.is_rate])
        break_cell(row, edition, name=name, random=random)
        placed = place_columns(edition, row)
        assert placed.verdict == "inconsistent"
        assert placed.repairs == ()
        assert placed.printed == row.printed
        assert {key: value for key, value in placed.cells.items() if key != name} == {
            key: value for key, value in row.truth.items() if key != name
        }
        assert placed.broken


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_broken_rows_without_blanks_lose_no_number(edition: Edition) -> None:
    for row, random in rows(edition, "broken blanks")[:60]:
        lose_blanks(row, random)
        name = random.choice([key for key, value in row.truth.items() if isinstance(value, int) and row.printed[key]])
        break_cell(row, edition, name=name, random=random)
        placed = place_words(edition, row)
        printed = [text.replace(" ", "") for text in row.printed.values() if text]
        found = [text.replace(" ", "") for text in (*placed.printed.values(), *placed.left_out)]
        assert sorted(found) == sorted(printed), row.words


def tear(text: str, random: Random) -> str:
    """A grouped number or a rate with a gap in it, as text recognition leaves it."""
    places = [place for place in range(1, len(text)) if text[place - 1] in ",." or text[place] in ",."]
    place = random.choice(places)
    return f"{text[:place]} {text[place:]}"


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_torn_number_is_put_together_and_reported(edition: Edition) -> None:
    for row, random in rows(edition, "torn"):
        lose_blanks(row, random, share=0.3)
        whole = [name for name, text in row.printed.items() if "," in text and text[0].isdigit()]
        if not whole:
            continue
        name = random.choice(whole)
        row.printed[name] = tear(row.printed[name], random)
        placed = place_words(edition, row)
        assert any(is_true(edition, cells, row) for cells in (placed.cells, *placed.alternatives)), row.words
        if placed.verdict == "certain":
            assert (name, row.truth[name]) in [(each.column_id, each.derived) for each in placed.repairs]
