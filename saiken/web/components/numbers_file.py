"""Numbers of persons out of a file that somebody sends: the first column of a CSV.

The one idea: read as spreadsheets in Japan write it, UTF-8 or Shift_JIS; whom the numbers name is the register's to say.
"""

import csv
import io

from django.core.files.uploadedfile import UploadedFile

from saiken.domain.errors import InvalidInput

#: The most numbers and bytes that a file may hold.
_MOST_NUMBERS, _MOST_BYTES = 10_000, 1_000_000


def numbers_of(file: UploadedFile | None) -> list[str]:
    """Each number once, in their order; raises InvalidInput without a file and when it holds too much."""
    if file is None or file.size is None or file.size > _MOST_BYTES:
        raise InvalidInput("番号のファイルがありません", place="ファイル", expected="1MB以下のCSV")
    text = _text(file.read())
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=None)) if row]
    except csv.Error as error:
        raise InvalidInput("ファイルを読めません", place="ファイル", expected="1列目に番号のあるCSV") from error
    cells = [row[0].strip().removeprefix('="').removesuffix('"') for row in rows]
    if "\0" in text:
        raise InvalidInput("ファイルを読めません", place="ファイル", expected="1列目に番号のあるCSV")
    numbers = list(dict.fromkeys(cell for cell in cells if cell))
    if len(numbers) > _MOST_NUMBERS:
        raise InvalidInput(
            "番号が多すぎます", place="ファイル", found=f"{len(numbers):,}件", expected=f"{_MOST_NUMBERS:,}件以下"
        )
    return numbers


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp932", errors="replace")
