"""Upkeep by the command line: tables, first administrator, backup, each on a register of its own.

The one idea: the console script is run as an administrator would, in a process of its own, so nothing of the tests' database
helps it.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

SAIKEN = Path(sys.executable).with_name("saiken")
PASSWORD = "asagao-no-tane-7\n"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an installation, its register prepared."""
    home = tmp_path_factory.mktemp("prepared")
    ended = _saiken(home, "register", "prepare", "--json")
    assert ended.returncode == 0, ended.stderr
    assert "register.0001_initial" in json.loads(ended.stdout)["applied"]
    return home


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(prepared, tmp_path / "home")


def _saiken(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: text for key, text in os.environ.items() if not key.startswith("SAIKEN_")}
    return subprocess.run(
        [SAIKEN, *arguments],
        env=environment | {"SAIKEN_HOME": str(home)}, input=typed, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as connection:
        return connection.execute(query).fetchall()


def test_preparing_twice_does_nothing_the_second_time(home: Path) -> None:
    again = _saiken(home, "register", "prepare", "--json")
    assert (again.returncode, json.loads(again.stdout)) == (0, {"applied": []})


def test_the_first_administrator_has_login_role_and_audit_rows(home: Path) -> None:
    ended = _saiken(
        home, "register", "add-administrator", "kanri", "--name", "管理花子", "--by", "root", typed=PASSWORD
    )
    assert ended.returncode == 0, ended.stderr
    register = home / "var" / "saiken.sqlite3"
    assert _rows(register, "select username, display_name, is_active from register_user") == [("kanri", "管理花子", 1)]
    assert _rows(register, "select role from register_officerole") == [("administrator",)]
    audited = _rows(register, 'select action, "by" from register_auditrow order by id')
    assert {by for _, by in audited} == {"root"}
    assert ("add_administrator", "root") in audited
    assert PASSWORD.strip() not in ended.stdout + ended.stderr + str(_rows(register, "select * from register_auditrow"))


def test_a_second_administrator_joins_the_same_office(home: Path) -> None:
    for username in ("kanri", "kanri2"):
        _saiken(home, "register", "add-administrator", username, "--name", "管理", typed=PASSWORD)
    register = home / "var" / "saiken.sqlite3"
    assert _rows(register, "select count(*), count(distinct office_id) from register_officerole") == [(2, 1)]


@pytest.mark.parametrize(("password", "exit_code"), [("short\n", 2), ("", 2)])
def test_a_weak_password_makes_nobody(home: Path, password: str, exit_code: int) -> None:
    ended = _saiken(home, "register", "add-administrator", "kanri", "--name", "管理花子", typed=password)
    assert (ended.returncode, ended.stdout) == (exit_code, "")
    assert "パスワード" in ended.stderr
    assert _rows(home / "var" / "saiken.sqlite3", "select count(*) from register_user") == [(0,)]


def test_a_name_already_taken_is_refused(home: Path) -> None:
    for exit_code in (0, 3):
        ended = _saiken(home, "register", "add-administrator", "kanri", "--name", "管理花子", typed=PASSWORD)
        assert ended.returncode == exit_code


def test_a_backup_is_a_register_with_the_same_rows(home: Path) -> None:
    _saiken(home, "register", "add-administrator", "kanri", "--name", "管理花子", typed=PASSWORD)
    copy = home / "copy.sqlite3"
    ended = _saiken(home, "register", "backup", str(copy), "--json")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {"file": str(copy), "bytes": copy.stat().st_size}
    assert _rows(copy, "select username from register_user") == [("kanri",)]
    assert list(home.glob("*.part")) == []


def test_a_backup_overwrites_nothing(home: Path) -> None:
    kept = home / "kept"
    kept.write_text("something else")
    ended = _saiken(home, "register", "backup", str(kept))
    assert (ended.returncode, kept.read_text()) == (2, "something else")
    assert "同じ名前のファイルがあります" in ended.stderr
