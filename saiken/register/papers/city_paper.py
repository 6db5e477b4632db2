"""All sheets of a fiscal year as one file, with the overview in front where the format has one.

The one idea: the sheets are read once into the book that printing knows; every format is a function of it. A page of HTML is always one
sheet's.
"""

import json
from collections.abc import Callable

from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_csv.write import long_csv, wide_csv
from saiken.formats.sheet_json.sheet_document import sheet_document
from saiken.formats.sheet_workbook.overview import Overview
from saiken.formats.sheet_workbook.write import write_city
from saiken.printing.city_document import CityBook
from saiken.printing.sheet_pdf import city_pdf
from saiken.register.papers.paper_format import Making, PaperFormat
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.city import city_overview
from saiken.register.queries.editions import edition_of
from saiken.register.queries.sheet import sheet_value


def city_book(
    fiscal_year: int, *, making: Making, as_of: AsOf = NOW, advance: Callable[[int], None] = lambda _: None
) -> CityBook:
    """Every sheet of the year, by bureau and number, with trends and recounted obligors; `advance` is told of each sheet."""
    overview = city_overview(fiscal_year, editions=making.editions, as_of=as_of)
    sheets: list[Sheet] = []
    for line in overview.lines:
        sheets.append(
            sheet_value(line.sheet.key, fiscal_year, editions=making.editions, states=making.states, as_of=as_of)
        )
        advance(1)
    obligors = {total.name: total.obligors.obligors for total in overview.bureaus if total.obligors}
    city = overview.city.obligors
    return CityBook(
        fiscal_year=fiscal_year,
        sheets=tuple(sheets),
        trends=tuple(line.trend for line in overview.lines),
        obligors=obligors | ({"": city.obligors} if city else {}),
        obligors_at_most=bool(city and city.at_most),
    )


def city_paper(book: CityBook, paper_format: PaperFormat, *, making: Making) -> bytes:
    """The file's content; raises KeyError for a format that is always one sheet's (see `CITY_FORMATS`)."""
    return _WRITERS[paper_format](book, making)


def _workbook(book: CityBook, making: Making) -> bytes:
    edition = edition_of(making.editions, book.fiscal_year)
    front = Overview(obligors=book.obligors, at_most=book.obligors_at_most)
    return write_city(book.sheets, edition=edition, states=making.states, overview=front)


def _pdf(book: CityBook, making: Making) -> bytes:
    edition = edition_of(making.editions, book.fiscal_year)
    return city_pdf(book, edition=edition, states=making.states, printed_on=making.printed_on)


def _csv(book: CityBook, making: Making) -> bytes:
    return long_csv(book.sheets, editions=making.editions, states=making.states, encoding=making.encoding)


def _csv_wide(book: CityBook, making: Making) -> bytes:
    return wide_csv(book.sheets, edition=edition_of(making.editions, book.fiscal_year), encoding=making.encoding)


def _json(book: CityBook, making: Making) -> bytes:
    documents = [sheet_document(sheet, making.editions[sheet.edition_id]) for sheet in book.sheets]
    return json.dumps(documents, ensure_ascii=False, indent=1).encode()


_WRITERS: dict[PaperFormat, Callable[[CityBook, Making], bytes]] = {
    PaperFormat.XLSX: _workbook,
    PaperFormat.PDF: _pdf,
    PaperFormat.CSV: _csv,
    PaperFormat.CSV_WIDE: _csv_wide,
    PaperFormat.JSON: _json,
}

#: The formats in which the whole city is one file.
CITY_FORMATS = frozenset(_WRITERS)
