"""`saiken published`: what is written where, the shapes of the JSON, and how it ends."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from saiken.cli.published_documents import finding_document
from saiken.cli.published_tables import aligned, finding_lines, paper_lines
from saiken.domain.sheets.check import check_papers
from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.progress import HANDED_OVER, PortionRates, RatePair, ReceivableProgress, RecoveryRow
from saiken.domain.sheets.sheet import Repair, Sheet, Source
from tests.support.checked_sheets import EDITIONS, STATES, cell, drawn_sheet, with_cell
from tests.support.command_line import run_saiken
from tests.support.lookalike_papers import TrueSheet, text_2022, true_sheet
from tests.support.lookalike_rows import break_cell, printed_row
from tests.support.lookalike_states import TrueStates
from tests.support.progress_reports import report_of, ward_row
from tests.support.sheets import sheet_038

SHEET_KEYS = {
    "kind", "address", "numbers", "name", "bureau", "section", "legal_classes", "edition", "fiscal_year", "grades", "rows",
    "states", "claims_total", "balance_total", "obligors", "comparison", "texts", "source",
}  # fmt: skip
FINDING_KEYS = {"rule", "severity", "bureau", "number", "row", "column", "expected", "found", "message", "source"}


def _clean_sheet() -> Sheet:
    """A drawn sheet with balances in both portions, small enough to need no comparison with other cities."""
    for seed in range(10_000):
        sheet = drawn_sheet("2022", seed)
        balances = [cell(sheet, "result", f"{portion}_balance") for portion in ("past", "current")]
        if min(balances) > 100 and sum(balances) < 90_000:
            return sheet
    raise AssertionError("no such sheet")


def _paper(folder: Path, *, broken: str = "") -> Path:
    """A printed paper of one clean sheet of edition 2022, with a wrong cell in the result row if asked."""
    edition, random, sheet = EDITIONS["2022"], Random(1), _clean_sheet()
    printed: TrueSheet = true_sheet(edition, Random(3), fiscal_year=2021)
    printed.rows = [printed_row(edition, dict(row.cells)) for row in sheet.rows]
    printed.states = {name: TrueStates(dict(t.count), dict(t.balance)) for name, t in sheet.states.items()}
    printed.grades, printed.obligors = {name: grade or "" for name, grade in sheet.grades.items()}, sheet.obligors or 0
    printed.numbers, printed.number_text, printed.bureau = ("901",), "901", "見本局"
    if broken:
        break_cell(printed.rows[3], edition, name=broken, random=Random(5))
    text = text_2022(printed, random, scanned=False)
    assert printed.has_head
    path = folder / ("broken.txt" if broken else "clean.txt")
    path.write_text(text, encoding="utf-8")
    return path


def test_a_clean_paper_ends_with_0_and_an_empty_list(tmp_path: Path) -> None:
    ended = run_saiken("published", "check", _paper(tmp_path), "--json")
    assert (ended.exit_code, json.loads(ended.stdout)) == (0, [])


def test_a_broken_paper_ends_with_1_and_its_finding(tmp_path: Path) -> None:
    ended = run_saiken("published", "check", _paper(tmp_path, broken="past_settled"), "--json")
    found = json.loads(ended.stdout)
    assert ended.exit_code == 1
    assert [(one["rule"], one["severity"], one["number"], one["row"], one["column"]) for one in found] == [
        ("formula", "error", "901", "令3実績", "カ")
    ]
    assert set(found[0]) == FINDING_KEYS
    assert isinstance(found[0]["expected"], int)
    assert found[0]["source"]["file"] == "broken.txt"
    assert found[0]["source"]["line"] > 1


def test_files_that_cannot_be_read_are_told_and_the_others_answered(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("お知らせ\n", encoding="utf-8")
    ended = run_saiken(
        "published", "check", nothing, _paper(tmp_path, broken="past_settled"), tmp_path / "no", "--json"
    )
    assert ended.exit_code == 2
    assert [one["rule"] for one in json.loads(ended.stdout)] == ["formula"]
    assert "nothing.txt" in ended.stderr
    assert "ファイルを開けません" in ended.stderr


def test_reading_shows_every_row_by_the_letters_of_the_form(tmp_path: Path) -> None:
    ended = run_saiken("published", "read", _paper(tmp_path), "--json")
    (sheet,) = json.loads(ended.stdout)
    assert ended.exit_code == 0
    assert set(sheet) == SHEET_KEYS
    assert sheet["numbers"] == ["901"]
    assert [row["kind"] for row in sheet["rows"]].count("result") == 3
    assert [row["label"] for row in sheet["rows"]][3] == "令3実績"
    assert list(sheet["rows"][3]["cells"])[:4] == ["ア", "イ", "ウ", "エ"]
    assert sheet["rows"][3]["cells"]['ケ"'] == cell(_clean_sheet(), "result", "total_balance")
    assert sheet["states"]["past"]["count_total"] == 4


def test_reading_what_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    ended = run_saiken("published", "read", tmp_path / "no", "--json")
    assert (ended.exit_code, json.loads(ended.stdout)) == (2, [])


def test_people_get_an_aligned_table_and_sentences(tmp_path: Path) -> None:
    read = run_saiken("published", "read", _paper(tmp_path)).stdout
    assert "■ 見本局 901" in read
    assert "令3実績" in read
    checked = run_saiken("published", "check", _paper(tmp_path, broken="past_settled")).stdout
    assert "誤り formula 令3実績 カ" in checked
    assert checked.endswith("指摘 1件（誤り 1、注意 0）\n")


def test_it_starts_without_the_register() -> None:
    code = "import sys, saiken.cli.published; sys.exit('django.db' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_columns_are_aligned_by_the_width_of_full_width_characters() -> None:
    assert list(aligned([["年度", "残高"], ["ab", "1"]])) == ["年度  残高", "ab       1"]


def test_ambiguous_and_inconsistent_rows_say_so() -> None:
    sheet = sheet_038()
    first, second, *others = sheet.rows
    odd = replace(
        sheet,
        rows=(
            replace(first, placement="ambiguous", alternatives=(first.cells,)),
            replace(
                second, placement="inconsistent", broken=("past_settled",), repairs=(Repair("past_balance", "E", 1),)
            ),
            *others,
        ),
    )
    assert any("置き方が複数" in line for line in paper_lines(Paper("a.txt", (odd,)), EDITIONS))


def _report() -> Paper:
    receivable = ReceivableProgress(
        numbers=("026",),
        name="見本保険料",
        bureau="見本局",
        section="見本課",
        portions={"past": PortionRates(at_cut_off=RatePair("15.3%", "16.3%"), goal=RatePair("24.4%"))},
        wards=(ward_row("北区", 17.3, 85.2, 20.5, 89.4),),
        ward_total=ward_row("24区合計", 15.3, 86.0, 16.3, 88.4),
    )
    recovery = RecoveryRow(HANDED_OVER, "保険料", cases=3, goal_million=78, collected_million=55, ratio="70.5%")
    return Paper("report.txt", (), report_of(receivable, recovery=(recovery,)))


def test_a_progress_report_is_shown_to_people() -> None:
    shown = "\n".join(paper_lines(_report(), EDITIONS))
    assert "過年度: 徴収率 15.3%（前年度 16.3%）" in shown
    assert "北区" in shown
    assert "70.5%" in shown


@pytest.mark.parametrize(
    ("source", "document"),
    [
        (Source("a.txt", 7), {"file": "a.txt", "line": 7, "cell": None}),
        (Source("a.xlsx", None, "038!C12"), {"file": "a.xlsx", "line": None, "cell": "038!C12"}),
    ],
)
def test_a_finding_shows_where_it_was_read(source: Source, document: dict[str, object]) -> None:
    sheet = with_cell(sheet_038(), "result", "past_settled", value=496)
    sheet = replace(sheet, rows=tuple(replace(row, source=source) for row in sheet.rows))
    (finding,) = check_papers([Paper("a.txt", (sheet,))], EDITIONS, states=STATES)
    assert finding_document(finding)["source"] == document


def test_findings_stand_under_their_sheet() -> None:
    sheet = with_cell(sheet_038(), "result", "past_settled", value=496)
    found = check_papers([Paper("a.txt", (sheet,))], EDITIONS, states=STATES)
    assert next(finding_lines(found)).startswith("■ 福祉局 038")
    assert list(finding_lines(())) == ["指摘はありません"]
