"""A municipality's folder of law over the package's: what it replaces, what it adds, and the hash that tells them apart."""

from datetime import date
from pathlib import Path

import pytest

from saiken.law.citation import cite
from saiken.law.errors import LawBookFault
from saiken.law.lawbook import LawBook

DAY = date(2026, 4, 1)
ACT = """
id = "{act}"
title = "{title}"
number = "平成30年条例第1号"

[[articles]]
article = "{article}"
rule = "{rule}"
in_force_from = 2018-04-01
checked_on = 2026-11-21
source = "例規集"
verified = true
"""
TERMS = """
[[terms]]
kinds = ["{kind}"]
from = {day}
cites = ["{cites}"]
verified = true
note = ""

[terms.demand]
deadline_days = 30
designated_days = 15
fee_yen = 70
restart = "after_designated"
seizure = "never"

[terms.periods]
court_action_months = 6
collection_suspension_months = 12
waiver_months = 12
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A municipality's folder: its own ordinance, one article of an act said otherwise, its terms of water charges."""
    (tmp_path / "acts").mkdir()
    (tmp_path / "ordinances" / "default").mkdir(parents=True)
    _write(tmp_path, "acts/claims_ordinance.toml", ACT, act="claims_ordinance", title="債権管理条例", article="5")
    _write(tmp_path, "acts/fraction_act.toml", ACT, act="fraction_act", title="端数計算法", article="3")
    _terms(tmp_path, "default", kind="private_water")
    return tmp_path


def _write(folder: Path, name: str, text: str, **fields: str) -> None:
    (folder / name).write_text(text.format(**{"rule": "条例の定め。", **fields}), encoding="utf-8")


def _terms(folder: Path, profile: str, *, kind: str, day: str = "2018-04-01", name: str = "terms") -> None:
    _write(folder, f"ordinances/{profile}/{name}.toml", TERMS, kind=kind, day=day, cites="claims_ordinance/5")


def test_a_municipalitys_terms_replace_the_packages_of_that_kind_alone(own: Path) -> None:
    book = LawBook.load(overlays=[own])
    terms = book.terms("private_water", on=DAY)
    assert (terms.demand.fee_yen, terms.delay_damages) == (70, None)
    assert book.text(terms.citations[0]) == "債権管理条例5条"
    assert book.terms("private_rent", on=DAY) == LawBook.load().terms("private_rent", on=DAY)


def test_an_act_gains_the_articles_of_an_overlay_and_keeps_the_others(own: Path) -> None:
    book = LawBook.load(overlays=[own])
    assert book.article(cite("fraction_act/3")).rule == "条例の定め。"
    assert book.article(cite("fraction_act/2/1")) == LawBook.load().article(cite("fraction_act/2/1"))


def test_versions_of_one_kind_follow_each_other_over_files(own: Path) -> None:
    _terms(own, "default", kind="private_water", day="2026-04-01", name="terms2026")
    book = LawBook.load(overlays=[own])
    before, after = (book.terms("private_water", on=day) for day in (date(2026, 3, 31), DAY))
    assert (before.from_on, before.until_on) == (date(2018, 4, 1), date(2026, 4, 1))
    assert (after.from_on, after.until_on) == (date(2026, 4, 1), None)


def test_a_later_folder_goes_before_an_earlier_one(own: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    (later / "ordinances" / "default").mkdir(parents=True)
    _terms(later, "default", kind="private_water", day="2020-04-01")
    assert LawBook.load(overlays=[own, later]).terms("private_water", on=DAY).from_on == date(2020, 4, 1)
    assert LawBook.load(overlays=[own]).terms("private_water", on=DAY).from_on == date(2018, 4, 1)


def test_not_even_the_default_profile_of_an_overlay_may_invent_a_kind(own: Path) -> None:
    _terms(own, "default", kind="tolls", name="tolls")
    with pytest.raises(LawBookFault, match="ordinances/default の kinds: 'tolls'"):
        LawBook.load(overlays=[own])


def test_any_byte_of_a_file_of_law_changes_the_hash(folder: Path) -> None:
    hashes = {LawBook.load(folder).hash}
    for name in ("acts/road_act.toml", "parameters/wages.toml", "ordinances/koryo/terms.toml"):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("#")
        hashes.add(LawBook.load(folder).hash)
    assert len(hashes) == 4


def test_an_overlay_changes_the_hash_and_other_files_do_not(own: Path) -> None:
    before = LawBook.load(overlays=[own]).hash
    assert before != LawBook.load().hash
    (own / "README.md").write_text("about", encoding="utf-8")
    (own / "notes.toml").write_text("x = 1", encoding="utf-8")
    assert LawBook.load(overlays=[own]).hash == before
