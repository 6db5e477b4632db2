"""Sees that the system parts saiken uses are there: fonts, browser, PostgreSQL, LibreOffice, poppler.

The one idea: a part is present when its files are, however they came; only what is missing is installed, and what
cannot be installed is listed with the command that would. Standard library only. Arguments: names of needs (none: all).
"""

import ctypes
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import system_packages

FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
SOFFICE = ("/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/usr/lib64/libreoffice/program")


@dataclass(frozen=True)
class Need:
    """One part: what it is for, the Debian packages that bring it, and how to see that it is there."""

    purpose: str
    packages: tuple[str, ...]
    is_present: Callable[[], bool]


def _font(pattern: str) -> bool:
    return any(next(folder.rglob(pattern), None) for folder in FONTS if folder.is_dir())


def _programs(*names: str) -> bool:
    return all(shutil.which(name) for name in names)


def _library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _postgres() -> bool:
    return any(int(found.parts[-3]) >= 15 for found in Path("/usr/lib/postgresql").glob("[0-9]*/bin/initdb"))


def _calc() -> bool:
    return _programs("soffice") and any(Path(folder, "libsclo.so").exists() for folder in SOFFICE)


NEEDS = {
    "fonts": Need(
        "the Japanese typefaces of screens and papers",
        ("fonts-morisawa-bizud-gothic", "fonts-noto-cjk"),
        lambda: _font("BIZUDGothic*.ttf") and _font("NotoSansCJK*"),
    ),
    # libatomic is for the program that steers the browser; a Debian of the least size lacks it.
    "browser": Need(
        "tests in a real browser",
        ("chromium", "libatomic1"),
        lambda: _programs("chromium") and _library("libatomic.so.1"),
    ),
    "postgres": Need("tests on a real PostgreSQL server (15 or later)", ("postgresql",), _postgres),
    "office": Need("tests that recalculate workbooks in LibreOffice Calc", ("libreoffice-calc",), _calc),
    "poppler": Need(
        "tests that look at PDF papers", ("poppler-utils",), lambda: _programs("pdftotext", "pdftoppm", "pdffonts")
    ),
}


def missing(names: Sequence[str]) -> list[str]:
    """Of the named needs, those that are not on this machine."""
    return [name for name in names if not NEEDS[name].is_present()]


def provide(names: Sequence[str]) -> bool:
    """Install what is missing of the named needs; True when all of them are present in the end."""
    absent = missing(names)
    packages = [package for name in absent for package in NEEDS[name].packages]
    if absent and system_packages.refusal() is None:
        print(f"[ .. ] installing {' '.join(packages)} (this can take minutes)", flush=True)
        system_packages.install(packages)
        absent = missing(absent)
    for name in absent:
        print(f"[fail] {name}: missing; needed for {NEEDS[name].purpose}", file=sys.stderr)
    if absent:
        reason = system_packages.refusal() or "apt-get did not succeed"
        wanted = " ".join(package for name in absent for package in NEEDS[name].packages)
        print(f"       {reason}. Ask an administrator for: apt-get install {wanted}", file=sys.stderr)
    return not absent


def main(arguments: Sequence[str]) -> int:
    """Provide the named needs, or all; 0 when they are there, 1 when some are not, 2 for a wrong name."""
    unknown = [name for name in arguments if name not in NEEDS]
    if unknown:
        print(f"unknown: {' '.join(unknown)}; known: {' '.join(NEEDS)}", file=sys.stderr)
        return 2
    names = list(arguments) or list(NEEDS)
    if not provide(names):
        return 1
    print(f"[ ok ] system parts: {', '.join(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
