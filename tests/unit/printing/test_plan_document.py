"""The plan as a paper: acknowledgment, claims, every instalment and where to sign are on it, and nothing that must not be shown."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from saiken.domain.claim.plan import PlanKind
from saiken.printing.plan_document import PaperClaim, PlanPaper, plan_document
from saiken.printing.render import render_pdf

PRINTED_ON = date(2026, 11, 22)
PAPER = PlanPaper(
    number=12,
    kind=PlanKind.PLEDGE,
    addressee="架空市長　様",
    office="架空区役所 収納課",
    name="架空 太郎",
    address="架空市架空区架空町1番地",
    agreed_on=PRINTED_ON,
    charge_yen=2_300,
    order="納期限の早い順",
    claims=(PaperClaim("見本保険料", "2024-016-1 1期", date(2024, 7, 31), 27_700),),
    instalments=((1, date(2026, 12, 25), 20_000), (2, date(2027, 1, 25), 10_000)),
)


def test_the_promise_acknowledges_what_is_owed_on_the_day() -> None:
    promise = plan_document(PAPER)["promise"]
    assert "令和8年11月22日現在、合計30,000円を納付する義務があることを承認し" in promise
    assert "2回に分けて令和9年1月25日までに" in promise


def test_what_is_left_falls_to_nothing_and_the_charge_has_its_line() -> None:
    document = plan_document(PAPER)
    assert [row[2:] for row in document["plan"]["rows"]] == [["20,000", "10,000"], ["10,000", "0"]]
    assert document["claims"]["charge"] == ["計画に含める延滞金・遅延損害金", "2,300"]
    assert plan_document(replace(PAPER, charge_yen=0))["claims"]["charge"] == []


@pytest.mark.parametrize("kind", PlanKind)
def test_every_kind_of_plan_has_a_title_of_its_own(kind: PlanKind) -> None:
    assert plan_document(replace(PAPER, kind=kind))["title"].count("分割納付計画書") == 1


@pytest.mark.system
@pytest.mark.parametrize("count", [1, 18, 60])
def test_every_instalment_is_on_the_paper(count: int) -> None:
    instalments = tuple(
        (number, date(2027 + number // 12, number % 12 + 1, 25), 1_000 + number) for number in range(count)
    )
    pdf = render_pdf("plan", plan_document(replace(PAPER, instalments=instalments)), printed_on=PRINTED_ON)
    text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert all(f"{yen:,}" in text for _, _, yen in instalments)
    assert "自署" in text
