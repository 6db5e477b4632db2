"""Installing by apt: asked once, lists refreshed only when that failed, never a question, plain refusal.

The one idea: a stand-in apt-get on the path writes down how it was called; the real one would change the machine.
"""

from pathlib import Path

import pytest

from tools import system_packages


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in apt-get that knows a package only after an update; returns the file of its calls."""
    calls = tmp_path / "calls"
    program = tmp_path / "apt-get"
    program.write_text(
        "#!/bin/sh\n"
        f'echo "$DEBIAN_FRONTEND $*" >> {calls}\n'
        f'case "$*" in *update*) touch {tmp_path}/fresh;; *known*) exit 0;; *) test -e {tmp_path}/fresh;; esac\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(system_packages, "privilege", list)
    return calls


def test_a_known_package_is_installed_without_refreshing_the_lists(apt: Path) -> None:
    assert system_packages.install(["known"])
    assert apt.read_text().splitlines() == ["noninteractive -y -qq install --no-install-recommends known"]


def test_the_lists_are_refreshed_once_when_a_package_is_not_found(apt: Path) -> None:
    assert system_packages.install(["unheard-of"])
    asked = [line.split()[3] for line in apt.read_text().splitlines()]
    assert asked == ["install", "update", "install"]


def test_without_rights_nothing_is_asked(apt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "privilege", lambda: None)
    assert not system_packages.install(["known"])
    assert not apt.exists()
    assert system_packages.refusal() == "neither root nor sudo without a password is available"


def test_a_machine_without_apt_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system_packages, "privilege", list)
    assert system_packages.refusal() == "this machine has no apt-get"
    assert not system_packages.install(["known"])
