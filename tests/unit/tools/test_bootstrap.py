"""The set-up scripts' decisions that need no network: what is locked, which wheel fits, what is refused."""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tools import bootstrap, system_packages, system_parts


@pytest.fixture
def empty_boot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without `.boot`."""
    program = tmp_path / "bin" / "uv"
    monkeypatch.setattr(bootstrap, "BOOT", tmp_path)
    monkeypatch.setattr(bootstrap, "UV", program)
    return program


def _wheel(program: str) -> bytes:
    """A wheel of uv that holds this shell program."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wheel:
        wheel.writestr(f"uv-{bootstrap.locked_version()}.data/scripts/uv", program)
    return packed.getvalue()


def _serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, content: bytes, sha256: str) -> None:
    """Make the locked wheel one that lies in a file."""
    stored = tmp_path / "uv.whl"
    stored.write_bytes(content)
    wheel: dict[str, Any] = {"url": stored.as_uri(), "hash": f"sha256:{sha256}", "size": len(content)}
    monkeypatch.setattr(bootstrap, "fitting_wheel", lambda: wheel)


def test_uv_itself_is_locked_with_a_wheel_for_this_machine() -> None:
    wheel = bootstrap.fitting_wheel()
    assert f"/uv-{bootstrap.locked_version()}-" in wheel["url"]
    assert wheel["hash"].startswith("sha256:")


def test_a_proven_wheel_becomes_a_program_that_runs(
    empty_boot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = bootstrap.locked_version()
    content = _wheel(f"#!/bin/sh\necho uv {version}\n")
    _serve(monkeypatch, tmp_path, content=content, sha256=hashlib.sha256(content).hexdigest())
    assert not bootstrap.has_uv(version)
    bootstrap.uv_by_wheel(version)
    assert bootstrap.has_uv(version)
    assert not bootstrap.has_uv("0.0.1")


def test_a_wheel_with_another_hash_is_refused_and_leaves_nothing(
    empty_boot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _serve(monkeypatch, tmp_path, content=_wheel("#!/bin/sh\n"), sha256="0" * 64)
    with pytest.raises(bootstrap.SetUpFailed, match="sha256 differs"):
        bootstrap.uv_by_wheel(bootstrap.locked_version())
    assert not empty_boot.exists()


def test_an_unreachable_index_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(bootstrap.SetUpFailed, match="could not be fetched .* HTTPS_PROXY"):
        bootstrap.fetch((tmp_path / "absent.whl").as_uri())


def test_an_unsupported_machine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.platform, "machine", lambda: "vax")
    with pytest.raises(bootstrap.SetUpFailed, match="no wheel for .* vax"):
        bootstrap.fitting_wheel()


def test_a_missing_part_is_listed_with_its_purpose_and_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = system_parts.Need("the tests of this test", ("no-such-package",), lambda: False)
    monkeypatch.setitem(system_parts.NEEDS, "absent", absent)
    monkeypatch.setattr(system_packages, "privilege", lambda: None)
    assert system_parts.main(["absent"]) == 1
    said = capsys.readouterr().err
    assert "absent: missing; needed for the tests of this test" in said
    assert "apt-get install no-such-package" in said


def test_a_present_part_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(system_parts.NEEDS, "present", system_parts.Need("nothing", ("no-such-package",), lambda: True))
    monkeypatch.setattr(system_packages, "install", lambda _packages: pytest.fail("asked apt for nothing missing"))
    assert system_parts.main(["present"]) == 0


def test_a_wrong_name_of_a_part_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_parts.main(["brwoser"]) == 2
    assert "browser" in capsys.readouterr().err
