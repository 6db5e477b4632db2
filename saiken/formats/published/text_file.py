"""Bytes of a text paper → numbered lines.

The one idea: UTF-8 (with or without BOM) or CP932, nothing is replaced: a byte that fits neither names its line. It
knows no form.
"""

import re

from saiken.domain.errors import InvalidInput
from saiken.formats.published.lines import Line

#: What Python's CP932 makes of bytes that the code page does not define.
_UNDEFINED = re.compile("[\x80\xa0\uf8f0-\uf8f3]")

#: Control characters that no text paper holds; form feed and tab are fine.
_BINARY = frozenset(range(32)) - {9, 10, 12, 13, 27}


def lines_of_text(content: bytes, file: str) -> tuple[Line, ...]:
    """The lines of a text file. Raises InvalidInput for an empty, binary or undecodable file."""
    if not content.strip():
        raise InvalidInput("ファイルが空です。", place=f"{file}:1", remedy="中身のあるファイルを指定してください。")
    if (place := next((index for index, byte in enumerate(content) if byte in _BINARY), None)) is not None:
        raise InvalidInput(
            "文字のファイルではありません。",
            place=f"{file}:{_line_of(content, place)}",
            found=f"0x{content[place]:02X}",
            expected="UTF-8 又は CP932 の文字",
        )
    text = _decoded(content, file).replace("\r\n", "\n").replace("\r", "\n")
    return tuple(Line(number, line.replace("\f", "")) for number, line in enumerate(text.split("\n"), start=1))


def _decoded(content: bytes, file: str) -> str:
    """UTF-8, else CP932. Where UTF-8 fails only after Japanese text, the file is damaged UTF-8 and not CP932."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start
    if content[:place].isascii():
        try:
            text = content.decode("cp932")
        except UnicodeDecodeError as error:
            place = error.start
        else:
            if not (undefined := _UNDEFINED.search(text)):
                return text
            place = len(text[: undefined.start()].encode("cp932"))
    raise InvalidInput(
        "文字の符号化が分かりません。",
        place=f"{file}:{_line_of(content, place)}",
        found=f"0x{content[place]:02X}",
        expected="UTF-8 又は CP932",
        remedy="UTF-8 で保存し直してください。",
    )


def _line_of(content: bytes, place: int) -> int:
    return content[:place].count(b"\n") + 1
