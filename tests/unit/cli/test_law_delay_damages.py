"""`saiken law delay-damages`: the shape of its answer, how things are typed, and how it refuses."""

import json
from typing import Any

import pytest

from tests.support.command_line import Finished, run_saiken

ASKED = ("--principal", "300000", "--due", "2019-12-31", "--paid", "2026-11-20")


def _asked(*arguments: str) -> Finished:
    return run_saiken("law", "delay-damages", *arguments)


def _document(*arguments: str) -> dict[str, Any]:
    ended = _asked(*arguments, "--json")
    assert (ended.exit_code, ended.stderr) == (0, "")
    document: dict[str, Any] = json.loads(ended.stdout)
    return document


def test_the_answer_holds_the_yen_the_rate_and_the_segments() -> None:
    document = _document(*ASKED)
    assert {key: document[key] for key in ("yen", "raw_yen", "base_yen", "rate", "segments")} == {
        "yen": 103_397,
        "raw_yen": 103_397,
        "base_yen": 300_000,
        "rate": "5%",
        "segments": [
            {
                "from": "2020-01-01",
                "until": "2026-11-20",
                "days": 2_516,
                "rate": "5%",
                "base_yen": 300_000,
                "yen": 103_397,
                "year_days": 365,
            }
        ],
    }
    assert "民法419条第1項" in document["citations"]
    assert document["assumptions"]


def test_leap_years_are_split_where_days_are_counted_as_they_are() -> None:
    document = _document(*ASKED, "--day-count", "actual")
    assert document["yen"] == 103_315
    assert [segment["year_days"] for segment in document["segments"]] == [366, 365, 366, 365]


def test_a_contract_rate_and_payments_are_typed() -> None:
    document = _document(
        *("--principal", "300000", "--due", "2024-06-30", "--paid", "2025-06-30", "--rate", "10.75%"),
        *("--payment", "2024-12-31:100000", "--assessed", "2024-06-01"),
    )
    assert document["rate"] == "10.75%"
    assert [(segment["days"], segment["base_yen"]) for segment in document["segments"]] == [
        (184, 300_000),
        (181, 200_000),
    ]


def test_an_ordinance_rounds_in_its_own_way() -> None:
    asked = ("--principal", "100500", "--due", "2024-04-30", "--paid", "2024-10-28")
    assert _document(*asked, "--profile", "tsu-water")["yen"] == 1_400
    assert _document(*asked, "--profile", "amagasaki-water", "--designated", "2024-10-28")["yen"] == 0
    assert _document(*asked, "--profile", "private-rent")["yen"] == 1_495


def test_people_read_a_table() -> None:
    ended = _asked(*ASKED)
    head, segment, result, *_ = ended.stdout.splitlines()
    assert head.split() == ["始まり", "終わり", "日数", "年", "割合", "基礎", "額"]
    assert segment.split() == ["2020-01-01", "2026-11-20", "2,516日", "÷365", "5%", "300,000円", "103,397円"]
    assert result.endswith("遅延損害金は103,397円")


@pytest.mark.parametrize(
    ("arguments", "exit_code", "part"),
    [
        ((*ASKED, "--rate", "five"), 2, "利率として読めません（値: five"),
        ((*ASKED, "--rate", "."), 2, "利率として読めません"),
        ((*ASKED, "--rate", "3.14159"), 2, "利率として使えません"),
        (
            (*ASKED, "--day-count", "360"),
            2,
            "--day-count の値が使えません: 知らない値です（値: 360、期待: 365、actual）",
        ),
        ((*ASKED, "--rate", ""), 2, "利率として読めません（値: 空"),
        ((*ASKED, "--profile", "atlantis"), 2, "債権の種類か条例の名前として知りません（値: atlantis、期待: private、"),
        ((*ASKED, "--payment", "2027-01-01:1"), 2, "計算の終わりの日より後です"),
        ((*ASKED, "--designated", "2019-12-30"), 2, "督促状の指定期限が履行期より前です"),
        (("--principal", "1", "--due", "2029-03-31", "--paid", "2029-04-02"), 3, "2029-04-01 の値が公表されていません"),
        ((*ASKED, "--profile", "other-public"), 3, "延滞金を計算してください"),
    ],
)
def test_refusals_say_what_was_found(arguments: tuple[str, ...], exit_code: int, part: str) -> None:
    ended = _asked(*arguments, "--json")
    assert (ended.exit_code, ended.stdout) == (exit_code, "")
    assert part in ended.stderr
