"""Plots: the figures are in the specification, the unit fits them, and paper gets an SVG of the same."""

from typing import Any

from saiken.printing.charts import Spec, YearBalance, balance_sparkline, balance_trend, largest_balances, svg_of


def values_of(spec: Spec, layer: int) -> list[dict[str, Any]]:
    """The figures that a layer of the plot carries."""
    values: list[dict[str, Any]] = spec["datasets"][spec["layer"][layer]["data"]["name"]]
    return values


def test_a_trend_shows_both_portions_in_hundred_million_yen() -> None:
    spec = balance_trend([YearBalance(2019, 30_000_000, 5_000_000), YearBalance(2020, 28_000_000, 4_123_456)])
    assert [value["thousand_yen"] for value in values_of(spec, 0)] == [30_000_000, 5_000_000, 28_000_000, 4_123_456]
    assert [value["year"] for value in values_of(spec, 1)] == ["令元", "令2"]
    assert spec["layer"][0]["encoding"]["y"]["title"] == "未収金残高（億円）"
    svg = svg_of(spec)
    assert svg.startswith("<svg")
    assert ">321.2<" in svg
    assert ">令2<" in svg


def test_small_balances_take_a_small_unit() -> None:
    def unit(thousand_yen: int) -> str:
        title: str = balance_trend([YearBalance(2020, thousand_yen, 0)])["layer"][0]["encoding"]["y"]["title"]
        return title

    assert [unit(value) for value in (0, 9_999, 10_000, 999_999, 1_000_000)] == [
        "未収金残高（千円）", "未収金残高（千円）", "未収金残高（百万円）", "未収金残高（百万円）", "未収金残高（億円）",
    ]  # fmt: skip


def test_a_sparkline_marks_the_last_year() -> None:
    spec = balance_sparkline([(2019, 100), (2020, 140), (2021, 90)])
    assert [value["thousand_yen"] for value in values_of(spec, 0)] == [100, 140, 90]
    assert [value["year"] for value in values_of(spec, 1)] == [2021]
    assert svg_of(spec).startswith("<svg")


def test_the_largest_balances_stand_in_order() -> None:
    spec = largest_balances([("学校給食費", 10), ("介護保険料", 900), ("住宅使用料", 50)])
    assert spec["layer"][0]["encoding"]["y"]["sort"] == ["介護保険料", "住宅使用料", "学校給食費"]
    assert ">介護保険料<" in svg_of(spec)
