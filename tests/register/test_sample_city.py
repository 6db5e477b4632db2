"""The whole demo city on SQLite: made by the command, equal to the published figures, opening down to its entries.

The one idea: the city is made once per run and copied; everything here asks the copy the way a person would, by the command line.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from saiken.config.environment import database_from_url
from saiken.domain.sheets.edition import load_editions
from saiken.register.queries.verify import CHECKS
from saiken.register.samples.published import load_published
from tests.support.command_line import run_saiken
from tests.support.registers import default_database
from tests.support.sample_city import whole_city

pytestmark = pytest.mark.slow
EDITIONS = load_editions()
YEN_COLUMNS = {
    "2019": "アイウエオカキコサシスセテ",
    "2022": ["ア", "イ", "ウ", "エ", "オ", "カ", "ケ", "ウ'", "エ'", "オ'", "カ'", "ケ'", 'ケ"'],
}


@pytest.fixture(scope="module")
def city(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    """A copy of the city's register as the default database; its file."""
    path = tmp_path_factory.mktemp("city") / "register.sqlite3"
    shutil.copyfile(whole_city(shared_folder), path)
    with django_db_blocker.unblock(), default_database(database_from_url(str(path), default_path=path)):
        yield path


def _document(*arguments: object) -> Any:
    ended = run_saiken(*arguments, "--json")
    assert ended.exit_code == 0, ended.stderr
    return json.loads(ended.stdout)


def test_every_printed_cell_state_and_obligor_comes_out_of_the_claims(city: Path) -> None:
    found = _document("sheets", "tie-out")
    printed = sum(
        value is not None
        for sheet in load_published(EDITIONS)
        for spec in EDITIONS[sheet.printed.edition_id].result_rows
        if (row := sheet.printed.row(spec.id)) is not None
        for value in row.cells.values()
    )
    assert (found["cells"], found["equal"], found["different"]) == (printed, printed, [])
    faults = [(fault["number"], fault["row"], fault["column"]) for fault in found["published_faults"]]
    assert faults == [
        ("073", "表3", "債務者数"),
        ("800", "表3 現年度 残高", "回収債権計"),
        ("800", "表3 現年度 残高", "合計"),
    ]
    for part, at_fault in (("states", 2), ("obligors", 1)):
        assert found[part]["cells"] - found[part]["equal"] == at_fault


def test_the_register_of_the_city_verifies(city: Path) -> None:
    assert [fault for check in CHECKS.values() for fault in check()] == []


def test_a_second_run_changes_nothing(city: Path) -> None:
    held = _document("sample", "city")
    assert (held["made"], held["seed"], held["sheets"]) == (False, 1, 28)
    with sqlite3.connect(city) as connection:
        counted = {
            name: connection.execute(f"SELECT COUNT(*) FROM register_{table}").fetchone()[0]
            for name, table in (("claims", "claim"), ("entries", "entry"), ("obligors", "obligor"))
        }
    assert counted == {name: held[name] for name in counted}


def test_a_city_of_another_seed_is_refused_and_the_held_one_named(city: Path) -> None:
    ended = run_saiken("sample", "city", "--seed", 2)
    assert (ended.exit_code, ended.stdout) == (3, "")
    assert "シード 1" in ended.stderr


@pytest.mark.parametrize("published", load_published(EDITIONS), ids=lambda sheet: sheet.joined_numbers)
def test_a_figure_of_every_sheet_opens_down_to_claims_that_add_up(city: Path, published: Any) -> None:
    """Another row and column of each sheet; across the sheets every column is met."""
    sheets = [sheet.key for sheet in load_published(EDITIONS)]
    turn = sheets.index(published.key)
    edition = EDITIONS[published.printed.edition_id]
    letters = YEN_COLUMNS[edition.id]
    specs = edition.result_rows
    for letter in (letters[turn % len(letters)], letters[(turn + 5) % len(letters)]):
        row = published.printed.row(specs[turn % len(specs)].id)
        where = ["--number", published.numbers[0], "--bureau", published.bureau, "--row", row.label, "--column", letter]
        found = _document("sheets", "trace", *where, "--limit", 5_000)
        assert found["cell"] == row.yen(edition.column_of_letter[letter].id)
        assert found["cell"] - found["thousand_yen"] == found["rounding_drift"]
        assert abs(found["rounding_drift"]) <= (0 if edition.column_of_letter[letter].role == "input" else 3)
        if found["claims_total"] <= 5_000:
            entries = [entry for claim in found["claims"] for entry in claim["entries"]]
            assert (len(found["claims"]), len(entries)) == (found["claims_total"], found["entries_total"])
            assert sum(entry["counted_yen"] for entry in entries) == found["yen"]


