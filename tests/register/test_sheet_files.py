"""`saiken sheets export`, `blank` and `import`: files out of the register, filled workbooks back in, findings by worksheet and cell.

The one idea: what a person types and receives: options, files in a folder, lines, exit codes.
What is taken in and what is not has tests of its own.
"""

import csv
import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_workbook.read import read_workbook
from saiken.register.actions.receive import receive
from saiken.register.actions.set_goal import set_goal
from saiken.register.models import AuditRow, GoalVersion
from saiken.register.queries.sheet import sheet_value
from tests.support.command_line import Finished, run_saiken
from tests.support.law import BOOK
from tests.support.returned_workbooks import filled
from tests.support.sheets import EDITIONS, STATES
from tests.support.small_register import SmallRegister

NAME = "2018年度_見本局_016・026_見本保険料等"
YEAR = ("--year", 2018)
GOAL = {("cell", "first_goal_next", "past_received"): 20}


@pytest.fixture
def sheet(small: SmallRegister) -> Sheet:
    """The sheet of 2018 with one claim partly paid and a goal."""
    claim_id = small.claim(yen=32_300)
    receive(claim_id=claim_id, yen=13_600, lawbook=BOOK, by="kakari", on=date(2018, 9, 1))
    set_goal(
        sheet_id=small.sheet,
        fiscal_year=2019,
        kind="first_goal",
        columns={"past_received": 3},
        by="kakari",
        on=date(2019, 6, 3),
    )
    set_goal(
        sheet_id=small.sheet,
        fiscal_year=2018,
        kind="first_goal",
        columns={"carried_in_outside": 9},
        by="kakari",
        on=date(2019, 6, 3),
    )
    return sheet_value("見本局/016・026", 2018, editions=EDITIONS, states=STATES)


def _import(tmp_path: Path, content: bytes, *options: object) -> Finished:
    (tmp_path / "回答.xlsx").write_bytes(content)
    return run_saiken("sheets", "import", tmp_path / "回答.xlsx", "--by", "shukei", "--on", "2019-07-01", *options)


def _document(ended: Finished) -> Any:
    return json.loads(ended.stdout)


def test_a_sheet_is_written_in_every_format_and_the_files_are_listed(sheet: Sheet, tmp_path: Path) -> None:
    ended = run_saiken(
        "sheets", "export", "--number", "０１６", *YEAR, "--format", "all", "--out", tmp_path / "新", "--json"
    )
    assert ended.exit_code == 0, ended.stderr
    files = {Path(written["file"]).name: written["bytes"] for written in _document(ended)}
    assert sorted(files) == sorted(f"{NAME}.{ending}" for ending in ("xlsx", "pdf", "html", "csv", "表2.csv", "json"))
    assert {path.name: path.stat().st_size for path in (tmp_path / "新").iterdir()} == files
    (document,) = json.loads((tmp_path / "新" / f"{NAME}.json").read_text(encoding="utf-8"))
    assert [row["cells"]["テ"] for row in document["rows"] if row["label"] == "平30実績"] == [18]


def test_the_whole_city_is_one_file_or_one_per_sheet(sheet: Sheet, tmp_path: Path) -> None:
    whole = run_saiken("sheets", "export", *YEAR, "--format", "xlsx", "--format", "html", "--out", tmp_path / "all")
    assert whole.exit_code == 0, whole.stderr
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["2018年度_未収債権.xlsx", f"{NAME}.html"]
    book = load_workbook(tmp_path / "all" / "2018年度_未収債権.xlsx")
    assert book.sheetnames == ["総括", "016・026 見本保険料等"]
    run_saiken("sheets", "export", *YEAR, "--each", "--out", tmp_path / "each")
    assert [path.name for path in (tmp_path / "each").iterdir()] == [f"{NAME}.xlsx"]


def test_csv_is_written_in_the_encoding_asked_for_as_of_the_clocks_asked_for(sheet: Sheet, tmp_path: Path) -> None:
    wide = ("sheets", "export", "--number", "016", *YEAR, "--format", "csv-wide", "--out", tmp_path)
    path = tmp_path / f"{NAME}.表2.csv"
    assert (_balance(wide, path, "--encoding", "cp932"), path.read_bytes()[:4]) == ("18", "様式".encode("cp932"))
    assert (_balance(wide, path), path.read_bytes()[:3]) == ("18", b"\xef\xbb\xbf")
    assert _balance(wide, path, "--effective-on", "2018-08-31") == "32"
    assert _balance(wide, path, "--sequence", "1") == "32"


