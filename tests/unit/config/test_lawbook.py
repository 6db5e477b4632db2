"""The law book in force: the package's, with the folders of SAIKEN_LAW over it.

The one idea: the variable is read when a command asks, so a test may set it.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from saiken.config.lawbook import lawbook, overlays
from saiken.law.errors import LawBookFault
from tests.support.command_line import run_saiken

OWN_RATE = """
[[parameters]]
id = "late_charge_grace"
title = "猶予特例基準割合"
unit = "percent"

[[parameters.values]]
from = 2000-01-01
value = "1.1"
cites = ["local_tax_act/s3-2/3"]
source = "試験"
verified = true
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own" / "parameters").mkdir(parents=True)
    (tmp_path / "own" / "parameters" / "grace.toml").write_text(OWN_RATE, encoding="utf-8")
    return tmp_path / "own"


def test_without_the_variable_the_packages_law_is_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAIKEN_LAW", raising=False)
    assert overlays() == ()
    assert lawbook() is lawbook()


def test_folders_stand_between_path_separators_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    monkeypatch.setenv("SAIKEN_LAW", os.pathsep.join([f"{tmp_path}/a", "", f"{tmp_path}/b"]))
    assert overlays() == (tmp_path / "a", tmp_path / "b")


def test_a_municipalitys_rate_is_in_force_and_changes_the_hash(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package_hash = lawbook().hash
    monkeypatch.setenv("SAIKEN_LAW", str(own))
    assert str(lawbook().value("late_charge_grace", on=date(2030, 1, 1)).number) == "11/10"
    assert lawbook().hash != package_hash


def test_a_command_answers_by_the_municipalitys_law(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIKEN_LAW", str(own))
    finished = run_saiken("law", "rate", "late-charge-grace", "--on", "2030-01-01", "--json")
    assert json.loads(finished.stdout)["rate"] == "1.1%"


def test_a_folder_that_is_missing_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIKEN_LAW", str(tmp_path / "nowhere"))
    with pytest.raises(LawBookFault, match="SAIKEN_LAW.*nowhere"):
        lawbook()


def test_a_broken_file_ends_a_command_as_bad_input(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "parameters" / "grace.toml").write_text("[[parameters", encoding="utf-8")
    monkeypatch.setenv("SAIKEN_LAW", str(own))
    finished = run_saiken("law", "rate", "late-charge-grace", "--on", "2030-01-01")
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert "parameters/grace.toml" in finished.stderr
