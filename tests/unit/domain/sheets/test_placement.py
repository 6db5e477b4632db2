"""Placing printed numbers into columns: what the formulas can tell, what they cannot, and what is never touched."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.sheets.placement.chain import choose_by_chain
from saiken.domain.sheets.placement.row import Placement, place_row
from saiken.domain.sheets.placement.token import Token

EDITIONS = load_editions()
OLD, NEW = EDITIONS["2019"], EDITIONS["2022"]


def tokens(text: str) -> tuple[Token, ...]:
    """Words as legible tokens; ?x is a damaged token without a reading, ?x=5 one with the reading 5."""
    return tuple(_token(word) for word in text.split())


def _token(word: str) -> Token:
    if word.startswith("?"):
        printed, _, reading = word[1:].partition("=")
        return Token(printed, (int(reading),) if reading else (), False)
    return Token(word, (word if word == "－" or word.endswith("%") else int(word.replace(",", "")),), True)


def by_letter(edition: Edition, placed: Placement) -> dict[str, int | str | None]:
    """The cells under the form's letters."""
    return {column.letter: placed.cells[column.id] for column in edition.columns}


def test_a_full_row_keeps_its_columns() -> None:
    placed = place_row(
        OLD, tokens("3,361 2 3,359 469 0 471 2,890 14.0% 14.0% 1,629 834 0 834 795 51.2% 51.2% 26.1% 26.2% 3,685")
    )
    cells = by_letter(OLD, placed)
    assert placed.verdict == "certain"
    assert (cells["ア"], cells["イ"], cells["ク"], cells["テ"]) == (3361, 2, "14.0%", 3685)


def test_blanks_that_left_no_trace_are_found_by_the_formulas() -> None:
    placed = place_row(OLD, tokens("198 198 25 0 25 173 12.6% 12.6% 60 60 0 60 0 100.0% 100.0% 32.9% 32.9% 173"))
    cells = by_letter(OLD, placed)
    assert placed.verdict == "certain"
    assert (cells["ア"], cells["イ"], cells["ウ"], cells["エ"]) == (198, None, 198, 25)


def test_a_number_in_a_later_input_is_told_by_the_printed_rate() -> None:
    placed = place_row(OLD, tokens("571 571 72 72 499 0.0% 12.6% 492 492 492 0 100.0% 100.0% 46.3% 53.1% 499"))
    cells = by_letter(OLD, placed)
    assert placed.verdict == "certain"
    assert (cells["エ"], cells["オ"], cells["カ"]) == (None, 72, 72)


def test_placements_that_differ_only_in_a_blank_zero_are_one() -> None:
    placed = place_row(OLD, tokens("0 0 0 － － 0 0 － － － － 0"))
    cells = by_letter(OLD, placed)
    assert placed.verdict == "certain"
    assert set(cells.values()) <= {0, None, "－"}
    assert all(cells[letter] == 0 for letter in "アウカキ" if cells[letter] is not None)


@pytest.mark.parametrize("zero", ["－", "0.0%"])
def test_a_zero_printed_as_a_rate_does_not_stop_the_row(zero: str) -> None:
    placed = place_row(OLD, tokens(f"460 80 380 {zero} 160 240 220 0.0% 52.2% 0 0 0 0 0 － － 0.0% 52.2% 220"))
    assert placed.verdict == "certain"
    assert by_letter(OLD, placed)["エ"] == 0


def test_a_bare_zero_in_a_rate_column_is_the_rate_it_must_be() -> None:
    placed = place_row(OLD, tokens("380 0 380 0 0 0 380 0 0.0% 140 60 0 60 80 42.9% 42.9% 11.5% 11.5% 460"))
    assert placed.verdict == "certain"
    assert by_letter(OLD, placed)["ク"] == "0.0%"


def test_an_increase_is_a_negative_reduction_and_a_rate_may_be_negative() -> None:
    placed = place_row(OLD, tokens("220 -100 320 0 0 -100 320 0.0% -45.5% 0 0 0 0 0 － － 0.0% -45.5% 320"))
    assert placed.verdict == "certain"
    assert by_letter(OLD, placed)["ケ"] == "-45.5%"


