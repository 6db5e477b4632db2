"""Settings from the environment: what is read, and with which sentence a wrong one stops the start.

The one idea: the functions are given variables, not the settings module, which is read once per process.
"""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from saiken.config.environment import database_from_url, flag, home, secret_key, words


def test_without_an_address_the_register_is_a_file_in_var(tmp_path: Path) -> None:
    settings = database_from_url("", default_path=tmp_path / "var" / "saiken.sqlite3")
    assert settings["NAME"] == str(tmp_path / "var" / "saiken.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "foreign_keys=ON" in settings["OPTIONS"]["init_command"]
    assert (tmp_path / "var").is_dir()


def test_a_path_is_a_sqlite_file(tmp_path: Path) -> None:
    settings = database_from_url(str(tmp_path / "a.sqlite3"), default_path=tmp_path)
    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.sqlite3", str(tmp_path / "a.sqlite3"))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p%40ss@db:6432/saiken", ("saiken", "u", "p@ss", "db", "6432", {})),
        (
            "postgres://u@/saiken?host=/run/pg&sslmode=require",
            ("saiken", "u", "", "/run/pg", "", {"sslmode": "require"}),
        ),
    ],
)
def test_a_postgresql_address_is_taken_apart(url: str, expected: tuple[object, ...], tmp_path: Path) -> None:
    found = database_from_url(url, default_path=tmp_path)
    assert tuple(found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")) == expected


@pytest.mark.parametrize("url", ["mysql://u@h/x", "postgresql://u@h/"])
def test_an_address_that_cannot_be_used_names_the_variable(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="SAIKEN_DATABASE_URL"):
        database_from_url(url, default_path=tmp_path)


def test_the_secret_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret-key"
    key = secret_key(path)
    assert len(key) > 50
    assert secret_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("text", "value"), [("1", True), ("yes", True), ("0", False), ("", False), ("Off", False)])
def test_flags(text: str, value: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIKEN_DEBUG", text)
    assert flag("SAIKEN_DEBUG") is value


def test_a_flag_that_is_neither_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIKEN_DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="SAIKEN_DEBUG"):
        flag("SAIKEN_DEBUG")


def test_lists_stand_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIKEN_ALLOWED_HOSTS", " a.example , ,b.example")
    assert words("SAIKEN_ALLOWED_HOSTS") == ["a.example", "b.example"]


def test_home_is_chosen_or_the_checkout_or_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAIKEN_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert home(tmp_path / "site-packages") == tmp_path
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / "pyproject.toml").touch()
    assert home(tmp_path / "checkout") == tmp_path / "checkout"
    monkeypatch.setenv("SAIKEN_HOME", str(tmp_path / "chosen"))
    assert home(tmp_path / "checkout") == tmp_path / "chosen"
