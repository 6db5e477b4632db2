"""How names, addresses, numbers and days are folded into keys, and what a typed word is taken for.

The one idea: pairs of spellings that people mix up are one; the tables of pairs are what a clerk would complain about.
"""

from datetime import date

import pytest

from saiken.domain.search.address import Address, address_of
from saiken.domain.search.birth import birth_of
from saiken.domain.search.folding import load_folding, strict
from saiken.domain.search.keys import LONGEST, Searched, birth_key, keys_of, name_keys, number_key, telephone_keys
from saiken.domain.search.terms import Asked, SearchKind, asked

FOLDING = load_folding()

SAME_NAMES = [
    ("斉藤", "齋藤"),
    ("斎藤", "齊藤"),
    ("渡辺", "渡邉"),
    ("渡邊", "渡邉\U000e0101"),
    ("髙﨑", "高崎"),
    ("浜田", "濱田"),
    ("濵田", "浜田"),
    ("𠮷田", "吉田"),
    ("桑原", "桒原"),
    ("佐々木", "佐佐木"),
    ("関ヶ原", "関が原"),
    ("関ケ原", "関ヵ原"),
    ("さいとう", "サイトウ"),
    ("ｻｲﾄｳ", "さいとう"),
    ("さいどう", "サイトウ"),
    ("しゅんいち", "シユンイチ"),
    ("はっとり", "ハツトリ"),
    ("おおの", "オーノ"),
    ("ゆうこ", "ユーコ"),
    ("けいこ", "ケーコ"),
    ("すゞき", "ススキ"),
    ("ヰノウヱ", "イノウエ"),
    ("見本　太郎", "見本太郎"),
    ("ＭＩＨＯＮ", "mihon"),
    ("（株）見本商事", "見本商事株式会社"),
    ("㈱見本商事", "見本商事"),
    ("有限会社見本", "㈲見本"),
    ("カ)ミホン", "ミホン(カ"),
    ("カブシキガイシャミホン", "ミホン"),
    ("株式(株)会社見本", "見本"),
]


@pytest.mark.parametrize(("one", "other"), SAME_NAMES)
def test_spellings_that_people_mix_up_are_one(one: str, other: str) -> None:
    assert FOLDING.name(one) == FOLDING.name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("見本", "見木"), ("サイトウ", "サトウ"), ("林", "森"), ("株式会社", "有限会社")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert FOLDING.name(one) != FOLDING.name(other)


def test_the_four_kana_are_found_by_either_spelling() -> None:
    assert FOLDING.spellings("みづほ") == ("ミツホ", "ミスホ")
    assert FOLDING.spellings("ミツホ") == ("ミツホ",)
    assert FOLDING.name("ミズホ") in FOLDING.spellings("ミヅホ")
    assert FOLDING.spellings("ヂヂ") == ("チチ", "シシ")


def test_strict_spelling_keeps_what_folding_drops() -> None:
    assert strict("おおの　たろう") == strict("ｵｵﾉﾀﾛｳ") == "オオノタロウ"
    assert strict("オーノ") != strict("オオノ")


def test_a_name_that_is_only_a_legal_form_stays() -> None:
    assert FOLDING.name("株式会社") == "株式会社"
    assert [FOLDING.is_legal_form(word) for word in ("株式会社", "(株)", "見本", "")] == [True, True, False, False]


ADDRESSES = [
    "見本市仮名浜三丁目２番１０号",
    "見本市仮名濱3-2-10",
    "見本市 仮名浜３の２の１０",
    "見本市仮名浜3丁目2番地の10",
    "見本市仮名浜３－２－１０",
    "見本市仮名浜3ー2ー10",
    "見本市仮名浜03-02-10号室",
]


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_one_however_its_numbers_are_written(text: str) -> None:
    assert address_of(text, folding=FOLDING) == Address(("見本市仮名浜",), ("3-2-10",))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("二十三番", ("23",)),
        ("百二番", ("102",)),
        ("三百十番", ("310",)),
        ("一二番", ("12",)),
        ("一条三丁目ビル５階", ("3", "5")),
    ],
)
def test_kanji_numbers_count_before_a_unit_alone(text: str, runs: tuple[str, ...]) -> None:
    assert address_of(text, folding=FOLDING).runs == runs