def _balance(command: tuple[object, ...], path: Path, *options: str) -> str:
    """テ of 平30実績 in the file that the command writes."""
    ended = run_saiken(*command, *options)
    assert ended.exit_code == 0, ended.stderr
    content = path.read_bytes().decode("cp932" if "cp932" in options else "utf-8-sig")
    (line,) = (line for line in csv.DictReader(content.splitlines()) if line["行"] == "平30実績")
    return line["合計 テ 年度末未収金残高"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--number", "999", *YEAR), "この債権整理番号の様式がありません"),
        (("--year", 1990), "この年度の様式がありません"),
        (("--format", "docx"), "--format の値が使えません"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(
    sheet: Sheet, tmp_path: Path, options: tuple[object, ...], sentence: str
) -> None:
    ended = run_saiken("sheets", "export", *options, "--out", tmp_path / "none")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert sentence in ended.stderr
    assert not (tmp_path / "none").exists()


def test_a_blank_form_is_filled_and_taken_in(sheet: Sheet, tmp_path: Path) -> None:
    run_saiken("sheets", "blank", "--number", "016", *YEAR, "--out", tmp_path)
    path = tmp_path / f"{NAME}_記入用.xlsx"
    book = load_workbook(path)
    grades = [cell for row in book.worksheets[0].iter_rows(max_row=8) for cell in row if not cell.protection.locked]
    grades[0].value = "B2"
    target = BytesIO()
    book.save(target)
    (form,) = read_workbook(path.read_bytes(), editions=EDITIONS, states=STATES)
    assert form.sheet is not None
    assert [row.label for row in form.sheet.rows] == [
        "平28実績",
        "平29実績",
        "平30実績",
    ]  # from the ledger; goals are empty
    ended = _import(tmp_path, target.getvalue())
    assert ended.exit_code == 0, ended.stderr
    assert "達成状況 過年度" in ended.stdout
    assert "変更なし 016・026 見本保険料等!" in ended.stderr


def test_an_import_tells_what_it_stored_and_a_second_one_stores_nothing(sheet: Sheet, tmp_path: Path) -> None:
    content = filled(sheet, GOAL)
    tried = _import(tmp_path, content, "--check", "--json")
    assert (tried.exit_code, _document(tried)["stored"], GoalVersion.objects.count()) == (0, False, 2)
    ended = _import(tmp_path, content, "--json")
    assert ended.exit_code == 0, ended.stderr
    assert _document(ended)["stored"] is True
    assert _document(ended)["changes"] == [
        {"sheet": "見本局/016・026", "fiscal_year": 2018, "parts": ["goal/first_goal_next"]}
    ]
    again = _import(tmp_path, content)
    assert (again.exit_code, GoalVersion.objects.count()) == (0, 3)
    assert "shukei が取り込み済みです" in again.stdout
    audited = AuditRow.objects.get(action="take_in_workbook")
    assert (audited.by, json.loads(audited.detail)["digest"]) == ("shukei", _document(ended)["sha256"])


def test_findings_come_with_worksheet_and_cell_and_stop_everything(sheet: Sheet, tmp_path: Path) -> None:
    content = filled(sheet, {**GOAL, ("cell", "first_goal_next", "current_received"): "五", ("obligors",): 7})
    ended = _import(tmp_path, content, "--confirm-findings", "--json")
    assert ended.exit_code == 1
    error, warning = _document(ended)["findings"]
    assert (error["severity"], error["found"], warning["severity"], warning["found"]) == ("error", "五", "warning", "7")
    assert all(finding["place"].startswith("016・026 見本保険料等!") for finding in (error, warning))
    assert "要訂正 016・026 見本保険料等!" in ended.stderr
    assert GoalVersion.objects.count() == 2


def test_a_doubt_is_taken_in_only_when_confirmed(sheet: Sheet, tmp_path: Path) -> None:
    content = filled(sheet, {**GOAL, ("obligors",): 7})
    refused = _import(tmp_path, content)
    assert refused.exit_code == 1
    assert "取り込んでいません（要訂正 0件、要確認 1件）。 --confirm-findings" in refused.stdout
    assert _import(tmp_path, content, "--confirm-findings").exit_code == 0
    assert GoalVersion.objects.count() == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", "債権".encode("cp932")], ids=["empty", "cut", "text"])
def test_a_file_that_is_no_workbook_is_bad_input(sheet: Sheet, tmp_path: Path, content: bytes) -> None:
    ended = _import(tmp_path, content)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "回答.xlsx: Excelブックとして開けません" in ended.stderr


def test_a_workbook_of_something_else_is_told_by_its_worksheets(sheet: Sheet, tmp_path: Path) -> None:
    book = load_workbook(BytesIO(filled(sheet)))
    del book.worksheets[0].defined_names["saiken_metadata"]
    target = BytesIO()
    book.save(target)
    ended = _import(tmp_path, target.getvalue(), "--confirm-findings")
    assert ended.exit_code == 1
    assert "要訂正 016・026 見本保険料等: 様式の管理情報がありません" in ended.stderr
