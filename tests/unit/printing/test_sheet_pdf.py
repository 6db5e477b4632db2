"""Sheets as PDF: every figure is on the paper, the paper is A3, tagged and Japanese, and without fonts nothing is printed."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.form import printed
from saiken.domain.sheets.sheet import Comparison, Sheet, StateTable
from saiken.printing.city_document import CityBook
from saiken.printing.many import PrintJob, render_many
from saiken.printing.render import REQUIRED_FONTS, require_fonts
from saiken.printing.sheet_document import sheet_document
from saiken.printing.sheet_pdf import city_pdf, sheet_pdf
from tests.support.sheets import EDITIONS, STATES, sheet_038, sheet_two_numbers

pytestmark = pytest.mark.system

PRINTED_ON = date(2022, 8, 31)


def pdf_of(sheet: Sheet) -> bytes:
    return sheet_pdf(sheet, edition=EDITIONS[sheet.edition_id], states=STATES, printed_on=PRINTED_ON)


def text_of(pdf: bytes, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def facts_of(pdf: bytes, folder: Path) -> dict[str, str]:
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    shown = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    return dict(re.findall(r"^([^:]+):\s+(.*)$", shown, re.MULTILINE))


@pytest.mark.parametrize("sheet", [sheet_038(), sheet_two_numbers()], ids=lambda sheet: sheet.edition_id)
def test_every_row_of_table_two_is_on_the_paper_in_order(sheet: Sheet) -> None:
    lines = [line.split() for line in text_of(pdf_of(sheet), "-layout").splitlines()]
    edition = EDITIONS[sheet.edition_id]
    for row in sheet.rows:
        figures = [printed(edition, row.cells[column.id]) for column in edition.columns]
        true_yen = sheet.true_balances_yen.get(row.row_id)
        expected = figures + ([f"{true_yen:,}"] if true_yen is not None else [])
        assert [line for line in lines if line[-len(expected) :] == expected], row.label


def test_states_totals_and_texts_are_on_the_paper() -> None:
    text = text_of(pdf_of(sheet_two_numbers()), "-layout")
    lines = [line.split() for line in text.splitlines()]
    balances = "18,203 9,871 2,410 14,002 5,120 49,726 6,033 1,207 2,855 10,095 59,821"
    assert [line for line in lines if " ".join(line).endswith(balances)]
    flat = re.sub(r"\s", "", text)
    for piece in ("964件", "78,121千円", "318人", "78,121,437", "合計徴収率の順位（政令指定都市20市中）7位", "87.1%"):
        assert piece in flat
    for measure in sheet_two_numbers().measures:
        assert measure.text in flat


def test_the_paper_is_a3_landscape_tagged_titled_and_numbered(tmp_path: Path) -> None:
    pdf = pdf_of(sheet_038())
    facts = facts_of(pdf, tmp_path)
    assert facts["Page size"].startswith("1190.55 x 841.89")
    assert (facts["Tagged"], facts["Pages"]) == ("yes", "2")
    assert facts["Title"] == "038 特別障がい者手当等返還金｜未収債権の目標及び具体処理策"
    assert b"/Lang(ja-JP)" in pdf.replace(b" ", b"") or b"/Lang (ja-JP)" in pdf
    assert [re.findall(r"\d ?/ ?\d", page) for page in text_of(pdf).split("\f")[:2]] == [["1/2"], ["2/2"]]


def test_the_same_sheet_on_the_same_day_is_the_same_file() -> None:
    assert pdf_of(sheet_038()) == pdf_of(sheet_038())


def test_all_text_is_in_embedded_fonts(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf_of(replace(sheet_038(), name="𠮷野住宅使用料")))
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert any("BIZUDGothic" in line for line in listed)
    assert any("BIZUDPGothic" in line for line in listed)
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listed)
    assert "𠮷野住宅使用料" in text_of(path.read_bytes())


def test_nothing_runs_over_the_edge_with_the_largest_figures(tmp_path: Path) -> None:
    base = sheet_038()
    rows = tuple(
        replace(
            row, cells={name: 988_777_666 if isinstance(value, int) else value for name, value in row.cells.items()}
        )
        for row in base.rows
    )
    states = {
        portion: StateTable(count={"S02": 43_876_543}, balance={"S02": 988_777_666}) for portion in ("past", "current")
    }
    lines = text_of(pdf_of(replace(base, rows=rows, states=states)), "-layout").splitlines()
    assert sum(line.split().count("988,777,666") >= 13 for line in lines) == 7


def test_a_long_text_continues_on_further_pages() -> None:
    first = sheet_038().measures[0]
    long = replace(
        first, text="\n".join(f"{number}件目の債務者に連絡し、納付の約束を得る。" for number in range(1, 151))
    )
    text = text_of(pdf_of(replace(sheet_038(), measures=(long,))))
    assert "1件目の債務者" in text
    assert "150件目の債務者" in text
    assert text.count("\f") > 3
    *_, last, _ = text.split("\f")
    assert all(label in last for label in ("過年度徴収率", "現年度徴収率", "合計徴収率"))


def test_a_sheet_with_nothing_in_it_is_still_a_form() -> None:
    empty = replace(
        sheet_038(),
        rows=(),
        states={},
        grades={},
        measures=(),
        obligors=None,
        comparison=Comparison(),
        figures_only=True,
    )
    text = text_of(pdf_of(empty))
    assert "平30実績" in text
    assert "数値のみ" in text


def test_markup_in_a_text_is_printed_as_it_is() -> None:
    measure = replace(sheet_038().measures[0], text="#let x = 1 *太字* $x$ @ref")
    assert "#let x = 1 *太字* $x$ @ref" in text_of(pdf_of(replace(sheet_038(), measures=(measure,))))


def test_missing_fonts_stop_it_plainly() -> None:
    require_fonts(frozenset(REQUIRED_FONTS))
    with pytest.raises(InvalidInput, match=r"BIZ UDPGothic.*fonts-morisawa-bizud-gothic"):
        require_fonts(frozenset({"BIZ UDGothic", "Noto Sans CJK JP"}))


def city_sheets() -> tuple[Sheet, ...]:
    first = sheet_two_numbers()
    second = replace(
        first, numbers=("002",), name="学校給食費", bureau="教育委員会事務局", legal_classes=(LegalClass.PRIVATE_LAW,)
    )
    return (first, second)


def test_the_city_book_has_an_overview_totals_and_every_sheet() -> None:
    book = CityBook(2021, city_sheets(), obligors={"": 600, "福祉局": 318}, obligors_at_most=True)
    pages = text_of(city_pdf(book, edition=EDITIONS["2022"], states=STATES, printed_on=PRINTED_ON), "-layout").split(
        "\f"
    )
    assert len(pages) == 1 + 1 + 2 * 2 + 1
    assert "156,244 千円" in pages[0]
    lines = [line.split() for line in pages[0].splitlines()]
    total = ["119,644", "36,600", "156,244", "11.2%", "95.8%", "84.6%", "1,928"]
    assert sum(any(line[at : at + 7] == total for at in range(len(line))) for line in lines) >= 1
    assert "600 人以内" in pages[0]
    assert "学校給食費" in pages[1]
    assert "学校給食費" in pages[4]


def test_the_overview_can_be_printed_alone() -> None:
    book = CityBook(2021, city_sheets(), trends=(((2020, 61827), (2021, 78122)),) * 2)
    pdf = city_pdf(book, edition=EDITIONS["2022"], states=STATES, printed_on=PRINTED_ON, with_sheets=False)
    assert text_of(pdf).count("\f") == 2


def test_many_papers_come_back_in_order_from_worker_processes() -> None:
    sheets = [replace(sheet_038(), numbers=(f"{number:03}",)) for number in range(1, 6)]
    documents = [sheet_document(sheet, edition=EDITIONS["2019"], states=STATES) for sheet in sheets]
    jobs = [PrintJob(str(document["running"]), "sheet", document) for document in documents]
    printed_papers = list(render_many(iter(jobs), printed_on=PRINTED_ON, workers=1))
    assert [name for name, _ in printed_papers] == [job.name for job in jobs]
    assert printed_papers[4][1] == pdf_of(sheets[4])
