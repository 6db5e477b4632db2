"""The persons whom browser tests write about: nobody belongs to two test files, and no file goes to another's person.

The one idea: the table in tests/web/persons.py is held against what the test files say, so it cannot be passed by unseen. That a person who
is only looked at stays as they were is not told here: whoever writes a test that changes one adds the person to the table.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.support.source_tree import ROOT
from tests.web.persons import OWNED, RESERVED

FILES = sorted(Path(ROOT, "tests", "web").glob("test_*.py"))
_PAGE = re.compile(r"/obligors/(\d+)/")


def _named(path: Path) -> Iterator[tuple[int, str]]:
    """Number and file of every person whose page the file names."""
    for number in sorted({int(number) for number in _PAGE.findall(path.read_text(encoding="utf-8"))}):
        yield number, path.stem


def test_nobody_belongs_to_two() -> None:
    owned = [*chain.from_iterable(OWNED.values()), *RESERVED.values()]
    assert sorted(owned) == sorted(set(owned))
    assert set(OWNED) <= {path.stem for path in FILES}


def test_no_file_goes_to_anothers_person() -> None:
    owners = {number: name for name, numbers in OWNED.items() for number in numbers}
    owners |= dict.fromkeys(RESERVED.values(), "tests/web/persons.py")
    named = chain.from_iterable(map(_named, FILES))
    assert [(name, number) for number, name in named if owners.get(number, name) != name] == []


def test_every_person_made_for_a_test_is_used_by_one_file() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
    users = {use: [name for name, text in texts.items() if re.search(f"[\"']{use}[\"']", text)] for use in RESERVED}
    assert {use: names for use, names in users.items() if len(names) != 1} == {}
