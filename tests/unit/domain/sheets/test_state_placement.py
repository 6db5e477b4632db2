"""Placing the numbers of table 3 by sums and by the number of cells."""

from saiken.domain.sheets.placement.states import StateCell, StateRow, narrowed, place_states, without_doubtful

SIZES = (9, 7)


def cells(text: str) -> tuple[StateCell, ...]:
    """Words as cells; a trailing ? makes one optional, ! a possible stray mark, ~ a doubtful stroke, * merged."""
    return tuple(
        StateCell(word, int(word.rstrip("?!~*")), "?" in word, "!" in word, "~" in word, "*" in word)
        for word in text.split()
    )


def states_of(row: StateRow, group: int) -> list[set[int]]:
    """Possible places per value, from 0."""
    return [set(places) for places in row.possible[group]]


def test_all_printed_cells_make_every_state_certain() -> None:
    row = place_states(cells("122 36 48 0 0 258 0 0 128 592 0 0 0 0 0 16 0 16 608"), SIZES)
    assert row.values == ((122, 36, 48, 258, 128), (16,))
    assert states_of(row, 0) == [{0}, {1}, {2}, {5}, {8}]
    assert states_of(row, 1) == [{5}]
    assert row.subtotals == (592, 16)
    assert row.total == 608


def test_lost_blanks_leave_the_order_but_not_the_state() -> None:
    row = place_states(cells("7 49 56 0 56"), SIZES)
    assert row.values == ((7, 49), ())
    assert states_of(row, 0) == [set(range(8)), set(range(1, 9))]


def test_the_groups_are_split_by_their_sums() -> None:
    row = place_states(cells("0 3 1 1 5 5"), SIZES)
    assert row.values == ((), (3, 1, 1))
    assert row.subtotals == (0, 5)


def test_a_single_value_equal_to_its_subtotal_tells_no_state() -> None:
    row = place_states(cells("2 2 0 2"), SIZES)
    assert states_of(row, 0) == [set(range(9))]


def test_a_subtotal_that_does_not_match_is_kept_as_printed() -> None:
    row = place_states(cells("15 1530 14 41 0 0 0 85 0 1687 0 0 0 0 0 0 0 0 1687"), SIZES)
    assert row.broken == 1
    assert row.values[0] == (15, 1530, 14, 41, 85)
    assert row.subtotals == (1687, 0)


def test_optional_cells_count_when_they_complete_the_group() -> None:
    row = place_states(cells("0 1569 0 0 0? 248 0 0? 355 2172 0 51 44 0 0? 0 891 986 3158"), SIZES)
    assert states_of(row, 0) == [{1}, {5}, {8}]
    assert states_of(row, 1) == [{1}, {2}, {6}]


def test_a_stray_mark_is_dropped_only_where_that_mends_the_sums() -> None:
    row = place_states(cells("0 845 133 3! 0 42 129 0 0 0 1149 0 24 0 0 0 0 0 24 1173"), SIZES)
    assert row.dropped == ("3!",)
    assert row.values == ((845, 133, 42, 129), (24,))
    kept = place_states(cells("0 845 133 3! 0 42 129 0 0 1152 0 24 0 0 0 0 0 24 1176"), SIZES)
    assert kept.dropped == ()


def test_a_doubtful_stroke_needs_the_other_row() -> None:
    text = "0 0 0 0 0 0 0 0 0 0 0 50 0 0 1~ 0 0 50 50"
    without = place_states(cells("0 0 0 0 0 0 0 0 0 0 0 9 0 0 0 0 0 9 9"), SIZES)
    with_one = place_states(cells("0 0 0 0 0 0 0 0 0 0 0 9 0 0 3 0 0 12 12"), SIZES)
    mended, marks = without_doubtful(cells(text), sizes=SIZES, other=without)
    assert marks == ("1~",)
    assert place_states(mended, SIZES).values == ((), (50,))
    assert without_doubtful(cells(text), sizes=SIZES, other=with_one)[1] == ()


def test_cells_lost_where_the_groups_meet_leave_both_places_open() -> None:
    row = place_states(cells("0 0 0 0 0 0 0 0 0 0 5 0 0 0 0 0 5 5"), SIZES)
    assert states_of(row, 1) == [{0, 1}]


def test_merged_columns_show_on_which_side_cells_were_lost() -> None:
    row = place_states(cells("0 0 0* 0* 0 0 0 0 0 0 5 0 0 0 0 0 5 5"), SIZES)
    assert states_of(row, 1) == [{1}]


def test_count_row_and_balance_row_narrow_each_other() -> None:
    counts = place_states(cells("0 8 0 0 0 5 9 0 1 23 0 0 0 2 0 1 1 4 27"), SIZES)
    balances = place_states(cells("78 27 92 10 207 25 18 12 55 262"), SIZES)
    assert [set(places) for places in narrowed(balances, counts, group=0)] == [{1}, {5}, {6}, {8}]
    assert [set(places) for places in narrowed(balances, counts, group=1)] == [{3}, {5}, {6}]


def test_too_short_a_row_says_nothing() -> None:
    assert place_states(cells("5 5"), SIZES) == StateRow()


def test_fewer_than_three_numbers_are_no_row() -> None:
    assert place_states(cells("5 5"), SIZES) == StateRow()


def test_equally_good_splits_with_other_values_tell_no_place() -> None:
    """Either sum of 1 may be the wrong one, so the value may stand in either group."""
    row = place_states(cells("1 1 1 2"), SIZES)
    assert row.broken == 1
    assert all(places == set(range(size)) for group, size in enumerate(SIZES) for places in states_of(row, group))


def test_empty_cells_after_the_total_are_no_cells() -> None:
    assert place_states(cells("7 7 0 7 0? 0?"), SIZES) == place_states(cells("7 7 0 7"), SIZES)


def test_more_values_than_states_are_in_no_place() -> None:
    row = place_states(cells("1 1 1 1 1 1 1 1 1 1 10 0 10"), SIZES)
    assert states_of(row, 0) == [set(range(9))] * 10


def test_rows_that_print_unequal_numbers_of_values_do_not_narrow_each_other() -> None:
    one = place_states(cells("7 49 56 0 56"), SIZES)
    other = place_states(cells("562 562 0 562"), SIZES)
    assert narrowed(one, other, group=0) == one.possible[0]
