"""The text layer of a PDF → numbered lines.

The one idea: pieces of text that stand at one height form a line, from left to right, so a table's row stays one line
whatever order the file stores its cells in. A page without text is not guessed: that needs a scanner's text first.
"""

from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from saiken.domain.errors import InvalidInput
from saiken.formats.published.lines import Line

#: A gap of this share of the letters' height is a space.
_SPACE = 0.25


@dataclass(frozen=True)
class _Piece:
    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom


def is_pdf(content: bytes) -> bool:
    """Whether the bytes are a PDF."""
    return content.lstrip()[:5] == b"%PDF-"


def lines_of_pdf(content: bytes, file: str) -> tuple[Line, ...]:
    """The lines of a PDF. Raises InvalidInput when it cannot be opened or has no text layer."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise InvalidInput(
            "PDF を開けません。", place=file, found=str(error), expected="保護されていない PDF"
        ) from error
    try:
        pages = [_page_lines(document[index]) for index in range(len(document))]
    finally:
        document.close()
    if not any(pages):
        raise InvalidInput(
            "PDF に文字の層がありません。",
            place=f"{file}:1",
            found="画像だけの PDF",
            expected="文字を選択できる PDF",
            remedy="文字認識をかけるか、文字のファイルを指定してください。",
        )
    texts = [(page, text) for page, lines in enumerate(pages, start=1) for text in lines]
    return tuple(Line(number, text, f"p.{page}") for number, (page, text) in enumerate(texts, start=1))


def _page_lines(page: pypdfium2.PdfPage) -> list[str]:
    textpage = page.get_textpage()
    pieces = []
    for index in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(index)
        text = textpage.get_text_bounded(left, bottom, right, top).strip()
        if text:
            pieces.append(_Piece(left, bottom, right, top, " ".join(text.split())))
    return [_joined(row) for row in _rows(pieces)]


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces grouped by height, top to bottom."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        if rows and _same_height(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _same_height(first: _Piece, piece: _Piece) -> bool:
    overlap = min(first.top, piece.top) - max(first.bottom, piece.bottom)
    return overlap > 0.5 * min(first.height, piece.height)


def _joined(row: list[_Piece]) -> str:
    ordered = sorted(row, key=lambda piece: piece.left)
    text = ordered[0].text
    for before, piece in pairwise(ordered):
        gap = piece.left - before.right
        text += (" " if gap > _SPACE * piece.height else "") + piece.text
    return text
