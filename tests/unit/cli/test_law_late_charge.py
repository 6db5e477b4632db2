"""`saiken law late-charge`: the shape of its answer, how things are typed, and how it refuses."""

import json
from typing import Any

import pytest

from tests.support.command_line import Finished, run_saiken

PUBLISHED = ("--kind", "tax", "--principal", "56400", "--due", "2026-02-02", "--paid", "2026-05-29")


def _asked(*arguments: str) -> Finished:
    return run_saiken("law", "late-charge", *arguments)


def _document(*arguments: str) -> dict[str, Any]:
    ended = _asked(*arguments, "--json")
    assert (ended.exit_code, ended.stderr) == (0, "")
    document: dict[str, Any] = json.loads(ended.stdout)
    return document


def test_the_answer_holds_the_yen_the_segments_and_the_articles() -> None:
    document = _document(*PUBLISHED)
    steps = document.pop("steps")
    assert document == {
        "yen": 1_300,
        "raw_yen": 1_348,
        "base_yen": 56_000,
        "segments": [
            {
                "from": "2026-02-03",
                "until": "2026-03-02",
                "days": 28,
                "rate": "2.8%",
                "base_yen": 56_000,
                "yen": 120,
                "tier": 1,
                "why": "first_tier",
            },
            {
                "from": "2026-03-03",
                "until": "2026-05-29",
                "days": 88,
                "rate": "9.1%",
                "base_yen": 56_000,
                "yen": 1_228,
                "tier": 2,
                "why": "later_tier",
            },
        ],
        "rule": document["rule"],
        "citations": [
            "地方税法326条第1項",
            "地方税法20条の5第1項",
            "地方税法20条の4の2第2項",
            "地方税法附則3条の2第1項",
            "年利建て法25条",
            "地方税法附則3条の2第6項",
            "地方税法20条の4の2第5項",
        ],
        "assumptions": ["督促の日が与えられていないので、督促状は発せられたものとした"],
    }
    assert steps[0] == {
        "sentence": "納期限（令和8年2月2日）の翌日の令和8年2月3日から、納付又は計算の日の令和8年5月29日まで、116日を数える",
        "from": "2026-02-03",
        "until": "2026-05-29",
        "days": 116,
        "citations": ["地方税法326条第1項"],
    }


def test_people_read_a_table() -> None:
    ended = _asked(*PUBLISHED)
    assert ended.exit_code == 0
    head, first, later, result, *notes = ended.stdout.splitlines()
    assert head.split() == ["始まり", "終わり", "日数", "割合", "基礎", "額", "区分"]
    assert first.split() == ["2026-02-03", "2026-03-02", "28日", "2.8%", "56,000円", "120円", "第一段階"]
    assert later.split()[-2:] == ["1,228円", "第二段階"]
    assert result == "合計1,348円の100円未満を一度だけ切り捨て、延滞金は1,300円"
    assert [line.partition(":")[0] for line in notes] == ["根拠", "前提"]


def test_payments_graces_and_suspensions_are_typed_as_days() -> None:
    document = _document(
        *("--kind", "tax", "--principal", "300000", "--due", "2025-06-30", "--paid", "2026-05-29"),
        *("--payment", "2025-09-30:120000", "--payment", "2025-10-31:1000", "--demanded-on", "2025-07-18"),
        *("--grace", "2026-01-10:2026-02-10", "--grace", "2026-02-20:2026-02-25:illness"),
        *("--suspended", "2026-03-01:2026-03-31", "--designated", "2025-07-28", "--assessed", "2025-06-13"),
    )
    assert [(each["from"], each["until"], each["why"]) for each in document["segments"]] == [
        ("2025-07-01", "2025-07-31", "first_tier"),
        ("2025-08-01", "2025-09-30", "later_tier"),
        ("2025-10-01", "2025-10-31", "later_tier"),
        ("2025-11-01", "2025-12-31", "later_tier"),
        ("2026-01-01", "2026-01-09", "later_tier"),
        ("2026-01-10", "2026-02-10", "grace_rate"),
        ("2026-02-11", "2026-02-19", "later_tier"),
        ("2026-02-20", "2026-02-25", "waived_in_full"),
        ("2026-02-26", "2026-02-28", "later_tier"),
        ("2026-03-01", "2026-03-31", "waived_in_full"),
        ("2026-04-01", "2026-05-29", "later_tier"),
    ]
    assert document["assumptions"] == []


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("tax", [28, 88]),
        ("health-insurance-premium", [89, 27]),
        ("long-term-care-premium", [89, 27]),
        ("kodaira/long-term-care-premium", [28, 88]),
        ("miyazaki-sewer", [28, 88]),
        ("kitami-water/other-public", [28, 88]),
    ],
)
def test_a_kind_is_a_claim_kind_or_an_ordinance(kind: str, days: list[int]) -> None:
    document = _document("--kind", kind, *PUBLISHED[2:])
    assert [segment["days"] for segment in document["segments"]] == days


