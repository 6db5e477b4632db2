"""One thing that runs about a person: a plan, a seizure, a court procedure, a draft that waits for its decision.

The one idea: whatever keeps a thing running, the person's page shows it in one kind of line; who finds it is `queries.running`. It reads
nothing itself.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class RunningItem:
    """`kind` is a term of the glossary, `label` the particulars in Japanese (how many claims, how much, the document's number).

    `since_on` is its first day, `until_on` the last day it is to last, `next_on` the day on which somebody must look at it again (None:
    not known). `address` is the page it opens, from the root of the site (`/claims/3/`), empty where there is none.
    """

    kind: str
    label: str
    since_on: date
    until_on: date | None = None
    next_on: date | None = None
    address: str = ""

    @property
    def order(self) -> tuple[date, date]:
        """What must be looked at first stands first."""
        return self.next_on or self.until_on or date.max, self.since_on


class Finder(Protocol):
    """Finds what runs about the persons (one person under one or several numbers), as far as the scope sees it, on a day."""

    def __call__(self, obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
        """The lines, in any order."""
        ...
