"""A whole paper → the list of documents that `read` writes.

The one idea: sheets first in printed order, then the documents of a progress report; a sheet without a head is
addressed by its place.
"""

from collections.abc import Mapping

from saiken.domain.sheets.check.whole_paper import address_of
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.paper import Paper
from saiken.formats.sheet_json.progress_document import progress_documents
from saiken.formats.sheet_json.sheet_document import Document, sheet_document


def paper_documents(paper: Paper, editions: Mapping[str, Edition]) -> list[Document]:
    """The documents of one file."""
    documents = [
        sheet_document(sheet, editions[sheet.edition_id], address=address_of(paper, index))
        for index, sheet in enumerate(paper.sheets)
    ]
    return documents + (progress_documents(paper.progress) if paper.progress else [])