def test_a_cut_trace_still_sums_over_all(city: Path) -> None:
    found = _document("sheets", "trace", "--number", "064", "--row", "平30実績", "--column", "エ", "--limit", 3)
    assert (found["cell"], found["thousand_yen"], len(found["claims"])) == (319_831, 319_831, 3)
    assert found["claims_total"] > 1_000
    following = _document(
        "sheets", "trace", "--number", "064", "--row", "平30実績", "--column", "エ", "--limit", 1, "--offset", 2
    )
    assert following["claims"] == found["claims"][2:]


def test_number_row_and_column_are_taken_in_any_width(city: Path) -> None:
    plain = _document("sheets", "trace", "--number", "064", "--row", "平30実績", "--column", "エ", "--limit", 0)
    wide = _document("sheets", "trace", "--number", "０６４", "--row", "平３０ 実績", "--column", "ｴ", "--limit", 0)
    assert wide == plain


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("平30実績", "ク", "率の内訳は分子と分母の列で"),
        ("平30実績", "ヌ", "列がありません"),
        ("平30当初目標", "エ", "実績の行の名前ではありません"),
        ("令3実績", "エ", "この債権整理番号の様式がありません"),
    ],
)
def test_what_has_no_entries_behind_it_is_refused(city: Path, row: str, column: str, sentence: str) -> None:
    ended = run_saiken("sheets", "trace", "--number", "064", "--row", row, "--column", column)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert sentence in ended.stderr


def test_a_sheet_is_shown_as_printed_goals_included(city: Path) -> None:
    published = next(sheet for sheet in load_published(EDITIONS) if sheet.joined_numbers == "064").printed
    found = _document("sheets", "show", "--number", "064")
    letters = EDITIONS["2019"].column_of_letter
    assert [row["label"] for row in found["rows"]] == [row.label for row in published.rows]
    for row, printed in zip(found["rows"], published.rows, strict=True):
        assert row["cells"] == {letter: printed.cells[letters[letter].id] for letter in row["cells"]}
    assert found["grades"] == published.grades


def test_the_sheets_of_a_year_are_listed(city: Path) -> None:
    found = _document("sheets", "list", "--fiscal-year", "2021")
    assert [sheet["numbers"] for sheet in found if sheet["bureau"] == "福祉局"] == [["027"], ["066", "076"]]
    assert {sheet["fiscal_year"] for sheet in found} == {2021}


def test_the_city_meets_what_an_office_meets(city: Path) -> None:
    with sqlite3.connect(city) as connection:

        def counted(condition: str, table: str = "entry e JOIN register_claim c ON c.id = e.claim_id") -> int:
            return int(connection.execute(f"SELECT COUNT(*) FROM register_{table} WHERE {condition}").fetchone()[0])

        for kind in ("reversed", "refunded", "transferred", "reduced", "increased", "written_off"):
            assert counted(f"e.kind = '{kind}'") > 10, kind
        in_closing_period = "e.effective_on >= (e.accounting_year + 1) || '-04-01'"
        assert counted(f"e.kind = 'received' AND {in_closing_period}") > 500
        assert counted(f"{in_closing_period} AND e.effective_on > (e.accounting_year + 1) || '-05-31'") == 0
        assert counted("e.kind = 'assessed' AND e.yen % 1000 = 0") < counted("e.kind = 'assessed'") / 20
        assert counted("e.kind = 'assessed' AND e.yen < 300") == 0
        stems = "claim c JOIN register_claim o ON o.id = c.stems_from_id"
        assert counted("c.accrued_on >= o.accrued_on AND c.obligor_id = o.obligor_id", stems) > 10
        assert counted("c.accrued_on < o.accrued_on OR c.obligor_id <> o.obligor_id", stems) == 0
        own_class = (
            "SELECT COUNT(DISTINCT legal_class) FROM register_claim JOIN register_receivable r ON r.id = receivable_id"
        )
        assert connection.execute(f"{own_class} WHERE r.number IN ('066', '076')").fetchone() == (2,)
