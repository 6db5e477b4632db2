"""A published file → `Paper`.

The one idea: what a file is follows from its content first and its suffix second; whatever it is, it becomes numbered
lines for one reader. A file that holds neither a sheet nor a progress report is refused.
"""

from pathlib import Path

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.paper import FormatFinding, Paper
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import load_states
from saiken.formats.published.lines import Line
from saiken.formats.published.pdf_file import is_pdf, lines_of_pdf
from saiken.formats.published.progress import is_progress, read_progress
from saiken.formats.published.segments import segments_of
from saiken.formats.published.sheet import Forms, numbered, read_sheet
from saiken.formats.published.text_file import lines_of_text
from saiken.formats.published.workbook_file import is_workbook, lines_of_workbook


def read_published(path: Path) -> Paper:
    """Read one published file. Raises InvalidInput when it cannot be read or holds none of the known papers."""
    return read_content(_content(path), path.name)


def read_content(content: bytes, file: str) -> Paper:
    """Read the bytes of one published file; `file` is the name shown with every value."""
    if is_pdf(content):
        return read_lines(lines_of_pdf(content, file), file)
    if is_workbook(content):
        return read_lines(lines_of_workbook(content, file), file)
    if file.lower().endswith((".pdf", ".xlsx", ".xls")):
        raise InvalidInput(
            "ファイルの中身が拡張子と合いません。", place=f"{file}:1", expected=file.rsplit(".", 1)[1].upper()
        )
    return read_lines(lines_of_text(content, file), file)


def read_lines(lines: tuple[Line, ...], file: str) -> Paper:
    """Read the lines of one paper."""
    forms = Forms(tuple(load_editions().values()), load_states())
    sheets: list[Sheet] = []
    findings: list[FormatFinding] = []
    for segment in segments_of(lines, forms.editions):
        try:
            sheet, odd = read_sheet(segment, forms, file=file)
        except InvalidInput as error:
            findings.append(FormatFinding(error.message, source=segment.lines[0].source(file)))
            continue
        findings += numbered(odd, len(sheets))
        sheets.append(sheet)
    progress = None if sheets or not is_progress(lines) else read_progress(lines, file)
    if not sheets and progress is None:
        raise InvalidInput(
            "公表資料として読み取れる様式が見つかりません。",
            place=f"{file}:1",
            found=next((line.plain for line in lines if line.plain), "")[:40],
            expected="「未収債権の目標及び具体処理策」の様式、又は徴収状況の報告",
            remedy="公表された資料のファイルを指定してください。",
        )
    return Paper(file, tuple(sheets), progress, tuple(findings))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "フォルダー" if path.is_dir() else (error.strerror or "") if path.exists() else "ファイルなし"
        raise InvalidInput(
            "ファイルを開けません。", place=str(path), found=reason, remedy="ファイルの名前と場所を確かめてください。"
        ) from error