DAY = date(1980, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "昭55.3.2",
        "昭和55年3月2日",
        "S55.3.2",
        "s550302",
        "Ｓ５５・３・２".replace("・", "."),
        "1980-03-02",
        "1980/3/2",
        "1980.3.2",
        "1980年3月2日",
        "19800302",
    ],
)
def test_a_day_of_birth_is_read_however_it_is_written(text: str) -> None:
    assert birth_of(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [("令和元年5月1日", date(2019, 5, 1)), ("R元.5.1", date(2019, 5, 1)), ("平1.1.8", date(1989, 1, 8))],
)
def test_the_first_year_of_an_era(text: str, day: date) -> None:
    assert birth_of(text) == day


@pytest.mark.parametrize("text", ["昭55.13.2", "S550231", "17800302", "見本", "198032", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert birth_of(text) is None


def test_the_keys_of_a_person() -> None:
    person = Searched(("見本", "ミヅ"), ("A-007",), ("架空町3-2",), ("06-1234-5678",), DAY)
    assert keys_of(person, folding=FOLDING) == {
        "^見", "見本", "本$", "=見本", "^ミ", "ミツ", "=ミツ", "ミス", "=ミス", "#a007", "@架空", "@空町", "@#3", "@#3-2",
        "+0612345678", "+12345678", "+5678", "*1980-03-02",
    }  # fmt: skip
    assert keys_of(Searched(("見本",)), folding=FOLDING) == {"^見", "見本", "本$", "=見本"}
    assert keys_of(Searched(("！",)), folding=FOLDING) == set()


def test_keys_have_an_end() -> None:
    keys = keys_of(Searched(("見本",), numbers=("9" * 60,)), folding=FOLDING)
    assert max(map(len, keys)) == LONGEST


def test_keys_of_names_numbers_and_telephones() -> None:
    assert name_keys("") == ()
    assert name_keys("林", begins=True) == ("^林",)
    assert number_key("00-12 ３") == "#123"
    assert telephone_keys("5678") == ("+5678",)
    assert telephone_keys("（内線なし）") == ()
    assert birth_key(DAY) == "*1980-03-02"


def _kinds(line: str) -> list[list[str]]:
    return [[way.kind.name for way in term.ways] for term in _asked(line).terms]


def _asked(line: str) -> Asked:
    return asked(line, folding=FOLDING)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("斉藤 はなこ", [["NAME", "ADDRESS"], ["NAME"]]),
        ("さいとう", [["NAME"]]),
        ("さ", [[]]),
        ("けい", [["NAME"]]),
        ("林", [["NAME", "NAME"]]),
        ("架空町3-2-10", [["NAME", "ADDRESS"]]),
        ("三丁目", [["ADDRESS"]]),
        ("昭55.3.2", [["BIRTH"]]),
        ("S550302", [["NUMBER", "BIRTH"]]),
        ("19800302", [["NUMBER", "CLAIM_ID", "TELEPHONE", "BIRTH"]]),
        ("06-1234-5678", [["NUMBER", "TELEPHONE"]]),
        ("06ー1234ー5678", [["NUMBER", "TELEPHONE"]]),
        ("P0000001", [["NUMBER"]]),
        ("債権12", [["CLAIM_ID"]]),
        ("債務者12", [["OBLIGOR_ID"]]),
        ("見本 （株）", [["NAME", "ADDRESS"]]),
        ("株式会社", [["NAME", "ADDRESS"]]),
        ("！", [[]]),
        ("", []),
    ],
)
def test_what_a_word_is_taken_for(line: str, kinds: list[list[str]]) -> None:
    assert _kinds(line) == kinds


def test_kana_beside_kanji_ask_for_the_other_field() -> None:
    (term,) = _asked("斉藤はなこ").terms
    assert next(way.keys for way in term.ways if way.kind is SearchKind.NAME) == ("斎藤", "ハナ", "ナコ")
    assert _asked("斉藤 はなこ").folded_name == "斎藤ハナコ"
    assert [way.kind for way in _asked("斉ほ").terms[0].ways] == [SearchKind.ADDRESS]


@pytest.mark.parametrize(
    ("line", "is_number"),
    [("P0000001", True), ("19800302", True), ("昭55.3.2", False), ("見本", False), ("P1 見本", False), ("さ", False)],
)
def test_one_number_alone_is_a_number(line: str, is_number: bool) -> None:
    assert _asked(line).is_number is is_number


def test_words_without_a_way_are_left_aside() -> None:
    assert [term.text for term in _asked("見本 さ").searchable] == ["見本"]