def test_the_method_of_cutting_can_be_chosen() -> None:
    asked = ("--kind", "tax", "--principal", "13266", "--due", "2017-09-01", "--paid", "2023-11-29")
    assert [_document(*asked, "--truncation", way)["yen"] for way in ("per_rate_segment", "per_tier")] == [7_000, 7_100]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (
            ("--kind", "tacks", *PUBLISHED[2:]),
            "債権の種類か条例の名前として知りません（値: tacks、期待: child-allowance、",
        ),
        (("--kind", "kodaira", *PUBLISHED[2:]), "kodaira/late-stage-medical-premium、kodaira/long-term-care-premium"),
        (("--kind", "kodaira/tax", *PUBLISHED[2:]), "値: kodaira/tax"),
        ((*PUBLISHED, "--payment", "2026-03-01"), "一部納付として読めません"),
        ((*PUBLISHED, "--payment", "2026-03-01:千円"), "一部納付として読めません"),
        ((*PUBLISHED, "--payment", "2026-02-30:1000"), "日付として読めません（値: 2026-02-30"),
        ((*PUBLISHED, "--payment", "2026-03-01:-1000"), "納付の額が正の数でありません"),
        ((*PUBLISHED, "--payment", "2026-03-01:56401"), "一部納付の合計が元本を超えています（値: 56,401円"),
        ((*PUBLISHED, "--grace", "2026-03-01"), "期間として読めません"),
        ((*PUBLISHED, "--grace", "2026-03-01:2026-03-31:whim"), "猶予の事由として知りません（値: whim"),
        ((*PUBLISHED, "--grace", "2026-03-31:2026-03-01"), "期間の終わりが始まりより前です"),
        ((*PUBLISHED, "--grace", "2026-03-01:2026-03-31", "--grace", "2026-03-31:2026-04-30"), "重なっています"),
        ((*PUBLISHED, "--suspended", "2026-03-01:2026-03-31", "--grace", "2026-03-31:2026-04-30"), "重なっています"),
        ((*PUBLISHED, "--assessed", "2026-06-01"), "調定の日より前の日です"),
        ((*PUBLISHED, "--demanded-on", "2026-02-02"), "督促の日が納期限までの日です"),
        ((*PUBLISHED, "--demanded-on", "2026-02-20", "--designated", "2026-02-19"), "督促状の指定期限が早すぎます"),
        (
            (*PUBLISHED[:4], "--due", "2026-02-30", "--paid", "2026-05-29"),
            "--due の値が使えません: 日付として読めません（値: 2026-02-30",
        ),
        (
            (*PUBLISHED[:4], "--due", "2026-02-02", "--paid", "9999-12-31"),
            "--paid の値が使えません: 日付として読めません（値: 9999-12-31",
        ),
        ((*PUBLISHED, "--truncation", "up"), "知らない値です（値: up、期待: per_rate_segment、per_calendar_year"),
        ((*PUBLISHED, "--payment", "2026-03-01:" + "9" * 5_000), "--payment: 一部納付として読めません"),
        ((*PUBLISHED, "--grace", "2026-03-01:9999-12-31"), "--grace: 日付として読めません（値: 9999-12-31"),
        (
            (*PUBLISHED, "--suspended", "2026-03-01:2026-03-31:disaster"),
            "停止の期間に余分な言葉があります（値: disaster",
        ),
        ((*PUBLISHED[:2], "--principal", "-1", *PUBLISHED[4:]), "元本が負の額です"),
        (("--kind", "yokohama", *PUBLISHED[2:]), "督促状の指定期限が分からなければ計算できません"),
    ],
)
def test_bad_input_is_refused_with_what_was_found(arguments: tuple[str, ...], part: str) -> None:
    ended = _asked(*arguments, "--json")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert part in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((*PUBLISHED[:6], "--paid", "2027-01-01"), "2027-01-01 の値が公表されていません"),
        (("--kind", "private-rent", *PUBLISHED[2:]), "遅延損害金を計算してください"),
    ],
)
def test_what_the_law_does_not_answer_is_refused(arguments: tuple[str, ...], part: str) -> None:
    ended = _asked(*arguments)
    assert (ended.exit_code, ended.stdout) == (3, "")
    assert part in ended.stderr
