"""Every fault an official can make in a file of law is refused with file, entry, what was found and what was expected.

The one idea: each case damages a copy of the package's own files in one place.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from saiken.law.errors import Gap, LawBookFault, Overlap, UnknownCitation
from saiken.law.lawbook import LawBook

RATES, ACT, ORDINANCE = (
    "parameters/late_charge_rates.toml",
    "acts/local_tax_act.toml",
    "ordinances/default/public.toml",
)
INTEREST, PRIVATE = "parameters/statutory_interest.toml", "ordinances/default/private.toml"
KORYO = "ordinances/koryo/terms.toml"
FIRST_VALUE = 'value = "7.3"\ncites = ["local_tax_act/369/1"]'


@dataclass(frozen=True)
class Damage:
    """One replacement in one file, and parts of the sentence that refuses it."""

    what: str
    file: str
    old: str
    new: str
    said: tuple[str, ...]
    fault: type[LawBookFault] = LawBookFault
    every: bool = False


DAMAGES = (
    Damage("broken TOML", RATES, "[[parameters]]", "[[parameters]", (RATES, "TOML")),
    Damage("a decimal without quotes", RATES, '"2.9"', "2.9", (RATES, "late_charge_first_tier", "2.9", '"2.8"')),
    Damage("a truth for a number", RATES, '"2.9"', "true", ("value", "True")),
    Damage("a word for a number", RATES, '"2.9"', '"二・九"', ("value", "二・九")),
    Damage("a negative rate", RATES, '"2.9"', '"-2.9"', ("value", "-2.9")),
    Damage("a broken number of yen", "parameters/wages.toml", "107000", '"107000.5"', ("wage", "整数", "yen")),
    Damage("a day in quotes", RATES, "2014-01-01", '"2014-01-01"', ("from", "'2014-01-01'", "引用符なし")),
    Damage("a moment for a day", RATES, "2014-01-01", "2014-01-01T00:00:00", ("from", "引用符なし")),
    Damage("no citation", RATES, 'cites = ["local_tax_act/369/1"]\n', "", ("1970-01-01", "cites がありません")),
    Damage("an empty list of citations", RATES, '["local_tax_act/369/1"]', "[]", ("cites", "一つ以上")),
    Damage("no list of citations", RATES, '["local_tax_act/369/1"]', '"local_tax_act/369/1"', ("cites", "一つ以上")),
    Damage("a citation that is none", RATES, "local_tax_act/369/1", "地方税法369条", ("cites", "法令/条/項/号")),
    Damage(
        "an unknown act", RATES, "local_tax_act/369/1", "local_fax_act/369/1", ("local_fax_act/369/1",), UnknownCitation
    ),
    Damage(
        "an unknown article", RATES, "local_tax_act/369/1", "local_tax_act/369/9", ("acts に条文を",), UnknownCitation
    ),
    Damage("no source", RATES, "source =", "origin =", ("source がありません",)),
    Damage(
        "an empty source", INTEREST, 'source = "法務省の公表する法定利率の資料"', 'source = " "', ("source", "文字")
    ),
    Damage("a misspelt field", RATES, FIRST_VALUE, f"untill = 2000-01-01\n{FIRST_VALUE}", ("untill", "知らない項目")),
    Damage("a word for a yes", RATES, "verified = true", 'verified = "yes"', ("verified", "true 又は false")),
    Damage("an unknown unit", RATES, 'unit = "percent"', 'unit = "permille"', ("unit", "permille", "share")),
    Damage(
        "a gap", RATES, FIRST_VALUE, f"until = 1999-12-31\n{FIRST_VALUE}", ("1999-12-31", "2000-01-01", "つない"), Gap
    ),
    Damage("an overlap", RATES, FIRST_VALUE, f"until = 2000-01-02\n{FIRST_VALUE}", ("2000-01-02",), Overlap),
    Damage("an end before the beginning", RATES, FIRST_VALUE, f"until = 1969-01-01\n{FIRST_VALUE}", ("1969",), Overlap),
    Damage("days out of order", RATES, "2014-01-01", "1990-01-01", ("1990-01-01", "日付の順"), Overlap),
    Damage("one day twice", RATES, "from = 2002-01-01", "from = 2000-01-01", ("重ならない",), Overlap),
    Damage("a first day without value before the last", RATES, "2027-01-01", "2025-01-01", ("2025-01-01",), Overlap),
    Damage(
        "a reason without an end", INTEREST, "published_until = 2029-04-01\n", "", ("published_until がありません",)
    ),
    Damage("no reason for the end", RATES, "expected =", "expects =", ("expected がありません",)),
    Damage("an id with capitals", RATES, "late_charge_first_tier", "LateCharge", ("id", "LateCharge")),
    Damage("one parameter twice", RATES, "late_charge_later", "late_charge_first_tier", ("二度書かれ",)),
    Damage("a file of something else", INTEREST, "parameters", "rates", ("parameters がありません",), every=True),
    Damage("an act under another name", ACT, 'id = "local_tax_act"', 'id = "tax_act"', ("ファイル名と同じ",)),
    Damage("an act without number", ACT, "昭和25年法律第226号", "", ("number",)),
    Damage("an article twice", ACT, 'article = "9"\nparagraph = 2', 'article = "9"\nparagraph = 1', ("二度書かれ",)),
    Damage("an article that is none", ACT, 'article = "9"', 'article = "第9条"', ("article", "第9条")),
    Damage(
        "a paragraph 0", ACT, 'article = "9"\nparagraph = 1', 'article = "9"\nparagraph = 0', ("paragraph", "1 以上")
    ),
    Damage("an article without our sentence", ACT, "rule =", "text =", ("rule がありません",)),
    Damage(
        "an article that ends before it begins",
        "acts/commercial_code_old.toml",
        "in_force_until = 2020-04-01",
        "in_force_until = 1970-01-01",
        ("in_force_until", "1970-01-01 より後の日"),
    ),
    Damage(
        "an unknown claim kind",
        KORYO,
        '["other_public"]',
        '["other_public", "tolls"]',
        ("koryo", "tolls", "private_water"),
    ),
    Damage("no claim kind", ORDINANCE, '["other_public"]', "[]", ("kinds", "一つ以上")),
    Damage("an unknown rate", ORDINANCE, '"late_charge_first_tier"', '"late_charge_tier_1"', ("first_rate",)),
    Damage("a rate that is none", ORDINANCE, '"late_charge_first_tier"', '"suspension_years"', ("unit = percent",)),
    Damage("an unknown end of the tier", ORDINANCE, '"months"', '"weeks"', ("tier_end", "weeks", "designated_day")),
    Damage("no months of a tier of months", ORDINANCE, "tier_months = 1", "tier_months = 0", ("tier_months", "1 以上")),
    Damage("a unit of nothing", ORDINANCE, "base_unit_yen = 1000", "base_unit_yen = 0", ("base_unit_yen", "1 以上")),
    Damage("a truth for yen", ORDINANCE, "fee_yen = 0", "fee_yen = true", ("fee_yen", "整数")),
    Damage("an unknown restart", ORDINANCE, '"after_arrival"', '"on_arrival"', ("restart", "on_arrival")),
    Damage("terms without a demand", ORDINANCE, "[terms.demand]", "[terms.dunning]", ("demand がありません",)),
    Damage("a demand that is no table", PRIVATE, "[terms.demand]", "[[terms.demand]]", ("demand", "[demand] の表")),
    Damage("periods misspelt", ORDINANCE, "waiver_months", "waver_months", ("waiver_months がありません",)),
    Damage("an unknown day count", PRIVATE, 'day_count = "365"', 'day_count = "360"', ("day_count", "360")),
    Damage("a rate with a sign", PRIVATE, 'rate = ""', 'rate = "3%"', ("rate", "3%")),
    Damage("a misspelt field of damages", PRIVATE, "day_count", "days = 1\nday_count", ("days", "知らない項目")),
    Damage("a list that is none", PRIVATE, "[[terms]]", "[terms]", ("terms", "[[terms]] の並び")),
    Damage(
        "versions that overlap",
        KORYO,
        "from = 1970-01-01",
        "from = 1970-01-01\nuntil = 1970-01-01",
        ("ordinances/koryo", "other_public"),
        Overlap,
    ),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.what)
def test_a_damaged_file_is_refused(folder: Path, damage: Damage) -> None:
    file = folder / damage.file
    text = file.read_text(encoding="utf-8")
    assert damage.old in text
    file.write_text(text.replace(damage.old, damage.new, -1 if damage.every else 1), encoding="utf-8")
    with pytest.raises(damage.fault) as refused:
        LawBook.load(folder)
    assert type(refused.value) is damage.fault
    assert all(part in str(refused.value) for part in damage.said), str(refused.value)


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / RATES).write_bytes(b"\xff\xfe")
    with pytest.raises(LawBookFault, match="late_charge_rates.toml: TOML"):
        LawBook.load(folder)


def test_a_profile_is_named_in_ascii(folder: Path) -> None:
    (folder / "ordinances" / "koryo").rename(folder / "ordinances" / "広陵")
    with pytest.raises(LawBookFault, match="プロファイルの名"):
        LawBook.load(folder)


def test_a_parameter_without_values_is_refused(folder: Path) -> None:
    (folder / "parameters" / "more.toml").write_text(
        '[[parameters]]\nid = "empty"\ntitle = "空"\nunit = "yen"\nvalues = []\n', encoding="utf-8"
    )
    with pytest.raises(LawBookFault, match="more.toml: empty の values"):
        LawBook.load(folder)


def test_one_parameter_in_two_files_is_refused(folder: Path) -> None:
    (folder / "parameters" / "more.toml").write_bytes((folder / "parameters" / "wages.toml").read_bytes())
    with pytest.raises(LawBookFault, match="二度書かれています"):
        LawBook.load(folder)


@pytest.mark.parametrize("place", ["acts/more/x.toml", "parameters/2027/x.toml", "ordinances/x.toml"])
def test_a_file_that_would_not_be_read_is_refused(folder: Path, place: str) -> None:
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text("", encoding="utf-8")
    with pytest.raises(LawBookFault, match="読まれません"):
        LawBook.load(folder)


def test_a_folder_without_law_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawBookFault, match="法令のフォルダーではありません"):
        LawBook.load(overlays=[tmp_path])


def test_the_packages_own_files_have_no_fault(folder: Path) -> None:
    assert LawBook.load(folder).hash == LawBook.load().hash