def test_a_legible_wrong_number_stays_and_its_formulas_are_named() -> None:
    placed = place_row(
        OLD, tokens("3,361 2 3,359 469 0 471 2,980 14.0% 14.0% 1,629 834 0 834 795 51.2% 51.2% 26.1% 26.2% 3,685")
    )
    assert placed.verdict == "inconsistent"
    assert by_letter(OLD, placed)["キ"] == 2980
    assert placed.broken == ("past_balance", "total_balance")
    assert placed.repairs == ()


def test_a_damaged_cell_takes_the_value_its_formula_gives() -> None:
    placed = place_row(
        NEW, tokens("151,785 ?44 151,789 20,786 0 20,782 13.7% 13.7% 131,003 0 0 0 0 － － 0 13.7% 13.7% 131,003")
    )
    assert placed.verdict == "certain"
    assert [(each.column_id, each.printed, each.derived) for each in placed.repairs] == [("past_reduction", "44", -4)]


def test_a_reading_that_fits_is_taken_before_a_derived_value() -> None:
    placed = place_row(NEW, tokens("97 0 97 0 0 0 0.0% 0.0% 97 92 ?C=0 0 0 0.0% 0.0% 92 0.0% 0.0% 189"))
    assert [(each.printed, each.derived) for each in placed.repairs] == [("C", 0)]


def test_a_damaged_cell_that_formulas_contradict_stays_unread() -> None:
    placed = place_row(NEW, tokens("100 0 100 ?x 0 30 20.0% 30.0% 60 0 0 0 0 － － 0 20.0% 30.0% 60"))
    assert placed.verdict == "inconsistent"
    assert placed.cells["past_received"] is None


def test_several_fitting_placements_are_all_told() -> None:
    placed = place_row(OLD, tokens("6 6 6 0.0% 0.0% 770,358 1 1 770,357 0.0% 0.0% 0.0% 0.0% 770,363"))
    options = [placed.cells, *placed.alternatives]
    assert placed.verdict == "ambiguous"
    assert [(each["current_received"], each["current_written_off"]) for each in options] == [(1, None), (None, 1)]


def test_the_chain_chooses_among_fitting_placements_only() -> None:
    blank = place_row(OLD, tokens("0 0 0 － － 0 0 － － － － 0")).cells
    source = Placement({**blank, "total_balance": 5}, {}, "certain")
    options = [{**blank, "past_carried_in": 0, "past_reduction": -5}, {**blank, "past_carried_in": 5}]
    row = Placement(options[0], {}, "ambiguous", alternatives=(options[1],))
    chosen = choose_by_chain(OLD, {"result_two_years_before": source, "result_year_before": row})
    assert chosen["result_year_before"].verdict == "certain"
    assert chosen["result_year_before"].cells == options[1]
    unlike = Placement({**blank, "total_balance": 7}, {}, "certain")
    assert (
        choose_by_chain(OLD, {"result_two_years_before": unlike, "result_year_before": row})["result_year_before"]
        == row
    )


def test_a_row_that_fits_is_not_moved_by_a_broken_chain() -> None:
    source = place_row(OLD, tokens("10 0 10 0 0 0 10 0.0% 0.0% 0 0 0 0 0 － － 0.0% 0.0% 10"))
    row = place_row(OLD, tokens("9 0 9 0 0 0 9 0.0% 0.0% 0 0 0 0 0 － － 0.0% 0.0% 9"))
    chosen = choose_by_chain(OLD, {"result_two_years_before": source, "result_year_before": row})
    assert chosen["result_year_before"] == row


def test_a_surplus_number_is_left_out_and_said() -> None:
    text = "3,361 2 3,359 469 0 471 2,890 14.0% 14.0% 1,629 834 0 834 795 51.2% 51.2% 26.1% 26.2% 3,685 7"
    placed = place_row(OLD, tokens(text))
    assert placed.verdict == "inconsistent"
    assert placed.left_out == ("7",)


