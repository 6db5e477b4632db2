"""Sharing cases out among officers (担当割): evenly by number, then by yen, always with the same answer.

The one idea: the largest case goes first, each to the officer with the fewest cases, the least yen and the earliest place, so that a list
can be explained line by line and made again. Who is fit for a case is the manager's judgement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Load:
    """What an officer has: cases and yen."""

    officer_id: int
    cases: int = 0
    yen: int = 0


@dataclass(frozen=True)
class CaseToShare:
    """A case without its officer: the file's id and what is owed."""

    file_id: int
    yen: int


@dataclass(frozen=True)
class SharedOut:
    """Who gets which file, and the loads afterwards in the order of the officers given."""

    officer_of: dict[int, int]
    loads: tuple[Load, ...]


def share_evenly(cases: Sequence[CaseToShare], loads: Sequence[Load]) -> SharedOut:
    """The cases given to these officers on top of what they have."""
    after = {load.officer_id: load for load in loads}
    place = {load.officer_id: number for number, load in enumerate(loads)}
    officer_of: dict[int, int] = {}
    for case in sorted(cases, key=lambda each: (-each.yen, each.file_id)):
        least = min(after.values(), key=lambda load: (load.cases, load.yen, place[load.officer_id]))
        officer_of[case.file_id] = least.officer_id
        after[least.officer_id] = replace(least, cases=least.cases + 1, yen=least.yen + case.yen)
    return SharedOut(officer_of, tuple(after[load.officer_id] for load in loads))
