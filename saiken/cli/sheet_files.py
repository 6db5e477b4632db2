"""`saiken sheets export`, `blank` and `import`: sheets as files, and filled workbooks back into the register.

The one idea: what a file holds and what a workbook changes is decided elsewhere; here are the options, the writing of files, and findings
as lines. A file is complete under its name or not there.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from django.utils.timezone import localdate

from saiken.cli.output import ExitCode, emit, json_option, say, warn
from saiken.cli.person import by_option
from saiken.cli.prepared import demand_prepared_register
from saiken.cli.progress import Advance, progress
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import load_states
from saiken.formats.sheet_csv.table import Encoding
from saiken.formats.sheet_workbook.read import read_workbook
from saiken.register.actions.take_in_workbook import Confirmation, take_in_workbook
from saiken.register.papers.city_paper import CITY_FORMATS, city_book, city_paper
from saiken.register.papers.paper_format import Making, PaperFormat, city_file_name, sheet_file_name
from saiken.register.papers.sheet_paper import blank_workbook, sheet_paper
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import find_sheet, sheets_of_year
from saiken.register.queries.sheet_years import opening_year, sheet_years
from saiken.register.queries.submission import Returned, Submission, submission_of

#: A file to be written: its name and its content.
_File = tuple[str, bytes]

_ENCODINGS = {"utf-8": Encoding.UTF_8, "cp932": Encoding.CP932}

_bureau = click.option("--bureau", default="", help="所属（番号が複数の所属にあるとき）")
_year = click.option("--fiscal-year", "--year", "fiscal_year", type=int, help="様式の年度（西暦。省略時は最新）")
_folder = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="書き出すフォルダ（省略時は現在の場所）",
)


@click.command()
@click.option("--number", default="", help="債権整理番号（省略時は全様式）")
@_bureau
@_year
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*(str(each) for each in PaperFormat), "all"]),
    default=["xlsx"],
    show_default=True,
    help="形式（重ねて指定できる）",
)
@click.option(
    "--encoding", type=click.Choice(list(_ENCODINGS)), default="utf-8", show_default=True, help="CSVの文字コード"
)
@click.option("--each", is_flag=True, help="全様式を一つのファイルにせず、様式ごとに書き出す")
@click.option("--effective-on", type=click.DateTime(["%Y-%m-%d"]), help="この日までに効力が生じた記入による")
@click.option("--sequence", type=click.IntRange(0), help="この通し番号までの記入による")
@_folder
@json_option
def export(
    *,
    number: str,
    bureau: str,
    fiscal_year: int | None,
    formats: tuple[str, ...],
    encoding: str,
    out: Path,
    as_json: bool,
    **choice: Any,
) -> None:
    """様式をファイルに書き出す。番号を指定しないときは、年度の全様式を書き出す。"""
    demand_prepared_register()
    making = _making(_ENCODINGS[encoding])
    year = _newest_year() if fiscal_year is None else fiscal_year
    chosen = list(PaperFormat) if "all" in formats else [PaperFormat(name) for name in dict.fromkeys(formats)]
    effective_on = choice["effective_on"]
    as_of = AsOf(effective_on=effective_on.date() if effective_on else None, sequence=choice["sequence"])
    if number:
        files = _one_sheet(
            find_sheet(number, fiscal_year=year, bureau=bureau).key, year, formats=chosen, making=making, as_of=as_of
        )
    else:
        files = _whole_city(year, chosen, making=making, as_of=as_of, each=choice["each"])
    _finish(files, out, as_json=as_json)


@click.command()
@click.option("--number", required=True, help="債権整理番号")
@_bureau
@_year
@_folder
@json_option
def blank(*, number: str, bureau: str, fiscal_year: int | None, out: Path, as_json: bool) -> None:
    """担当課が記入する空の様式（Excel）を作る。"""
    demand_prepared_register()
    year = _newest_year() if fiscal_year is None else fiscal_year
    making = _making()
    sheet = _sheet(find_sheet(number, fiscal_year=year, bureau=bureau).key, year, making=making, as_of=AsOf())
    name = sheet_file_name(sheet, PaperFormat.XLSX).replace(".xlsx", "_記入用.xlsx")
    _finish(iter([(name, blank_workbook(sheet, making=making))]), out, as_json=as_json)


@click.command("import")
@click.argument("workbook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--confirm-findings", is_flag=True, help="確認を要する指摘を承知の上で取り込む（指摘のあった欄は取り込まない）"
)
@click.option("--check", is_flag=True, help="取り込まずに確かめる")
@click.option("--reason", default="", help="目標や達成状況の理由（「－」とするときは必須）")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="取り込む日（省略時は今日）")
@by_option
@json_option
def take_in(
    *,
    workbook: Path,
    confirm_findings: bool,
    check: bool,
    reason: str,
    on: datetime | None,
    by: str,
    as_json: bool,
) -> ExitCode:
    """記入された様式（Excel）を取り込む。目標、達成状況、取組内容、比較、数値のみの債権の実績。指摘があれば何も取り込まない。"""
    demand_prepared_register()
    making, content = _making(), workbook.read_bytes()
    readings = read_workbook(content, editions=making.editions, states=making.states, file=workbook.name)
    returned = Returned(workbook.name, hashlib.sha256(content).hexdigest(), readings)
    found = submission_of(returned, editions=making.editions, states=making.states, reason=reason)
    stores = found.may_be_stored(confirmed=confirm_findings) and not found.already and not check
    if stores:
        found = take_in_workbook(
            returned=returned,
            editions=making.editions,
            states=making.states,
            sender=Confirmation(confirm_findings, reason),
            by=by,
            on=on.date() if on else localdate(),
        )
    _tell(found)
    emit(_document(found, stored=stores), as_json=as_json, lines=_lines(found, stored=stores, check=check))
    return ExitCode.DONE if found.may_be_stored(confirmed=confirm_findings) else ExitCode.FINDINGS


#: What the group `sheets` takes up.
COMMANDS = (export, blank, take_in)


def _making(encoding: Encoding = Encoding.UTF_8) -> Making:
    return Making(load_editions(), load_states(), localdate(), encoding)


def _newest_year() -> int:
    years = sheet_years()
    if not years:
        raise InvalidInput("台帳に様式がありません", remedy="saiken sample city で見本を作れます。")
    return opening_year(years)


def _sheet(key: str, year: int, *, making: Making, as_of: AsOf) -> Sheet:
    return sheet_value(key, year, editions=making.editions, states=making.states, as_of=as_of)


def _one_sheet(key: str, year: int, *, formats: list[PaperFormat], making: Making, as_of: AsOf) -> Iterator[_File]:
    sheet = _sheet(key, year, making=making, as_of=as_of)
    for paper_format in formats:
        yield sheet_file_name(sheet, paper_format), sheet_paper(sheet, paper_format, making=making)


def _whole_city(year: int, formats: list[PaperFormat], *, making: Making, as_of: AsOf, each: bool) -> Iterator[_File]:
    """Every format the city has as one file, the others (or with `each` all) sheet by sheet."""
    entries = sheets_of_year(year)
    if not entries:
        raise InvalidInput("この年度の様式がありません", place=f"{year}年度")
    with progress("様式を算出", total=len(entries)) as advance:
        book = city_book(year, making=making, as_of=as_of, advance=advance)
    together = [paper_format for paper_format in formats if paper_format in CITY_FORMATS and not each]
    single = [paper_format for paper_format in formats if paper_format not in together]
    with progress("書き出し", total=len(together) + len(single) * len(book.sheets)) as advance:
        for paper_format in together:
            yield city_file_name(year, paper_format), city_paper(book, paper_format, making=making)
            advance(1)
        for sheet in book.sheets:
            yield from _single_files(sheet, single, making=making, advance=advance)


def _single_files(sheet: Sheet, formats: list[PaperFormat], *, making: Making, advance: Advance) -> Iterator[_File]:
    for paper_format in formats:
        yield sheet_file_name(sheet, paper_format), sheet_paper(sheet, paper_format, making=making)
        advance(1)


def write_file(folder: Path, name: str, *, content: bytes) -> Path:
    """Write a file so that it is complete under its name or not there. Raises InvalidInput where it cannot be written."""
    path = folder / name
    unfinished = path.with_name(f".{path.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as problem:
        raise InvalidInput("ファイルを書き出せません", place=str(path), found=problem.strerror or "") from problem
    return path


def _finish(files: Iterator[_File], out: Path, *, as_json: bool) -> None:
    """Write the files and list them."""
    written = [(write_file(out, name, content=content), len(content)) for name, content in files]
    emit(
        [{"file": str(path), "bytes": size} for path, size in written],
        as_json=as_json,
        lines=[f"{path}  {size:,} バイト" for path, size in written],
    )


def _tell(found: Submission) -> None:
    """The findings, worst first."""
    for finding in found.blocking:
        warn(f"要訂正 {finding.sentence}")
    for finding in found.doubtful:
        warn(f"要確認 {finding.sentence}")
    for place in found.cleared:
        say(f"変更なし {place}: 空欄のため、台帳の内容を変えません")


def _lines(found: Submission, *, stored: bool, check: bool) -> list[str]:
    if found.already:
        return [f"このファイルは {found.already.at:%Y-%m-%d} に {found.already.by} が取り込み済みです（変更なし）"]
    lines = [
        f"{change.entry.bureau} {'・'.join(change.entry.numbers)} {change.entry.name}: {'、'.join(change.labels)}"
        for change in found.changes
    ]
    if stored:
        return [*lines, f"{len(found.changes)}様式を取り込みました" if found.changes else "変更はありません"]
    if check and not found.blocking:
        outcome = f"{len(found.changes)}様式に変更があります" if found.changes else "変更はありません"
        return [*lines, f"{outcome}（取り込んでいません）"]
    kinds = f"要訂正 {len(found.blocking)}件、要確認 {len(found.doubtful)}件"
    remedy = "" if found.blocking else " --confirm-findings を付けると、要確認の欄を除いて取り込みます。"
    return [f"取り込んでいません（{kinds}）。{remedy}"]


def _document(found: Submission, *, stored: bool) -> dict[str, Any]:
    judged = [("error", finding) for finding in found.blocking] + [("warning", finding) for finding in found.doubtful]
    return {
        "file": found.file,
        "sha256": found.digest,
        "stored": stored and bool(found.changes),
        "already": {"at": found.already.at, "by": found.already.by} if found.already else None,
        "changes": [
            {
                "sheet": change.entry.key,
                "fiscal_year": change.sent.fiscal_year,
                "parts": list(change.parts),
            }
            for change in found.changes
        ],
        "findings": [
            {
                "severity": severity,
                "place": finding.place,
                "message": finding.message,
                "found": finding.found,
                "expected": finding.expected,
                "remedy": finding.remedy,
            }
            for severity, finding in judged
        ],
        "cleared": list(found.cleared),
    }
