"""`saiken demo`: the demo city from nothing to the screens: load, compare with the published sheets, write papers, serve.

The one idea: each step looks first whether its outcome is there and current, so a second run is quick and loses nothing. A register that
is not the demo city is not touched. What the steps do is decided elsewhere.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from django.utils.timezone import localdate

from saiken.cli.context import Context
from saiken.cli.output import ExitCode, say, warn
from saiken.cli.progress import Advance, progress
from saiken.cli.published_tables import aligned
from saiken.cli.sample import prepare_sample_city
from saiken.cli.serve import demand_free_address, serve_screens
from saiken.cli.sheet_files import write_file
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.printing.city_document import CityBook
from saiken.register.papers.city_paper import city_book, city_paper
from saiken.register.papers.paper_format import Making, PaperFormat, city_file_name, sheet_file_name
from saiken.register.papers.sheet_paper import sheet_paper
from saiken.register.papers.stamp import papers_stamp
from saiken.register.queries.people import demo_accounts
from saiken.register.queries.sheet_index import sheets_of_year
from saiken.register.queries.tie_out import Compared, TieOut
from saiken.register.samples.published import PublishedSheet, load_published
from saiken.register.samples.tie_out_city import tie_out_city

HOST = "127.0.0.1"

#: Who stands in the audit rows of the demo city.
BY = "saiken-demo"

#: What every sheet and every year's city is written as.
FORMATS = (PaperFormat.XLSX, PaperFormat.PDF)

#: Characters of a receivable's name in the table.
LONGEST_NAME = 18

#: Remembers beside the papers what they were made from.
STAMP = ".demo.json"

Comparisons = Sequence[tuple[PublishedSheet, TieOut]]


@click.command()
@click.option("--no-serve", is_flag=True, help="画面を提供せずに終わる")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="待ち受けるポート")
@click.pass_obj
def demo(context: Context, *, no_serve: bool, port: int) -> ExitCode:
    """見本の都市の台帳を作り、公表値と照合し、様式を out/ に書き出し、画面を提供する。"""
    if not no_serve:
        demand_free_address(HOST, port)
    held, is_new = prepare_sample_city(None, lawbook=context.lawbook(), by=BY)
    say(
        f"見本の都市: 調定 {held.claims:,}件、記入 {held.entries:,}件、債務者 {held.obligors:,}人{'' if is_new else '（作成済み）'}"
    )
    making = Making(load_editions(), load_states(), localdate())
    compared = _compare(making)
    _show(_comparison_lines(compared, making))
    _write_papers(context.home / "out", making)
    differs = any(found.different for _, found in compared)
    if differs:
        warn("公表値と一致しないセルがあります。saiken sheets tie-out で確かめてください")
    _show(_sign_in_lines(port))
    if not no_serve:
        serve_screens(context, host=HOST, port=port)
        say("画面の提供を終わりました")
    return ExitCode.FINDINGS if differs else ExitCode.DONE


def _show(lines: Sequence[str]) -> None:
    for line in ("", *lines):
        click.echo(line)


def _compare(making: Making) -> Comparisons:
    published = load_published(making.editions)
    with progress("公表値と照合", total=len(published)) as advance:
        return tie_out_city(published, editions=making.editions, states=making.states, advance=advance)


def _comparison_lines(compared: Comparisons, making: Making) -> list[str]:
    """A line per sheet: the year's balance computed and published, and how many printed cells come out equal."""
    rows = [["債権", "年度", "残高の算出値（千円）", "公表値", "セル", "件数・残高", "債務者数", "判定"]]
    rows += [_comparison_row(sheet, found, making=making) for sheet, found in compared]
    total = sum((found for _, found in compared), TieOut())
    rows.append(["合計", "", "", "", *_shares(total), _verdict(total)])
    faults = len(total.published_faults)
    return [*aligned(rows), f"※ 公表様式自体の不整合 {faults}件（saiken sheets tie-out で一つずつ示します）"]


def _comparison_row(sheet: PublishedSheet, found: TieOut, *, making: Making) -> list[str]:
    edition, year = making.editions[sheet.printed.edition_id], sheet.printed.fiscal_year
    place = edition.row_of_id[edition.grade_result_row].label(year)
    letter = edition.column_of_id["total_balance"].letter
    balance = next((each for each in found.cells if (each.place, each.column) == (place, letter)), None)
    figures = [_thousands(balance.computed), _thousands(balance.published)] if balance else ["", ""]
    return [f"{sheet.joined_numbers} {_shortened(sheet.name)}", str(year), *figures, *_shares(found), _verdict(found)]


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _thousands(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value or "")


def _shares(found: TieOut) -> list[str]:
    return [_share(cells) for cells in (found.cells, found.states, found.obligors)]


def _share(cells: Sequence[Compared]) -> str:
    return f"{sum(each.equal for each in cells):,}/{len(cells):,}"


def _verdict(found: TieOut) -> str:
    if found.different:
        return "不一致"
    return "一致※" if found.published_faults else "一致"


def _write_papers(folder: Path, making: Making) -> None:
    """Workbook and PDF of the city and of every sheet, a folder per year, unless they are there and current."""
    stamp = papers_stamp()
    written = _written_earlier(folder)
    if written.get("stamp") == stamp and all((folder / name).exists() for name in written["files"]):
        say(f"様式は書き出し済みです: {folder}（{len(written['files'])}ファイル）")
        return
    years = sorted({sheet.printed.fiscal_year for sheet in load_published(making.editions)})
    sheets = sum(len(sheets_of_year(year)) for year in years)
    with progress(f"様式を {folder} に書き出し", total=sheets + len(FORMATS) * (sheets + len(years))) as advance:
        files = [name for year in years for name in _write_year(folder, year, making=making, advance=advance)]
    write_file(folder, STAMP, content=json.dumps({"stamp": stamp, "files": files}, ensure_ascii=False).encode())


def _written_earlier(folder: Path) -> dict[str, Any]:
    """What the stamp beside the papers says; nothing where it is missing or damaged."""
    try:
        known = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and "files" in known else {}


def _write_year(folder: Path, year: int, *, making: Making, advance: Advance) -> Iterator[str]:
    """The papers of one year; gives their names below the folder."""
    book: CityBook = city_book(year, making=making, advance=advance)
    below = f"{year}年度"
    for paper_format in FORMATS:
        name = city_file_name(year, paper_format)
        write_file(folder / below, name, content=city_paper(book, paper_format, making=making))
        advance(1)
        yield f"{below}/{name}"
        for sheet in book.sheets:
            name = sheet_file_name(sheet, paper_format)
            write_file(folder / below, name, content=sheet_paper(sheet, paper_format, making=making))
            advance(1)
            yield f"{below}/{name}"


def _sign_in_lines(port: int) -> list[str]:
    """Where to sign in, and as whom."""
    shown = demo_accounts()
    accounts = [f"  {account.username:<16}{account.password:<28}{account.duties}" for account in shown]
    keys = [
        f"  {account.username:<16}鍵 {account.second_factor_key}　今の確認コード {account.code}"
        for account in shown
        if account.second_factor_key
    ]
    return [
        f"画面: http://{HOST}:{port}/ （見本専用の利用者名とパスワードで入れます）",
        *accounts,
        "二段階認証の要る利用者（鍵を認証アプリに入れるか、30秒ごとに変わる確認コードをサインインの画面で見て入力します）:",
        *keys,
        "見本の人物と場面: docs/reference/demo.md",
    ]
