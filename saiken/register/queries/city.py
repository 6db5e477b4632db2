"""The whole city in one fiscal year: every sheet in a line, and the totals by bureau, by class and over all.

The one idea: totals add the sheets' rounded input cells and compute the form's formulas on the sums, so bureaus and classes add up to the
city; obligors are recounted. It shows no
persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import LedgerFigures, result_cells
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Edition
from saiken.domain.sheets.sheet import Cells
from saiken.register.models import GradeStatement
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.class_figures import INPUTS, class_inputs, inputs_of
from saiken.register.queries.editions import edition_of
from saiken.register.queries.obligor_counts import Count, ObligorCounts, obligor_counts
from saiken.register.queries.sheet_figures import results_of
from saiken.register.queries.sheet_index import SheetEntry, sheets_of_year
from saiken.register.queries.typed import TypedYears, typed_years
from saiken.register.queries.year_figures import ledger

#: Fiscal years shown as a trend, the year itself included.
TREND_YEARS = 5


@dataclass(frozen=True)
class SheetLine:
    """A sheet in the overview. `cells` is the year's result row; `trend` gives 未収金残高 in thousand yen per fiscal year, oldest first,
    for the years the sheet has."""

    sheet: SheetEntry
    cells: Cells
    trend: tuple[tuple[int, int], ...]
    grades: Mapping[str, str]
    obligors: Count
    figures_only: bool


@dataclass(frozen=True)
class Total:
    """The sum over sheets: the result row computed on summed inputs, the number of sheets, the recounted obligors (None per class)."""

    name: str
    cells: Cells
    sheets: int
    obligors: Count | None


@dataclass(frozen=True)
class CityOverview:
    """Lines by bureau and number; `classes` is keyed by class, None for typed figures that cannot be split."""

    fiscal_year: int
    edition_id: str
    lines: tuple[SheetLine, ...]
    bureaus: tuple[Total, ...]
    classes: Mapping[LegalClass | None, Total]
    city: Total


def city_overview(fiscal_year: int, *, editions: Mapping[str, Edition], as_of: AsOf = NOW) -> CityOverview:
    """All sheets of the fiscal year."""
    edition = edition_of(editions, fiscal_year)
    sheets = sheets_of_year(fiscal_year, as_of=as_of)
    typed = typed_years(as_of)
    counts = obligor_counts(
        sheets, fiscal_year=fiscal_year, as_of=as_of, typed=_typed_obligors(sheets, fiscal_year, typed=typed)
    )
    lines = _lines(sheets, fiscal_year, edition=edition, as_of=as_of, typed=typed, counts=counts)
    return CityOverview(
        fiscal_year=fiscal_year,
        edition_id=edition.id,
        lines=lines,
        bureaus=_bureaus(lines, edition, counts=counts),
        classes=_classes(lines, edition, fiscal_year=fiscal_year, as_of=as_of),
        city=_total("", lines, edition=edition, obligors=counts.city),
    )


def _typed_obligors(sheets: Sequence[SheetEntry], fiscal_year: int, *, typed: TypedYears) -> dict[int, int]:
    years = {
        sheet.sheet_id: typed.get(sheet.sheet_id, {}).get(fiscal_year)
        for sheet in sheets
        if sheet.figures_only(fiscal_year)
    }
    return {pk: figures.obligors for pk, figures in years.items() if figures and figures.obligors is not None}


def _lines(
    sheets: Sequence[SheetEntry],
    fiscal_year: int,
    *,
    edition: Edition,
    as_of: AsOf,
    typed: TypedYears,
    counts: ObligorCounts,
) -> tuple[SheetLine, ...]:
    figures = ledger(as_of)
    grades = _grades(fiscal_year, as_of)
    lines = []
    for sheet in sheets:
        years = typed.get(sheet.sheet_id, {})
        results = results_of(sheet, through=fiscal_year, edition=edition, ledger=figures, typed=years)
        balances = [(year, cells["total_balance"]) for year, cells in sorted(results.cells.items())]
        lines.append(
            SheetLine(
                sheet=sheet,
                cells=results.cells[fiscal_year],
                trend=tuple((year, yen) for year, yen in balances[-TREND_YEARS:] if isinstance(yen, int)),
                grades=grades.get(sheet.sheet_id, {}),
                obligors=counts.sheets[sheet.sheet_id],
                figures_only=sheet.figures_only(fiscal_year),
            )
        )
    return tuple(lines)


def _grades(fiscal_year: int, as_of: AsOf) -> dict[int, dict[str, str]]:
    """The last stated grades by sheet id and portion."""
    rows = as_of.recorded(GradeStatement.objects.filter(fiscal_year=fiscal_year)).order_by("version")
    found: dict[int, dict[str, str]] = {}
    for sheet_id, portion, grade in rows.values_list("sheet_id", "portion", "grade"):
        found.setdefault(sheet_id, {})[portion] = grade
    return found


def _bureaus(lines: Sequence[SheetLine], edition: Edition, *, counts: ObligorCounts) -> tuple[Total, ...]:
    grouped: dict[int, list[SheetLine]] = {}
    for line in lines:
        grouped.setdefault(line.sheet.bureau_id, []).append(line)
    return tuple(
        _total(members[0].sheet.bureau, members, edition=edition, obligors=counts.bureaus[bureau_id])
        for bureau_id, members in grouped.items()
    )


def _classes(
    lines: Sequence[SheetLine], edition: Edition, *, fiscal_year: int, as_of: AsOf
) -> dict[LegalClass | None, Total]:
    sheets = [line.sheet for line in lines]
    cells = {line.sheet.sheet_id: line.cells for line in lines}
    found = class_inputs(sheets, fiscal_year=fiscal_year, as_of=as_of, cells=cells)
    totals = {}
    for legal_class in (*LegalClass, None):
        if legal_class in found:
            concerned = sum(legal_class in sheet.legal_classes for sheet in sheets)
            name = legal_class.value if legal_class else ""
            totals[legal_class] = Total(name, _computed(edition, found[legal_class]), concerned, None)
    return totals


def _total(name: str, lines: Sequence[SheetLine], *, edition: Edition, obligors: Count) -> Total:
    inputs = [inputs_of(line.cells) for line in lines]
    summed = {column: sum(each[column] for each in inputs) for column in INPUTS}
    return Total(name, _computed(edition, summed), len(lines), obligors)


def _computed(edition: Edition, inputs: Mapping[str, int]) -> Cells:
    """A result row on summed inputs in thousand yen."""
    yen = {f"{column}_yen": 1_000 * inputs[column] for column in LEDGER_COLUMNS}
    return result_cells(edition, figures=LedgerFigures(**yen), carried_in=inputs["past_carried_in"])
