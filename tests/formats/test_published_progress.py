"""The progress report: rates, ward tables and the recovery office's table, in whatever order the pages come."""

from datetime import date
from random import Random

import pytest

from saiken.domain.money import format_rate
from saiken.domain.sheets.progress import ProgressReport, ReceivableProgress
from saiken.formats.published.read import read_content
from saiken.formats.sheet_json.progress_document import progress_documents
from saiken.formats.sheet_json.schema import departures
from tests.support.lookalike_progress import RECOVERY, TrueReceivable, pages, true_receivable

RECEIVABLES = (
    ("026", "健康料", "健康局保険部保険課", True),
    ("001", "使用料", "住宅局管理部管理課", False),
    ("001", "市民税", "財務局税務部収税課", False),
    ("016", "給付返還金", "健康局保険部給付課", True),
)


def report_of(text: str) -> ProgressReport:
    """The report read from a text."""
    progress = read_content(text.encode(), "progress.txt").progress
    assert progress is not None
    return progress


def lookalike(seed: int) -> tuple[list[TrueReceivable], ProgressReport]:
    """Four receivables with page orders by chance, and the recovery office's table."""
    random = Random(seed)
    truths = [
        true_receivable(random, number=number, name=name, office=office, wards=wards)
        for number, name, office, wards in RECEIVABLES
    ]
    texts = [pages(truth, head_first=random.random() < 0.5, side_by_side=random.random() < 0.5) for truth in truths]
    return truths, report_of("\n".join([*texts, RECOVERY]))


@pytest.mark.parametrize("seed", range(20))
def test_every_receivable_gets_its_own_rates(seed: int) -> None:
    truths, report = lookalike(seed)
    assert [(each.numbers, each.name) for each in report.receivables] == [
        ((each.number,), each.name) for each in truths
    ]
    for receivable, truth in zip(report.receivables, truths, strict=True):
        assert f"{receivable.bureau}{receivable.section}" == truth.office
        assert receivable.bureau.endswith("局")
        for portion, rates in zip(("past", "current"), truth.rates, strict=True):
            assert rates_of(receivable, portion) == rates


def rates_of(receivable: ReceivableProgress, portion: str) -> tuple[str | None, ...]:
    """The six head rates of a portion in printed order."""
    found = receivable.portions[portion]
    pairs = (found.at_cut_off, found.forecast, found.goal)
    return tuple(rate for pair in pairs for rate in (pair.this_year, pair.last_year))


@pytest.mark.parametrize("seed", range(10))
def test_ward_rows_keep_their_rates_and_differences(seed: int) -> None:
    truths, report = lookalike(seed)
    for receivable, truth in zip(report.receivables, truths, strict=True):
        total = [receivable.ward_total] if receivable.ward_total else []
        rows = {row.name: list(row.rates.values()) for row in (*total, *receivable.wards)}
        assert rows == {
            name: [*map(format_rate, tenths), *(format_rate(tenths[at] - tenths[at + 2]) for at in (0, 1))]
            for name, tenths in truth.wards.items()
        }


def test_the_year_and_the_cut_off_day_are_read() -> None:
    _, report = lookalike(0)
    assert (report.fiscal_year, report.as_of) == (2020, date(2020, 10, 31))


def test_ward_columns_follow_the_head_rates_when_the_years_are_swapped() -> None:
    text = pages(
        TrueReceivable("016", "返還金", "健康局課", (("2.3%", "1.6%") * 3, ("56.0%", "41.6%") * 3), {}),
        head_first=True,
        side_by_side=False,
    )
    report = report_of(f"{text}\n5区合計 1.7% 41.1% 2.3% 55.8% 0.6% 14.7%\n東町区 2.0% 64.4% 2.1% 55.1% 0.1% -9.3%\n")
    total = report.receivables[0].ward_total
    assert total is not None
    assert (total.rates["past_rate"], total.rates["current_rate_before"]) == ("2.3%", "41.1%")


def test_the_recovery_offices_table_is_read_with_its_totals() -> None:
    rows = report_of(RECOVERY).recovery
    assert [(row.part, row.is_total) for row in rows] == [
        ("handed_over", False),
        ("handed_over", False),
        ("handed_over", True),
        ("joint", False),
        ("joint", True),
        ("both", True),
    ]
    first, second, total, joint = rows[:4]
    assert (first.bureau, first.name, first.condition) == ("健康局", "国民健康保険料", "他の制度へ移った滞納者")
    assert (first.cases, first.owed_million, first.goal_million, first.collected_million) == (1463, 257, 78, 55)
    assert (first.ratio, first.ratio_before) == ("70.5%", "48.1%")
    assert (second.bureau, second.name, second.ratio, second.ratio_before) == ("財務局", "市税", "65.7%", "64.4%")
    assert (total.cases, total.goal_million, total.collected_million, total.ratio_before) == (3059, 180, 122, "56.9%")
    assert (joint.name, joint.cases, joint.owed_million, joint.goal_million) == ("介護保険料", None, 14141, 750)
    assert (rows[5].goal_million, rows[5].collected_million, rows[5].ratio) == (930, 361, "38.8%")


def test_every_value_knows_its_line() -> None:
    lines = RECOVERY.split("\n")
    assert all(
        row.ratio and row.ratio.replace("%", "") in lines[(row.source.line or 0) - 1]
        for row in report_of(RECOVERY).recovery
    )


def test_the_documents_have_every_key_of_a_sheet_and_fit_the_schema() -> None:
    _, report = lookalike(1)
    documents = progress_documents(report)
    assert departures(documents) == []
    assert [document["edition"] for document in documents] == ["progress"] * 5
    assert documents[-1]["progress"]["recovery"][0]["cases"] == 1463
    assert all(document["rows"] == [] and document["states"] == {} for document in documents)
