"""A table of texts as CSV bytes: encoding, line ends and the guard against formulas.

The one idea: what cannot be written is named, never replaced. It knows nothing of sheets.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from saiken.domain.errors import InvalidInput


class Encoding(StrEnum):
    """UTF-8 with a byte order mark, which spreadsheets recognise, or CP932 for older programs."""

    UTF_8 = "utf-8-sig"
    CP932 = "cp932"


#: Characters with a twin of the same shape that CP932 has.
_TWINS = str.maketrans({"〜": "～", "−": "－", "‖": "∥", "—": "―", "¢": "￠", "£": "￡", "¬": "￢"})

#: A text that a spreadsheet would run as a formula; figures and the dash for "no rate" are none.
_FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")
_FIGURE = re.compile(r"^-?\d[\d.]*%?$|^－$")

#: What makes a spreadsheet take the rest as text.
_GUARD = "'"


def to_csv(lines: Iterable[Sequence[str]], encoding: Encoding) -> bytes:
    """The lines as bytes with CRLF; raises InvalidInput listing every character the encoding lacks."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows([guarded(text) for text in line] for line in lines)
    text = target.getvalue()
    if encoding is Encoding.CP932:
        text = text.translate(_TWINS)
        _refuse_unmappable(text)
    return text.encode(encoding.value)


def guarded(text: str) -> str:
    """The text so that a spreadsheet shows it instead of running it.

    >>> guarded("=1+1"), guarded("-45.5%"), guarded("－"), guarded("-x")
    ("'=1+1", '-45.5%', '－', "'-x")
    """
    return _GUARD + text if _FORMULA.match(text) and not _FIGURE.match(text) else text


def _refuse_unmappable(text: str) -> None:
    lost = Counter(character for character in text if not _in_cp932(character))
    if lost:
        listed = "、".join(f"{character}（U+{ord(character):04X}、{count}か所）" for character, count in lost.items())
        raise InvalidInput(
            "CP932で表せない文字があります", found=listed, remedy="UTF-8で書き出すか、元の文字を直してください。"
        )


def _in_cp932(character: str) -> bool:
    try:
        character.encode(Encoding.CP932.value)
    except UnicodeEncodeError:
        return False
    return True
