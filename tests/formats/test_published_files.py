"""Files of every kind: text in both encodings, PDF, workbooks, and what is refused with the place and the remedy."""

import io
from pathlib import Path
from random import Random

import openpyxl
import pytest
import typst

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.paper import Paper
from saiken.formats.published.read import read_content, read_published
from tests.support.lookalike_papers import EDITIONS, TrueSheet, text_2019, text_2022, true_sheet


def lookalike_2019() -> tuple[TrueSheet, str]:
    """A sheet of edition 2019 and its text."""
    random = Random("files")
    sheet = true_sheet(EDITIONS["2019"], random, fiscal_year=2018)
    return sheet, text_2019(sheet, random)


def lookalike_2022() -> tuple[TrueSheet, str]:
    """An undamaged sheet of edition 2022 with its head, and its text."""
    random = Random("files 2")
    sheet = true_sheet(EDITIONS["2022"], random, fiscal_year=2021)
    return sheet, text_2022(sheet, random, scanned=False)


def assert_figures(paper: Paper, truth: TrueSheet) -> None:
    """Every yen cell of the one sheet is the true one, a blank counting as 0."""
    assert len(paper.sheets) == 1
    for row, printed in zip(paper.sheets[0].rows, truth.rows, strict=True):
        options = (row.cells, *row.alternatives)
        true = {name: value for name, value in printed.truth.items() if isinstance(value, int)}
        assert any({name: cells[name] or 0 for name in true} == true for cells in options)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_text_is_read_in_both_encodings(encoding: str, tmp_path: Path) -> None:
    truth, text = lookalike_2019()
    file = tmp_path / "paper.txt"
    file.write_bytes(text.encode(encoding))
    paper = read_published(file)
    assert paper.file == "paper.txt"
    assert paper.sheets[0].numbers == truth.numbers
    assert_figures(paper, truth)


def test_line_ends_of_other_systems_do_not_change_a_line_number() -> None:
    _, text = lookalike_2019()
    unix = read_content(text.encode(), "a.txt").sheets[0]
    windows = read_content(text.replace("\n", "\r\n").encode(), "a.txt").sheets[0]
    assert [row.source for row in unix.rows] == [row.source for row in windows.rows]


def test_the_text_layer_of_a_pdf_is_read_line_by_line() -> None:
    truth, text = lookalike_2019()
    paper = read_content(_pdf(text), "paper.pdf")
    assert (paper.sheets[0].numbers, paper.sheets[0].bureau) == (truth.numbers, truth.bureau)
    assert_figures(paper, truth)
    assert all(row.source.cell == "p.1" for row in paper.sheets[0].rows)


def _pdf(text: str) -> bytes:
    """A PDF whose pages hold the lines of a text."""
    lines = [f"#{_quoted(line)} \\" if line.strip() else "" for line in text.split("\n")]
    page = "#set page(width: 60cm, height: auto)\n#set text(size: 6pt)\n"
    document: bytes = typst.compile((page + "\n".join(lines)).encode())
    return document


def _quoted(line: str) -> str:
    return '"' + line.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_a_pdf_without_text_is_refused_with_the_remedy() -> None:
    blank: bytes = typst.compile(b"#rect(width: 2cm, height: 2cm)")
    with pytest.raises(InvalidInput, match="文字の層") as refused:
        read_content(blank, "scan.pdf")
    assert "文字認識" in refused.value.remedy


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"broken\.pdf"):
        read_content(b"%PDF-1.7\nnothing", "broken.pdf")


def test_a_workbook_of_the_same_layout_is_read() -> None:
    truth, text = lookalike_2022()
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "様式"
    for line in text.split("\n"):
        page.append([_typed(cell) for cell in line.split("\t")])
    paper = read_content(_bytes(book), "paper.xlsx")
    assert_figures(paper, truth)
    assert {row.placement for row in paper.sheets[0].rows} == {"certain"}
    assert (paper.sheets[0].rows[0].source.cell or "").startswith("様式!")
    for portion, states in truth.states.items():
        assert {name: count for name, count in paper.sheets[0].states[portion].count.items() if count} == states.count


def _typed(text: str) -> int | float | str | None:
    if text.endswith("%") and text[:-1].replace(".", "").replace("-", "").isdigit():
        return text
    plain = text.replace(",", "").replace("▲ ", "-")
    return int(plain) if plain.lstrip("-").isdigit() and not text.startswith("0") else text or None


def _bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_rates_and_numbers_of_a_workbook_are_read_by_their_format() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(
        ["所属", "健康局", "担当", "給付課", "債権整理番号(3ケタ)", 7, "債権区分", "私債権", "債権名", "負担金"]
    )
    page["F1"].number_format = "000"
    page.append(["1. 令和3年度の修正目標の達成状況"])
    page.append(["2. 未収金の推移", "年度中の調定減少額"])
    page.append(["D 令3実績", 100, 0, 100, 25, 0, 25, 0.25, 0.25, 75, 0, 0, 0, 0, "－", "－", 0, 0.25, 0.25, 75])
    for cell in ("H4", "I4", "R4", "S4"):
        page[cell].number_format = "0.0%"
    sheet = read_content(_bytes(book), "paper.xlsx").sheets[0]
    row = sheet.row("result")
    assert sheet.numbers == ("007",)
    assert row is not None
    assert (row.placement, row.cells["past_collection_rate"], row.cells["total_balance"]) == ("certain", "25.0%", 75)


@pytest.mark.parametrize(
    ("content", "file", "said"),
    [
        (b"", "empty.txt", "空"),
        (b" \n\n", "blank.txt", "空"),
        (b"abc\n\x00\x01", "binary.txt", "文字のファイルではありません"),
        ("前\n".encode() + b"\xff\xfe\xff", "broken.txt", "符号化"),
        ("今日は晴れ。\n".encode(), "letter.txt", "見つかりません"),
        ("今日は晴れ。\n".encode(), "letter.pdf", "拡張子"),
        (b"PK\x03\x04nothing", "broken.xlsx", "開けません"),
        (b"\xd0\xcf\x11\xe0old", "old.xls", "開けません"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(content: bytes, file: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as refused:
        read_content(content, file)
    assert refused.value.place.startswith(file)


def test_an_undecodable_byte_names_its_line() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_content("一行目\n二行目\n".encode() + b"\xff\xff\n", "paper.txt")
    assert refused.value.place == "paper.txt:3"


@pytest.mark.parametrize("damage", [b"\xff", b"\x81\n"])
def test_a_damaged_byte_in_the_other_encoding_names_its_line_too(damage: bytes) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_content("一行目\n二行目\n".encode("cp932") + damage, "paper.txt")
    assert refused.value.place == "paper.txt:3"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="開けません"):
        read_published(tmp_path / "nowhere.txt")
