"""Plots of balances: one specification for the screen and for paper.

The one idea: a plot is a Vega-Lite specification (a plain dict with its figures inside); the screen hands it to the browser, paper takes
the SVG made from the same dict. It decides no figure: units only divide what is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair
import vl_convert

from saiken.domain.dates.fiscal_year import short_label

Spec = dict[str, Any]

#: Ink and the two portions; told apart by lightness as well, for print in grey.
_INK, _PAST, _CURRENT = "#1a1a1c", "#0b4f9e", "#8ab6e8"

_FONT = "BIZ UDPGothic"

#: Units by the thousand yen they hold, largest first, each used from ten of it on.
_UNITS = ((100_000, "億円"), (1_000, "百万円"), (1, "千円"))


@dataclass(frozen=True)
class YearBalance:
    """Balances at the end of a fiscal year in thousand yen."""

    fiscal_year: int
    past: int
    current: int

    @property
    def total(self) -> int:
        """Both portions."""
        return self.past + self.current


def balance_trend(years: Sequence[YearBalance], *, width: int = 360, height: int = 200) -> Spec:
    """Balances of some years as bars of past and current claims, oldest first."""
    divisor, unit = _unit(max((year.total for year in years), default=0))
    values = [
        {"year": short_label(year.fiscal_year), "portion": label, "order": order, "thousand_yen": thousand_yen}
        for year in years
        for order, (label, thousand_yen) in enumerate((("過年度分", year.past), ("現年度分", year.current)))
    ]
    labels = [{"year": short_label(year.fiscal_year), "thousand_yen": year.total} for year in years]
    order = [short_label(year.fiscal_year) for year in years]
    axis = altair.X("year:O", sort=order, title="年度", axis=altair.Axis(labelAngle=0))
    scaled = f"datum.thousand_yen / {divisor}"
    bars = _chart(values).transform_calculate(shown=scaled).mark_bar(size=44).encode(
        x=axis,
        y=altair.Y("shown:Q", title=f"未収金残高（{unit}）"),
        color=altair.Color(
            "portion:N",
            title=None,
            scale=altair.Scale(domain=["過年度分", "現年度分"], range=[_PAST, _CURRENT]),
            legend=altair.Legend(orient="top"),
        ),
        order=altair.Order("order:Q"),
    )  # fmt: skip
    texts = _chart(labels).transform_calculate(shown=scaled).mark_text(dy=-8, color=_INK, fontSize=11).encode(
        x=axis, y=altair.Y("shown:Q"), text=altair.Text("shown:Q", format=",.1f" if divisor > 1 else ",d")
    )  # fmt: skip
    return _styled(altair.layer(bars, texts).properties(width=width, height=height))


def balance_sparkline(points: Sequence[tuple[int, int]], *, width: int = 96, height: int = 22) -> Spec:
    """The total balance over a few fiscal years, (year, thousand yen), as a line without axes; the last year is marked."""
    values = [{"year": year, "thousand_yen": thousand_yen} for year, thousand_yen in points]
    x = altair.X("year:O", axis=None)
    y = altair.Y("thousand_yen:Q", axis=None, scale=altair.Scale(zero=True, nice=False))
    line = _chart(values).mark_line(color=_PAST, strokeWidth=1.5).encode(x=x, y=y)
    last = _chart(values[-1:]).mark_point(color=_PAST, filled=True, size=22, opacity=1).encode(x=x, y=y)
    return _styled(altair.layer(line, last).properties(width=width, height=height, padding=2))


def largest_balances(named: Sequence[tuple[str, int]], *, width: int = 360, height: int = 200) -> Spec:
    """Receivables by balance in thousand yen, (name, balance), as bars from the largest down."""
    ordered = sorted(named, key=lambda entry: -entry[1])
    divisor, unit = _unit(max((thousand_yen for _, thousand_yen in ordered), default=0))
    values = [{"name": name, "thousand_yen": thousand_yen} for name, thousand_yen in ordered]
    names = altair.Y("name:N", sort=[name for name, _ in ordered], title=None, axis=altair.Axis(labelLimit=230))
    base = _chart(values).transform_calculate(shown=f"datum.thousand_yen / {divisor}")
    bars = base.mark_bar(color=_PAST).encode(
        y=names, x=altair.X("shown:Q", title=f"未収金残高（{unit}）", axis=altair.Axis(tickCount=5))
    )
    texts = base.mark_text(align="left", dx=4, color=_INK, fontSize=11).encode(
        y=names, x=altair.X("shown:Q"), text=altair.Text("shown:Q", format=",.1f" if divisor > 1 else ",d")
    )
    return _styled(altair.layer(bars, texts).properties(width=width, height=height))


def bars_in_order(named: Sequence[tuple[str, int]], *, title: str, width: int = 460) -> Spec:
    """Numbers by name as bars in the order given, the number at each bar's end; the height follows how many there are."""
    values = [{"name": name, "number": number} for name, number in named]
    order = [name for name, _ in named]
    names = altair.Y("name:N", sort=order, title=None, axis=altair.Axis(labelLimit=200))
    base = _chart(values)
    bars = base.mark_bar(color=_PAST).encode(
        y=names, x=altair.X("number:Q", title=title, axis=altair.Axis(tickCount=4, tickMinStep=1, format=",d"))
    )
    texts = base.mark_text(align="left", dx=4, color=_INK, fontSize=11).encode(
        y=names, x=altair.X("number:Q"), text=altair.Text("number:Q", format=",d")
    )
    return _styled(altair.layer(bars, texts).properties(width=width, height=24 * max(len(named), 1)))


def svg_of(spec: Spec) -> str:
    """The plot for paper."""
    svg: str = vl_convert.vegalite_to_svg(spec)
    return svg


def _unit(largest: int) -> tuple[int, str]:
    """The largest unit that leaves at least two digits before the point."""
    return next((unit for unit in _UNITS if largest >= 10 * unit[0]), _UNITS[-1])


def _chart(values: list[dict[str, Any]]) -> altair.Chart:
    return altair.Chart(altair.InlineData(values=values))


def _styled(chart: altair.LayerChart | altair.FacetChart) -> Spec:
    """The specification with the house's font and no frame."""
    styled = chart.configure(font=_FONT, background="transparent").configure_view(stroke=None)
    spec: Spec = styled.configure_axis(
        labelFontSize=11, titleFontSize=11, titleFontWeight="normal", gridColor="#dcdce0"
    ).to_dict()
    return spec
