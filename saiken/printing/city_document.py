"""The city's book as a document for the template `city`: an overview with plots, then every sheet.

The one idea: lines repeat cells of the sheets, totals are `total_cells` over the same rows, and obligors of totals come recounted from the
caller or are left blank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.form import (
    Words,
    claims_total,
    class_groups,
    numbers_text,
    printed,
    short_classes_text,
    words_for,
)
from saiken.domain.sheets.sheet import Cells, Row, Sheet
from saiken.domain.sheets.totals import total_cells
from saiken.domain.states.table import State
from saiken.printing.charts import YearBalance, balance_sparkline, balance_trend, largest_balances, svg_of
from saiken.printing.sheet_document import Part, sheet_document

#: Receivables named in the plot of the largest balances.
_LARGEST = 10

_FIGURES = (
    "past_balance",
    "current_balance",
    "total_balance",
    "past_collection_rate",
    "current_collection_rate",
    "total_collection_rate",
)


@dataclass(frozen=True)
class CityBook:
    """All sheets of one fiscal year and edition, in printed order.

    `trends` gives per sheet (fiscal year, thousand yen) of the total balance, oldest first; without it the sheet's own result rows
    are plotted. `obligors` are persons recounted for "" (the city) or a bureau's name.
    """

    fiscal_year: int
    sheets: tuple[Sheet, ...]
    trends: tuple[tuple[tuple[int, int], ...], ...] = ()
    obligors: Mapping[str, int] = field(default_factory=dict)
    obligors_at_most: bool = False


@dataclass(frozen=True)
class _Paper:
    """What the parts are made from."""

    book: CityBook
    edition: Edition
    states: tuple[State, ...]
    words: Words


def city_document(book: CityBook, *, edition: Edition, states: tuple[State, ...], with_sheets: bool) -> Part:
    """The document of the book; `with_sheets` False leaves only the overview."""
    words = words_for(edition, book.fiscal_year)
    paper = _Paper(book, edition, states, words)
    return {
        "title": words["overview"],
        "running": words["overview"],
        "unit": words["unit_thousand_yen"],
        "facts": _facts(paper),
        "charts": _charts(paper),
        "header": _header(paper),
        "lines": [_line(paper, index, sheet=sheet) for index, sheet in enumerate(book.sheets)],
        "totals": [
            {"heading": words["overview_by_bureau"], "lines": _totals(paper, [sheet.bureau for sheet in book.sheets])},
            {
                "heading": words["overview_by_class"],
                "lines": _totals(
                    paper,
                    [short_classes_text(words, sheet) for sheet in book.sheets],
                    order=class_groups(words, book.sheets),
                ),
            },
        ],
        "city": _total(paper, words["overview_all"], sheets=list(book.sheets), obligors=book.obligors.get("")),
        "sheets": [sheet_document(sheet, edition=edition, states=states) for sheet in book.sheets]
        if with_sheets
        else [],
        "sheets_heading": words["title"],
    }


def _facts(paper: _Paper) -> list[list[str]]:
    words, cells = paper.words, _cells(paper, list(paper.book.sheets))
    facts = [
        [words[f"fact_{portion}"], f"{printed(paper.edition, cells[f'{portion}_balance'])} {words['unit_yen']}"]
        for portion in PORTIONS
    ]
    facts.append([words["rate_total"], str(cells["total_collection_rate"])])
    facts.append([words["fact_sheets"], f"{len(paper.book.sheets):,}"])
    persons = paper.book.obligors.get("")
    if persons is not None:
        most = words["at_most"] if paper.book.obligors_at_most else ""
        facts.append([words["obligors"], f"{persons:,} {words['unit_persons']}{most}"])
    return facts


def _charts(paper: _Paper) -> list[Part]:
    """Trend of the whole and the largest balances, each with a text that says what the plot shows."""
    words, years = paper.words, _years(paper)
    named = [(f"{numbers_text(sheet)} {sheet.name}", _balance(paper, sheet)) for sheet in paper.book.sheets]
    largest = sorted(named, key=lambda entry: -entry[1])[:_LARGEST]
    return [
        _chart(
            words["chart_trend"],
            svg_of(balance_trend(years, width=300, height=190)),
            figures=[(str(y.fiscal_year), y.total) for y in years],
        ),
        _chart(words["chart_largest"], svg_of(largest_balances(largest, width=420, height=190)), figures=largest),
    ]


def _chart(title: str, svg: str, *, figures: Sequence[tuple[str, int]]) -> Part:
    told = "、".join(f"{name} {thousand_yen:,}千円" for name, thousand_yen in figures)
    return {"title": title, "svg": svg, "alt": f"{title}：{told}"}


def _years(paper: _Paper) -> list[YearBalance]:
    """Balances of the years that every sheet shows as a result, oldest first."""
    found: list[YearBalance] = []
    for spec in paper.edition.result_rows:
        rows = [row for sheet in paper.book.sheets if (row := sheet.row(spec.id))]
        if rows and len(rows) == len(paper.book.sheets):
            past, current = (sum(row.yen(f"{portion}_balance") for row in rows) for portion in ("past", "current"))
            found.append(YearBalance(spec.fiscal_year(paper.book.fiscal_year), past, current))
    return sorted(found, key=lambda year: year.fiscal_year)


def _header(paper: _Paper) -> Part:
    words = paper.words
    return {
        "texts": [words["numbers"], words["overview_receivable"], words["bureau"], words["legal_class"]],
        "balance": words["balance"],
        "rate": words["collection_rate"],
        "trend": words["chart_small"],
        "grade": words["grade_short"],
        "portions": [words["portion_past"], words["portion_current"], words["total"]],
        "claims": words["measure_count"],
        "obligors": words["obligors"],
    }


def _line(paper: _Paper, index: int, *, sheet: Sheet) -> Part:
    cells = _cells(paper, [sheet])
    trend = paper.book.trends[index] if paper.book.trends else _own_trend(paper, sheet)
    told = "、".join(f"{year}年度 {thousand_yen:,}千円" for year, thousand_yen in trend)
    return {
        "texts": [
            numbers_text(sheet),
            sheet.name,
            f"{sheet.bureau}　{sheet.section}",
            short_classes_text(paper.words, sheet),
        ],
        "figures": _figures(paper, cells),
        "trend": {"svg": svg_of(balance_sparkline(trend)), "alt": f"未収金残高の推移：{told}"}
        if len(trend) > 1
        else None,
        "grades": [sheet.grades.get(portion) or "" for portion in PORTIONS],
        "claims": f"{claims_total(sheet, paper.states):,}",
        "obligors": "" if sheet.obligors is None else f"{sheet.obligors:,}",
    }


def _own_trend(paper: _Paper, sheet: Sheet) -> tuple[tuple[int, int], ...]:
    rows = [row for spec in paper.edition.result_rows if (row := sheet.row(spec.id))]
    return tuple(sorted((row.fiscal_year, row.yen("total_balance")) for row in rows))


def _totals(paper: _Paper, names: list[str], *, order: Sequence[str] = ()) -> list[Part]:
    """A total per name, in that order or else in the order in which the names first appear."""
    grouped: dict[str, list[Sheet]] = {name: [] for name in order}
    for name, sheet in zip(names, paper.book.sheets, strict=True):
        grouped.setdefault(name, []).append(sheet)
    return [
        _total(paper, name, sheets=sheets, obligors=paper.book.obligors.get(name)) for name, sheets in grouped.items()
    ]


def _total(paper: _Paper, name: str, *, sheets: list[Sheet], obligors: int | None) -> Part:
    claims = sum(claims_total(sheet, paper.states) for sheet in sheets)
    return {
        "name": name,
        "sheets": f"{len(sheets):,}",
        "figures": _figures(paper, _cells(paper, sheets)),
        "claims": f"{claims:,}",
        "obligors": "" if obligors is None else f"{obligors:,}",
    }


def _cells(paper: _Paper, sheets: list[Sheet]) -> Cells:
    """The year's result row added over the sheets."""
    rows: list[Row] = [row for sheet in sheets if (row := sheet.row(paper.edition.grade_result_row))]
    return total_cells(paper.edition, rows)


def _balance(paper: _Paper, sheet: Sheet) -> int:
    row = sheet.row(paper.edition.grade_result_row)
    return row.yen("total_balance") if row else 0


def _figures(paper: _Paper, cells: Cells) -> list[str]:
    return [printed(paper.edition, cells[column]) for column in _FIGURES]
