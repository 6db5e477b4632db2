"""Whole yen behind printed thousands, by hand."""

from collections.abc import Mapping
from random import Random

import pytest

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.compute import LedgerFigures
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.register.samples.plan.spans import ANY, Impossible, Span, draw_sum, exactly, rounding_span
from saiken.register.samples.plan.yen import Closing, draw_years

NOTHING = dict.fromkeys(
    (
        "past_carried_in", "past_assessed", "past_received", "past_written_off", "past_balance",
        "current_assessed", "current_received", "current_written_off", "current_balance", "total_balance",
    ),
    0,
)  # fmt: skip


def _row(**columns: int) -> Mapping[str, int]:
    return NOTHING | columns


@pytest.mark.parametrize("thousand", [1, 18, -1, -403, 57_893_221])
def test_the_yen_behind_a_figure_are_those_that_round_to_it_half_away_from_zero(thousand: int) -> None:
    span = rounding_span(thousand)
    magnitude = abs(thousand) * 1_000
    assert sorted((abs(span.low), abs(span.high))) == [magnitude - 500, magnitude + 499]


def test_numbers_are_drawn_within_their_spans_and_add_up() -> None:
    terms = [Span(100, 900), Span(-500, -400), exactly(7)]
    for seed in range(50):
        drawn = draw_sum(Random(seed), terms, total=Span(0, 10))
        assert all(span.low <= number <= span.high for span, number in zip(terms, drawn, strict=True))
        assert 0 <= sum(drawn) <= 10


def test_numbers_that_cannot_add_up_are_refused() -> None:
    with pytest.raises(Impossible):
        draw_sum(Random(0), [Span(1, 2), Span(3, 4)], total=exactly(100))


def test_a_balance_may_round_otherwise_than_the_form_computes_it() -> None:
    """32 − 14 = 18 on the form, and 32,300 − 13,600 = 18,700 yen is one of the ways it came about."""
    row = _row(current_assessed=32, current_received=14, current_balance=18, total_balance=18)
    balances = {
        draw_years(Random(seed), {2018: row}, closing=Closing())[2018].figures.current_balance_yen
        for seed in range(200)
    }
    assert min(balances) < 17_500
    assert max(balances) > 18_500


def test_a_year_opens_with_the_yen_the_year_before_closed_with() -> None:
    rows = {
        2016: _row(current_assessed=100, current_received=60, current_balance=40, total_balance=40),
        2017: _row(past_carried_in=40, past_assessed=38, past_received=5, past_balance=33, total_balance=33),
        2018: _row(past_carried_in=33, past_assessed=33, past_received=30, past_balance=3, total_balance=3),
    }
    for seed in range(50):
        years = draw_years(Random(seed), rows, closing=Closing(past=Span(2_500, 3_499), current=exactly(0)))
        assert years[2017].carried_in_yen == years[2016].figures.total_balance_yen
        assert years[2018].carried_in_yen == years[2017].figures.total_balance_yen
        assert years[2018].reduction_yen == 0  # the paper prints none
        assert 2_500 <= years[2018].figures.past_balance_yen <= 3_499
        for year, row in rows.items():
            figures = years[year].figures
            assert {name: to_thousand_yen(getattr(figures, f"{name}_yen")) for name in LEDGER_COLUMNS} == {
                name: row[name] for name in LEDGER_COLUMNS
            }


def test_a_printed_zero_is_nothing_at_all() -> None:
    row = _row(current_assessed=9, current_received=9)
    figures = draw_years(Random(3), {2018: row}, closing=Closing(current=ANY))[2018].figures
    assert figures == LedgerFigures(
        current_assessed_yen=figures.current_assessed_yen, current_received_yen=figures.current_received_yen
    )


def test_a_closing_balance_that_no_rounding_reaches_is_refused() -> None:
    row = _row(current_assessed=9, current_received=4, current_balance=5, total_balance=5)
    with pytest.raises(Impossible):
        draw_years(Random(3), {2018: row}, closing=Closing(current=Span(7_500, 8_499)))
