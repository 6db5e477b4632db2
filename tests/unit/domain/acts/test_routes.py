"""Who must approve an act: the package's file, a municipality's over it, and files that say nothing usable."""

from pathlib import Path

import pytest

from saiken.domain.acts.routes import Level, Routes, load_routes
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput

PUBLIC, PRIVATE = LegalClass.PUBLIC_ENFORCEABLE, LegalClass.PRIVATE_LAW
MANAGER, BUREAU = Level.SECTION_MANAGER, Level.BUREAU


def _overlaid(folder: Path, text: str) -> Routes:
    (folder / "routes.toml").write_text(text, encoding="utf-8")
    return load_routes([folder])


def test_the_levels_follow_the_act_and_what_is_owed() -> None:
    routes = load_routes()
    assert routes.levels("write_off", legal_classes=[PUBLIC], owed_yen=4_999_999) == (MANAGER,)
    assert routes.levels("write_off", legal_classes=[PUBLIC], owed_yen=5_000_000) == (MANAGER, BUREAU)
    assert routes.levels("claim_waiver_assembly", legal_classes=[PRIVATE], owed_yen=1)[-1] is Level.ASSEMBLY_VOTE
    assert routes.levels("telephone_call", legal_classes=[PUBLIC], owed_yen=1) == ()
    assert routes.levels("write_off", legal_classes=[], owed_yen=1) == ()


def test_only_what_falls_outside_the_office_is_recorded() -> None:
    assert [level for level in Level if level.is_recorded] == [Level.DELEGATED_DECISION, Level.ASSEMBLY_VOTE]


def test_a_municipalitys_file_replaces_the_acts_it_names_and_leaves_the_others(tmp_path: Path) -> None:
    routes = _overlaid(
        tmp_path,
        """
        document_number = "{office}発第{number}号"
        [abbreviations]
        "介護保険課" = "介護"
        [[routes]]
        acts = ["write_off"]
        legal_classes = ["private_law"]
        levels = ["recovery_office", "bureau"]
        [[routes]]
        acts = ["seizure"]
        levels = []
        """,
    )
    assert routes.levels("write_off", legal_classes=[PUBLIC, PRIVATE], owed_yen=0) == (BUREAU, Level.RECOVERY_OFFICE)
    assert routes.levels("write_off", legal_classes=[PUBLIC], owed_yen=9_999_999) == ()
    assert routes.levels("seizure", legal_classes=[PUBLIC], owed_yen=1) == ()
    assert routes.levels("collection_grace", legal_classes=[PUBLIC], owed_yen=1) == (MANAGER,)
    assert routes.number("介護保険課", count=12) == "介護発第12号"


@pytest.mark.parametrize(
    ("office", "number"), [("介護保険課", "介護保険第3号"), ("会計室", "会計第3号"), ("架空区", "架空区第3号")]
)
def test_an_office_without_an_abbreviation_signs_with_its_name(office: str, number: str) -> None:
    assert load_routes().number(office, count=3) == number


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("levels = [", "読めません"),
        ("amounts = 1", "知らない項目"),
        ('document_number = "第1号"', "文書番号の形"),
        ('[[routes]]\nacts = ["seizure"]\nlevel = []', "知らない項目"),
        ('[[routes]]\nacts = ["seizure"]\nlevels = ["king"]', "決裁の段階がありません"),
        ('[[routes]]\nacts = ["seizure"]\nlegal_classes = ["tax"]', "債権区分がありません"),
        ('[[routes]]\nacts = ["seizure"]\nfrom_yen = -1', "0以上の整数"),
        ('[[routes]]\nacts = ["seizure"]\nfrom_yen = "1"', "0以上の整数"),
        ('[[routes]]\nacts = ["seizure", "seizure"]\nlevels = ["bureau"]', "二度あります"),
    ],
)
def test_a_file_that_says_nothing_usable_is_refused_by_name(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence) as refused:
        _overlaid(tmp_path, text)
    assert "routes.toml" in refused.value.place


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="読めません"):
        load_routes([tmp_path])
