"""One sheet as a file of any format, and as an empty form.

The one idea: every format is a function of the same sheet value. Printing many sheets at once is `printing.many`'s business; the job it
needs is made here.
"""

import json
from collections.abc import Callable
from dataclasses import replace

from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_csv.write import long_csv, wide_csv
from saiken.formats.sheet_html.write import sheet_page
from saiken.formats.sheet_json.sheet_document import sheet_document
from saiken.formats.sheet_workbook.blank import blank_form
from saiken.formats.sheet_workbook.write import write_sheet
from saiken.printing.sheet_pdf import sheet_pdf
from saiken.register.papers.paper_format import Making, PaperFormat


def sheet_paper(sheet: Sheet, paper_format: PaperFormat, *, making: Making) -> bytes:
    """The file's content. Raises InvalidInput when fonts are missing or the encoding lacks a character."""
    return _WRITERS[paper_format](sheet, making)


def blank_workbook(sheet: Sheet, *, making: Making) -> bytes:
    """The form to be filled, as a workbook: nobody types what the ledger gives, so results and states stay where it gives them."""
    edition = making.editions[sheet.edition_id]
    form = blank_form(sheet, edition)
    if not sheet.figures_only:
        results = tuple(row for row in sheet.rows if row.kind == "result")
        others = tuple(row for row in form.rows if row.kind != "result")
        form = replace(
            form,
            rows=results + others,
            states=sheet.states,
            obligors=sheet.obligors,
            true_balances_yen=sheet.true_balances_yen,
        )
    return write_sheet(form, edition=edition, states=making.states)


def _workbook(sheet: Sheet, making: Making) -> bytes:
    return write_sheet(sheet, edition=making.editions[sheet.edition_id], states=making.states)


def _pdf(sheet: Sheet, making: Making) -> bytes:
    edition = making.editions[sheet.edition_id]
    return sheet_pdf(sheet, edition=edition, states=making.states, printed_on=making.printed_on)


def _html(sheet: Sheet, making: Making) -> bytes:
    return sheet_page(sheet, edition=making.editions[sheet.edition_id], states=making.states)


def _csv(sheet: Sheet, making: Making) -> bytes:
    return long_csv([sheet], editions=making.editions, states=making.states, encoding=making.encoding)


def _csv_wide(sheet: Sheet, making: Making) -> bytes:
    return wide_csv([sheet], edition=making.editions[sheet.edition_id], encoding=making.encoding)


def _json(sheet: Sheet, making: Making) -> bytes:
    document = sheet_document(sheet, making.editions[sheet.edition_id])
    return json.dumps([document], ensure_ascii=False, indent=1).encode()


_WRITERS: dict[PaperFormat, Callable[[Sheet, Making], bytes]] = {
    PaperFormat.XLSX: _workbook,
    PaperFormat.PDF: _pdf,
    PaperFormat.HTML: _html,
    PaperFormat.CSV: _csv,
    PaperFormat.CSV_WIDE: _csv_wide,
    PaperFormat.JSON: _json,
}