def test_nothing_printed_leaves_every_cell_unread() -> None:
    placed = place_row(OLD, ())
    assert set(placed.cells.values()) == {None}
    assert placed.verdict == "inconsistent"


def test_a_derived_value_never_falls_below_zero_where_nothing_can() -> None:
    """A legible 8 written off breaks the row; -8 received would mend it, but nobody receives less than nothing."""
    row = "237,171 7,013 230,158 0 82,678 89,691 0.0% 37.8% 147,480 94,990 {} 8 0 0.0% 0.0% 94,990 0.0% 27.0% 242,470"
    read = place_row(NEW, tokens(row.format("?C=0")))
    assert (read.verdict, read.cells["current_received"]) == ("inconsistent", 0)
    unread = place_row(NEW, tokens(row.format("?C")))
    assert (unread.verdict, unread.cells["current_received"]) == ("inconsistent", None)


def test_the_first_of_several_fits_may_be_the_one_that_chains() -> None:
    blank = place_row(OLD, tokens("0 0 0 － － 0 0 － － － － 0")).cells
    source = Placement({**blank, "total_balance": 5}, {}, "certain")
    options = [{**blank, "past_carried_in": 5}, {**blank, "past_carried_in": 0, "past_reduction": -5}]
    row = Placement(options[0], {}, "ambiguous", alternatives=(options[1],))
    chosen = choose_by_chain(OLD, {"result_two_years_before": source, "result_year_before": row})["result_year_before"]
    assert (chosen.verdict, chosen.cells, chosen.alternatives) == ("certain", options[0], ())


def test_among_fits_that_break_as_much_the_one_with_fewest_wrong_cells_is_shown() -> None:
    """The blank of this row could be anywhere; only one place leaves a single wrong cell."""
    placed = place_row(OLD, tokens("100 100 30 30 75 30.0% 30.0% 0 0 0 0 0 － － 30.0% 30.0% 75"))
    assert placed.verdict == "inconsistent"
    assert placed.cells["past_received"] == 30
    assert placed.cells["past_balance"] == 75


def test_a_row_of_nothing_but_damage_is_given_up_soon() -> None:
    damaged = tuple(Token(f"?{place}", (place, 10 + place, 100 + place), False) for place in range(19))
    placed = place_row(NEW, damaged, most_cost=12)
    assert (placed.verdict, placed.repairs) == ("inconsistent", ())
    assert placed.left_out == tuple(token.printed for token in damaged)


def in_columns(text: str, *, places: list[int]) -> tuple[Token, ...]:
    """Tokens that stand in these printed columns."""
    return tuple(replace(token, column_index=place) for token, place in zip(tokens(text), places, strict=True))


def test_a_number_keeps_the_column_it_is_printed_in() -> None:
    """Without its column the 1 could be received or written off."""
    text = "6 6 6 0.0% 0.0% 770,358 1 1 770,357 0.0% 0.0% 0.0% 0.0% 770,363"
    placed = place_row(OLD, in_columns(text, places=[0, 2, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18]))
    assert placed.verdict == "certain"
    assert (placed.cells["current_received"], placed.cells["current_written_off"]) == (None, 1)


def test_shifted_columns_give_way_to_the_formulas() -> None:
    text = "6 6 6 0.0% 0.0% 770,358 1 1 770,357 0.0% 0.0% 0.0% 0.0% 770,363"
    placed = place_row(OLD, in_columns(text, places=list(range(14))))
    assert (placed.verdict, placed.cells["past_balance"]) == ("ambiguous", 6)


def test_a_row_may_end_in_a_blank() -> None:
    assert by_letter(OLD, place_row(OLD, tokens("0 0 0 － － 0 0 － － － －")))["テ"] is None


def test_of_equally_broken_placements_the_one_with_the_fewest_wrong_cells_is_taken() -> None:
    """The balance is wrong; where the lone 5 stands does not matter to the formulas that hold."""
    placed = place_row(OLD, tokens("6 6 6 0.0% 0.0% 770,358 1 1 770,357 0.0% 0.0% 0.0% 0.0% 770,364"))
    assert (placed.verdict, placed.broken) == ("inconsistent", ("total_balance",))
