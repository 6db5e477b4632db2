"""Editions are data: the two shipped ones load, and a wrong one is refused with its file and fault."""

from pathlib import Path

import pytest

from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.formula import parse

EDITIONS = load_editions()


def test_letters_stand_in_the_order_of_the_form() -> None:
    assert "".join(EDITIONS["2019"].column_of_letter) == "アイウエオカキクケコサシスセソタチツテ"
    assert (
        " ".join(EDITIONS["2022"].column_of_letter)
        == "ア イ ウ エ オ カ キ ク ケ ウ' エ' オ' カ' キ' ク' ケ' キ\" ク\" ケ\""
    )


@pytest.mark.parametrize(
    ("edition_id", "letter", "shown"),
    [
        ("2019", "ウ", "ア-イ"),
        ("2019", "ツ", "(カ+ス)/(ア+コ)"),
        ("2022", "イ", "ア-ウ"),
        ("2022", "ケ", "ウ-(エ+オ)"),
        ("2022", 'キ"', "(エ+エ')/(ウ+ウ')"),
    ],
)
def test_formulas_read_as_printed_on_the_form(edition_id: str, letter: str, shown: str) -> None:
    edition = EDITIONS[edition_id]
    formula = edition.column_of_letter[letter].formula
    assert formula is not None
    assert formula.render(lambda column: edition.column_of_id[column].letter) == shown


def test_labels_cross_the_change_of_era() -> None:
    labels = [row.label(2018) for row in EDITIONS["2019"].rows]
    assert labels == ["平28実績", "平29実績", "平30当初目標", "平30実績", "令元当初目標", "令元努力目標", "令2当初目標"]
    labels = [row.label(2021) for row in EDITIONS["2022"].rows]
    assert labels == ["令元実績", "令2実績", "令3修正目標", "令3実績", "令4当初目標", "令4修正目標", "令5当初目標"]


def test_every_edition_gives_the_same_meaning_to_the_same_inputs() -> None:
    for edition in EDITIONS.values():
        assert len(edition.input_columns) == 6
        assert {row.fiscal_year(2021) for row in edition.result_rows} == {2019, 2020, 2021}


@pytest.mark.parametrize("text", ["a * b", "a / b / c", "a + 1", "f(a)"])
def test_only_sums_and_one_quotient_are_formulas(text: str) -> None:
    with pytest.raises(ValueError, match="not a sum"):
        parse(text)


def test_a_formula_keeps_the_sign_of_what_stands_in_brackets() -> None:
    assert parse("a - (b - c)").evaluate({"a": 10, "b": 4, "c": 1}) == 7
    assert parse("a - (b - c)").render(str.upper) == "A-(B-C)"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('formula = "past_carried_in - past_reduction"', 'formula = "past_carried_in - nonsense"', "nonsense"),
        ('goal = "first_goal"', 'goal = "no_such_row"', "no_such_row"),
        ('id = "past_assessed"', 'id = "past_assess"', "past_assess"),
        ('letter = "ア"', "", "letter"),
    ],
)
def test_a_broken_edition_is_refused_naming_file_and_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    shipped = Path(__file__).parents[4] / "saiken/domain/sheets/editions/2019.toml"
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "2030.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"2030\.toml: .*{fault}"):
        load_editions(tmp_path)


def test_an_edition_without_a_cell_of_the_ledger_is_refused(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[4] / "saiken/domain/sheets/editions/2019.toml"
    text = shipped.read_text(encoding="utf-8").replace("past_written_off", "past_forgiven")
    (tmp_path / "2030.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="missing columns.*past_written_off"):
        load_editions(tmp_path)
