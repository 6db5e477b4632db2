"""Builds the locked Python environment of a checkout from a bare machine: system Python → uv in `.boot` → `.venv`.

The one idea: uv's version, addresses and hashes come from `uv.lock` like every other package, so nothing is trusted
that is not locked. Standard library only, Python ≥ 3.11; of system parts it installs python3-venv alone. `--group NAME`
adds a dependency group.
"""

import hashlib
import importlib.util
import io
import os
import platform
import re
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tools import system_packages

ROOT = Path(__file__).resolve().parent.parent

BOOT = ROOT / ".boot"
UV = BOOT / "bin" / "uv"
LOCK = ROOT / "uv.lock"
FETCH_TIMEOUT_SECONDS = 60


class SetUpFailed(Exception):
    """The environment cannot be built; the text says why and what would help."""


def tell(sentence: str) -> None:
    """One line on what is happening."""
    print(f"[ .. ] {sentence}", flush=True)


def locked_version() -> str:
    """The version of uv in the lock file, without parsing all of it (this runs at every `make`)."""
    found = re.search(r'^name = "uv"\nversion = "([^"]+)"', LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise SetUpFailed("uv.lock does not lock uv itself (dependency group `boot`)")
    return found[1]


def locked_wheels() -> list[dict[str, Any]]:
    """The wheels of uv in the lock file: url, hash (sha256:…), size."""
    packages = tomllib.loads(LOCK.read_text(encoding="utf-8"))["package"]
    wheels: list[dict[str, Any]] = next(package["wheels"] for package in packages if package["name"] == "uv")
    return wheels


def has_uv(version: str) -> bool:
    """Whether `.boot` holds that version of uv and it runs."""
    try:
        said = subprocess.run([UV, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return said.split()[1:2] == [version]


def can_make_venv() -> bool:
    """Whether this Python can make a virtual environment with pip (Debian ships that part apart, as python3-venv)."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def is_system_python() -> bool:
    """Whether the running Python is the one that Debian's packages extend."""
    return Path(sys.executable).resolve().parent == Path("/usr/bin")


def ensure_venv_module() -> bool:
    """Install Debian's python3-venv if this Python lacks it and this machine permits it."""
    if can_make_venv():
        return True
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not is_system_python() or system_packages.refusal() is not None:
        return False
    tell(f"installing {package}")
    return system_packages.install([package]) and can_make_venv()


def uv_by_venv(version: str) -> bool:
    """Make `.boot` a virtual environment and install uv into it with pip, by the hashes of the lock."""
    tell(f"installing uv {version} into .boot with pip")
    hashes = [f"--hash={wheel['hash']}" for wheel in locked_wheels()]
    wanted = BOOT / "uv.txt"
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", BOOT], check=True, capture_output=True, text=True)
        wanted.write_text(" \\\n  ".join([f"uv=={version}", *hashes]) + "\n", encoding="utf-8")
        pip = [str(BOOT / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        asked: list[str | Path] = [*pip, "--only-binary=:all:", "--require-hashes", "-r", wanted]
        subprocess.run(asked, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as problem:
        print(f"       not by pip: {(problem.stderr or problem.stdout).strip()[-500:]}", file=sys.stderr)
        return False
    return has_uv(version)


def wheel_tags() -> Iterator[str]:
    """The parts of a wheel's name that fit this machine, best first."""
    machine = platform.machine()
    if sys.platform == "darwin":
        yield f"macosx_11_0_{machine}"
        yield f"macosx_10_12_{machine}"
    elif platform.libc_ver()[0] == "glibc":
        yield f"manylinux_2_17_{machine}"
        yield f"manylinux_2_28_{machine}"
    else:
        yield f"musllinux_1_1_{machine}"


def fitting_wheel() -> dict[str, Any]:
    """The locked wheel of uv for this machine."""
    wheels = locked_wheels()
    for tag in wheel_tags():
        for wheel in wheels:
            if tag in wheel["url"].rsplit("/", 1)[1]:
                return wheel
    raise SetUpFailed(f"uv has no wheel for {sys.platform} on {platform.machine()}")


def fetch(url: str) -> bytes:
    """The bytes at a URL of the lock file; a proxy and certificates of the environment are respected."""
    try:
        with urllib.request.urlopen(url, timeout=FETCH_TIMEOUT_SECONDS) as answer:
            content: bytes = answer.read()
    except (urllib.error.URLError, TimeoutError) as problem:
        raise SetUpFailed(
            f"uv could not be fetched ({problem}). Is the Python package index reachable from here? "
            "Behind a proxy set HTTPS_PROXY; else install python3-venv and a pip mirror, then run again."
        ) from problem
    return content


def uv_by_wheel(version: str) -> None:
    """Fetch uv's wheel, prove it by the locked hash, and unpack its program into `.boot/bin`."""
    wheel = fitting_wheel()
    tell(f"fetching uv {version} ({wheel['size'] // 1_000_000} MB)")
    content = fetch(wheel["url"])
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != wheel["hash"]:
        raise SetUpFailed("the uv that was fetched is not the one in uv.lock (its sha256 differs)")
    program = zipfile.ZipFile(io.BytesIO(content)).read(f"uv-{version}.data/scripts/uv")
    UV.parent.mkdir(parents=True, exist_ok=True)
    unfinished = UV.with_name("uv.part")
    unfinished.write_bytes(program)
    unfinished.chmod(0o755)
    unfinished.replace(UV)
    if not has_uv(version):
        raise SetUpFailed("uv was unpacked into .boot/bin but does not run on this machine")


def ensure_uv() -> None:
    """Have the locked uv in `.boot`, by pip where a virtual environment can be made, else by its wheel."""
    version = locked_version()
    if has_uv(version):
        return
    if not (ensure_venv_module() and uv_by_venv(version)):
        uv_by_wheel(version)


def environment_python() -> list[str]:
    """Which Python `.venv` is to be built on: the running one, unless `.venv` already works."""
    present = ROOT / ".venv" / "bin" / "python"
    works = present.exists() and subprocess.run([present, "-c", ""], capture_output=True, check=False).returncode == 0
    return [] if works else ["--python", sys.executable]


def sync(groups: Sequence[str]) -> None:
    """Bring `.venv` to what uv.lock says, with the given extra groups; groups added before stay."""
    # An office's proxy is trusted by the system's certificates, not by those inside uv.
    settings = {"UV_PYTHON_DOWNLOADS": "never", "UV_PYTHON_PREFERENCE": "only-system", "UV_SYSTEM_CERTS": "1"}
    other_places = ("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")
    inherited = {name: value for name, value in os.environ.items() if name not in other_places}
    command = [
        str(UV),
        "sync",
        "--frozen",
        "--inexact",
        *environment_python(),
        *(f"--group={group}" for group in groups),
    ]
    if not sys.stderr.isatty():
        command.append("--quiet")
    done = subprocess.run(command, cwd=ROOT, env=inherited | settings, check=False)
    if done.returncode != 0:
        raise SetUpFailed("uv could not build .venv (its message is above)")


def main(arguments: Sequence[str]) -> int:
    """Build or check the environment; 0 when it stands."""
    groups = [argument for argument in arguments if argument != "--group"]
    try:
        ensure_uv()
        if not (ROOT / ".venv").exists():
            tell("building .venv from uv.lock")
        sync(groups)
    except SetUpFailed as problem:
        print(f"[fail] {problem}", file=sys.stderr)
        return 1
    print(f"[ ok ] environment: .venv, as uv.lock says{''.join(f' (+{group})' for group in groups)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
