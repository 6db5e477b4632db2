"""One sheet, or the book of all sheets, as a PDF on A3.

The one idea: wording and figures come from the documents, layout from the templates. Many single sheets go through `many`.
"""

from datetime import date

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.printing.city_document import CityBook, city_document
from saiken.printing.render import render_pdf
from saiken.printing.sheet_document import sheet_document


def sheet_pdf(sheet: Sheet, *, edition: Edition, states: tuple[State, ...], printed_on: date) -> bytes:
    """The PDF of one sheet. Raises InvalidInput when the fonts are missing."""
    return render_pdf("sheet", sheet_document(sheet, edition=edition, states=states), printed_on=printed_on)


def city_pdf(
    book: CityBook, *, edition: Edition, states: tuple[State, ...], printed_on: date, with_sheets: bool = True
) -> bytes:
    """The city's book: overview with plots and, unless told otherwise, every sheet behind it. Raises InvalidInput without fonts."""
    document = city_document(book, edition=edition, states=states, with_sheets=with_sheets)
    return render_pdf("city", document, printed_on=printed_on)
