"""`saiken law shares`: families from files, shares as fractions, debts by heir, and files that say something else."""

import json
from pathlib import Path

import pytest

from saiken.formats.family_json.read import SCHEMA_FILE
from tests.support.command_line import Finished, run_saiken
from tests.support.source_tree import ROOT

SIBLINGS = [{"name": "兄"}, {"name": "弟"}, {"name": "異母妹", "half_blood": True}]


def _asked(folder: Path, family: object, *arguments: object) -> Finished:
    file = folder / "family.json"
    file.write_text(json.dumps(family, ensure_ascii=False), encoding="utf-8")
    return run_saiken("law", "shares", file, *arguments)


def _answer(folder: Path, family: object, *arguments: object) -> dict:
    ended = _asked(folder, family, *arguments, "--json")
    assert ended.exit_code == 0, ended.stderr
    return json.loads(ended.stdout)


def test_shares_are_fractions_with_their_articles(tmp_path: Path) -> None:
    found = _answer(tmp_path, {"died_on": "2026-05-01", "spouse": {"name": "妻"}, "siblings": SIBLINGS})
    assert [heir["share"] for heir in found["heirs"]] == ["3/4", "1/10", "1/10", "1/20"]
    assert "民法900条第3号" in found["citations"]
    assert found["needs_administrator"] is False


def test_a_debt_is_divided_and_the_rest_of_a_yen_goes_to_the_representative(tmp_path: Path) -> None:
    family = {
        "kind": "tax",
        "died_on": "2026-05-01",
        "spouse": {"name": "妻"},
        "siblings": SIBLINGS,
        "representative": "兄",
        "received_yen": {"妻": 100_000},
    }
    heirs = _answer(tmp_path, family, "--yen", 99_999)["heirs"]
    assert [heir["yen"] for heir in heirs] == [74_999, 10_002, 9_999, 4_999]
    assert [heir["further_yen"] for heir in heirs] == [25_000, 0, 0, 0]
    assert heirs[0]["limit_yen"] is None


def test_every_word_of_the_schema_reaches_the_rule(tmp_path: Path) -> None:
    family = {
        "died_on": "2026-05-01",
        "spouse": None,
        "children": [
            {"name": "養子", "died_on": "2020-01-01", "children": [{"name": "連れ子", "not_descendant": True}]},
            {"name": "長女", "disqualified": True},
            {"name": "二女", "disinherited": True},
            {"name": "三女", "renounced": True},
        ],
        "ascendants": [{"name": "祖母", "degree": 2, "died_on": None}],
        "limited_acceptance": True,
        "received_yen": {"祖母": 500},
    }
    found = _answer(tmp_path, family, "--yen", 1_000)
    assert [(heir["name"], heir["limit_yen"]) for heir in found["heirs"]] == [("祖母", 500)]
    assert [left["reason"] for left in found["not_heirs"]] == [
        "相続の開始以前に死亡した",
        "被相続人の直系卑属でない",
        "相続の欠格に当たる",
        "廃除された",
        "相続を放棄した",
    ]


def test_people_read_heirs_shares_yen_and_those_left_out(tmp_path: Path) -> None:
    family = {"died_on": "2026-05-01", "children": [{"name": "長男"}, {"name": "長女", "renounced": True}]}
    shown = _asked(tmp_path, family, "--yen", 1_000).stdout
    assert shown.splitlines()[:2] == ["長男（子）  1  1,000円", "長女: 相続を放棄した"]


def test_without_heirs_the_way_to_an_administrator_is_shown(tmp_path: Path) -> None:
    ended = _asked(tmp_path, {"died_on": "2026-05-01"}, "--yen", 1_000)
    assert (ended.exit_code, "相続財産の清算人" in ended.stdout) == (0, True)


@pytest.mark.parametrize(
    ("family", "sentence"),
    [
        ({}, "family.json: died_on がありません"),
        ([], "family.json: 値の型が違います"),
        ({"died_on": "2026-02-30"}, "family.json: died_on: 日付として読めません（値: 2026-02-30"),
        ({"died_on": "9999-12-31"}, "期待: 実在する日（YYYY-MM-DD、1900年から2999年まで）"),
        ({"died_on": "2026-05-01", "children": [{"name": "子", "age": 3}]}, "children[0]: age という項目はありません"),
        (
            {"died_on": "2026-05-01", "kind": "lottery"},
            "債権の種類として知りません（値: lottery、期待: tax、health-ins",
        ),
        ({"died_on": "2026-05-01", "siblings": [{"name": "兄", "disinherited": True}]}, "disinherited という項目は"),
        (
            {"died_on": "2026-05-01", "received_yen": {"妻": -1}},
            "received_yen['妻']: 値が小さすぎます（値: -1、期待: 0 以上）",
        ),
        ({"died_on": "2026-05-01", "designated_shares": {"妻": "1/0"}}, '期待: "1/2" のような分数'),
        ({"died_on": "2026-05-01", "limited_acceptance": 1}, "値の型が違います（値: 1、期待: true か false）"),
    ],
)
def test_a_file_that_departs_from_the_schema_is_refused_with_its_place(
    tmp_path: Path, family: object, sentence: str
) -> None:
    ended = _asked(tmp_path, family, "--json")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert sentence in ended.stderr


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b"", "x.json: 1行1文字目: JSON として読めません（値: 何もない、期待: JSON）"),
        ('{"died_on": "亡"}'.encode("cp932"), "x.json: 文字コードが UTF-8 ではありません（値: 14バイト目の 0x96"),
        (b"[" * 100_000, "x.json: 数が大きすぎるか、括弧の入れ子が深すぎます"),
        (b'{"received_yen": ' + b"9" * 5_000 + b"}", "x.json: 数が大きすぎるか"),
        (
            b'{"died_on": "2026-05-01", "spouse": {"name": "\\ud800"}}',
            "x.json: 文字でない符号があります（値: '\\ud800'",
        ),
        (b'{"died_on": "2026-05-01", "died_on": "2026-05-02"}', "同じ項目が二度あります（値: died_on"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, written: bytes, sentence: str) -> None:
    (tmp_path / "x.json").write_bytes(written)
    ended = run_saiken("law", "shares", tmp_path / "x.json", "--json")
    assert (ended.exit_code, ended.stdout, sentence in ended.stderr) == (2, "", True), ended.stderr


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ended = run_saiken("law", "shares", tmp_path / "missing.json")
    assert (ended.exit_code, "missing.json: 読めません" in ended.stderr) == (2, True)


def test_the_mark_that_windows_puts_before_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"died_on": "2026-05-01", "spouse": {"name": "w"}}).encode())
    assert run_saiken("law", "shares", file).exit_code == 0


def test_the_published_schema_is_the_one_in_force() -> None:
    published = ROOT / "docs" / "reference" / "family.schema.json"
    assert published.read_text(encoding="utf-8") == SCHEMA_FILE.read_text(encoding="utf-8")
