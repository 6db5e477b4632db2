"""Table 2 as an HTML table: two header rows, seven rows, every cell tied to row, portion and column.

The one idea: letter and formula note stand inside the column header, so a screen reader hears what the eye sees.
"""

from xml.etree.ElementTree import Element

from saiken.domain.sheets.edition import PORTIONS, Column, RowSpec
from saiken.domain.sheets.form import formula_note, printed, row_title
from saiken.domain.sheets.sheet import Row
from saiken.formats.sheet_html.element import classes, el
from saiken.formats.sheet_html.view import View, figure


def development_table(view: View) -> Element:
    """Table 2 with its caption."""
    caption = el("caption", None, f"{view.words['unit_thousand_yen']}、{view.words['input_colour_note']}")
    rows = [_row(view, spec) for spec in view.edition.rows]
    table = el("table", {"class": "sheet-table sheet-figures"}, caption, _head(view), el("tbody", None, *rows))
    return view.scroll("development", table)


def _head(view: View) -> Element:
    edition, words = view.edition, view.words
    corner = {"scope": "col", "rowspan": "2", "class": "sheet-corner"}
    top = [el("th", dict(corner), words["row_label"])]
    columns = []
    for portion in PORTIONS:
        members = [column for column in edition.columns if column.portion == portion]
        attributes: dict[str, str | None] = {
            "scope": "colgroup", "colspan": str(len(members)), "id": view.id("portion", portion), "class": "sheet-edge",
        }  # fmt: skip
        top.append(el("th", attributes, words[portion]))
        columns += [_column_head(view, column, first=column is members[0]) for column in members]
    if view.sheet.true_balances_yen:
        top.append(el("th", {**corner, "id": view.id("column", "true_balance")}, words["true_balance"]))
    return el("thead", None, el("tr", None, *top), el("tr", None, *columns))


def _column_head(view: View, column: Column, *, first: bool) -> Element:
    note = formula_note(view.edition, column)
    attributes: dict[str, str | None] = {
        "scope": "col",
        "id": view.id("column", column.id),
        "headers": view.id("portion", column.portion),
        "class": classes("sheet-edge" if first else None),
    }
    return el(
        "th",
        attributes,
        el("span", {"class": "sheet-column-label"}, column.label),
        el("span", {"class": "sheet-letter"}, column.letter),
        el("span", {"class": "sheet-note"}, note) if note else None,
    )


def _row(view: View, spec: RowSpec) -> Element:
    """One row; a row that the paper lacks is shown blank."""
    year = view.sheet.fiscal_year
    strong = "sheet-result" if spec.id == view.edition.grade_result_row else None
    head = el("th", {"scope": "row", "id": view.id("row", spec.id)}, row_title(spec, year))
    row = view.sheet.row(spec.id)
    cells = [_cell(view, spec, row=row, column=column) for column in view.edition.columns]
    if view.sheet.true_balances_yen:
        cells.append(_true_balance(view, spec))
    return el("tr", {"class": classes(f"sheet-row-{spec.kind.replace('_', '-')}", strong)}, head, *cells)


def _cell(view: View, spec: RowSpec, *, row: Row | None, column: Column) -> Element:
    names = (spec.id, spec.label(view.sheet.fiscal_year))
    first = next(one for one in view.edition.columns if one.portion == column.portion)
    value = row.cells[column.id] if row else None
    attributes: dict[str, str | None] = {
        "headers": " ".join(
            (view.id("row", spec.id), view.id("portion", column.portion), view.id("column", column.id))
        ),
        "class": classes(
            "sheet-rate" if column.is_rate else "sheet-yen",
            "sheet-input" if column.role == "input" else None,
            "sheet-edge" if column is first else None,
            "sheet-negative" if isinstance(value, int) and value < 0 else None,
            view.notes.severity(names, column.letter),
        ),
    }
    shown = figure(printed(view.edition, value), view.link_of(spec.id, column.id))
    return el("td", attributes, *view.notes.mark(names, column.letter), shown)


def _true_balance(view: View, spec: RowSpec) -> Element:
    yen = view.sheet.true_balances_yen.get(spec.id)
    headers = f"{view.id('row', spec.id)} {view.id('column', 'true_balance')}"
    return el("td", {"headers": headers, "class": "sheet-yen sheet-aside"}, "" if yen is None else f"{yen:,}")
