"""A sheet as a file: workbook, PDF, CSV in two encodings, JSON.

The one idea: every format is a function of the same sheet value that the page shows, as of the same two clocks. A format is a
line in the table below.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate

from saiken.domain.sheets.form import numbers_text
from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_csv.table import Encoding
from saiken.formats.sheet_csv.write import long_csv
from saiken.formats.sheet_json.sheet_document import sheet_document
from saiken.formats.sheet_workbook.write import write_sheet
from saiken.printing.sheet_pdf import sheet_pdf
from saiken.web.as_of.choice import moment_of
from saiken.web.components.attachment import attachment
from saiken.web.context import WebContext, context_of
from saiken.web.sheet.kept import checked_sheet


@dataclass(frozen=True)
class FileFormat:
    """A format: how the reader is offered it, the ending of the file's name, its media type, how it is written."""

    label: str
    ending: str
    media_type: str
    write: Callable[[Sheet, WebContext], bytes]


def _workbook(sheet: Sheet, context: WebContext) -> bytes:
    return write_sheet(sheet, edition=context.editions[sheet.edition_id], states=context.states)


def _pdf(sheet: Sheet, context: WebContext) -> bytes:
    edition = context.editions[sheet.edition_id]
    return sheet_pdf(sheet, edition=edition, states=context.states, printed_on=localdate())


def _csv(sheet: Sheet, context: WebContext) -> bytes:
    return long_csv([sheet], editions=context.editions, states=context.states)


def _csv_cp932(sheet: Sheet, context: WebContext) -> bytes:
    return long_csv([sheet], editions=context.editions, states=context.states, encoding=Encoding.CP932)


def _json(sheet: Sheet, context: WebContext) -> bytes:
    return json.dumps(sheet_document(sheet, context.editions[sheet.edition_id]), ensure_ascii=False, indent=1).encode()


WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: By the last part of the address.
FILE_FORMATS = {
    "xlsx": FileFormat("Excel", "xlsx", WORKBOOK_TYPE, _workbook),
    "pdf": FileFormat("PDF", "pdf", "application/pdf", _pdf),
    "csv": FileFormat("CSV（UTF-8）", "csv", "text/csv; charset=utf-8", _csv),
    "csv-cp932": FileFormat("CSV（CP932）", "csv", "text/csv; charset=cp932", _csv_cp932),
    "json": FileFormat("JSON", "json", "application/json", _json),
}


def sheet_file(request: HttpRequest, *, sheet_year: int, key: str, file_format: str) -> HttpResponse:
    """The sheet in the format asked for."""
    if file_format not in FILE_FORMATS:
        raise Http404
    chosen, context, moment = FILE_FORMATS[file_format], context_of(request), moment_of(request.GET)
    sheet = checked_sheet(key, sheet_year, context=context, as_of=moment.as_of).sheet
    name = f"{sheet_year}年度_{numbers_text(sheet)}_{sheet.name}.{chosen.ending}"
    return attachment(chosen.write(sheet, context), name=name, media_type=chosen.media_type)
