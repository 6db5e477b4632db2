"""The repository as a whole: nothing private, nothing huge, no other host, every dependency with its reason.

The one idea: what leaves this repository can be shown to anyone and works without asking anyone.
"""

import re
import tomllib

import pytest

from tests.support.personal_numbers import looks_like_a_personal_number, personal_numbers_in
from tests.support.source_tree import ROOT, repository_files

LARGEST_BYTES = 1_000_000
#: Hashes of packages: long digits that name nobody.
NUMERIC_FILES = {"uv.lock"}
NAMESPACES = ("http://www.w3.org/",)
OTHER_HOST = re.compile(r"""(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'<>)]*""", re.IGNORECASE)


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def test_nothing_large_is_kept() -> None:
    assert [path for path in repository_files() if (ROOT / path).stat().st_size > LARGEST_BYTES] == []


def test_nothing_looks_like_a_personal_number() -> None:
    found = {path: personal_numbers_in(_text(path)) for path in repository_files() if path not in NUMERIC_FILES}
    assert {path: numbers for path, numbers in found.items() if numbers} == {}


@pytest.mark.parametrize(("eleven", "check_digit"), [("12345678901", 8), ("00000000000", 0), ("98765432109", 3)])
def test_the_check_digit_of_a_personal_number_is_recognised(eleven: str, check_digit: int) -> None:
    valid = [digit for digit in range(10) if looks_like_a_personal_number(f"{eleven}{digit}")]
    assert valid == [check_digit]


def test_screens_name_no_other_host() -> None:
    screens = [path for path in repository_files() if path.startswith("saiken/web/")]
    named = [(path, url) for path in screens for url in OTHER_HOST.findall(_text(path))]
    assert [found for found in named if not found[1].startswith(NAMESPACES)] == []


def _dependency_lines() -> list[str]:
    """The lines of pyproject.toml that ask for a package."""
    asks = re.compile(r'\s+"[a-z0-9-]+(\[[a-z]+\])?[=><~]')
    return [line for line in _text("pyproject.toml").splitlines() if asks.match(line)]


def test_every_dependency_has_its_reason_beside_it() -> None:
    bare = [line.strip() for line in _dependency_lines() if len(line.partition("#")[2].split()) < 2]
    assert bare == []


def test_every_dependency_stands_on_a_line_of_its_own() -> None:
    written = tomllib.loads(_text("pyproject.toml"))
    groups = [written["project"]["dependencies"], *written["dependency-groups"].values()]
    assert len(_dependency_lines()) == sum(len(group) for group in groups)
