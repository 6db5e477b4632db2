"""One line of a person's history, and the place in it at which a page ended.

The one idea: whatever was done, said, sent or paid becomes one kind of line with one order, the latest day first and of one day the latest
recorded, so several sources are merged page by page. It reads nothing itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Q

#: What a page may be narrowed to.
CATEGORIES = ("contacts", "documents", "money", "measures", "persons")


class Place(NamedTuple):
    """Where a line stands: day, recorded moment, number of the source, number within the source; a later line compares greater."""

    on: date
    recorded_at: datetime
    source: int
    number: int


@dataclass(frozen=True)
class HistoryItem:
    """`kind` is a term or an act of the catalogue, `label` its particulars in Japanese, `mode` and `result`
    are terms; `yen` money that moved.

    `taken_back` says why it does not count any more, empty where it does. `address` is the page it opens, `act_id` the act that
    may be taken back.
    """

    place: Place
    kind: str
    label: str
    by: str
    at: time | None = None
    mode: str = ""
    result: str = ""
    yen: int | None = None
    claim_count: int = 0
    claim_id: int | None = None
    next_on: date | None = None
    note: str = ""
    document_number: str = ""
    taken_back: str = ""
    is_taken_back: bool = False
    is_automatic: bool = False
    address: str = ""
    act_id: int | None = None


@dataclass(frozen=True)
class Asked:
    """What a page of history asks of each source: whose, which claims, lines before a place (None: from the latest), at most so many.

    `category` narrows it to one of CATEGORIES, empty to nothing; `is_hidden` says that protection hides places of the person.
    """

    numbers: tuple[int, ...]
    claim_ids: tuple[int, ...]
    sees_every_office: bool
    offices: frozenset[int]
    before: Place | None
    most: int
    category: str = ""
    is_hidden: bool = False

    def earlier(self, source: int, *, day: str = "on", moment: str = "recorded_at", number: str = "pk") -> Q:
        """What lies before the place, by the names of a source's columns; everything when the page begins at the latest."""
        place = self.before
        if place is None:
            return Q()
        same = {day: place.on, moment: place.recorded_at}
        before = Q(**{f"{day}__lt": place.on}) | Q(**{day: place.on, f"{moment}__lt": place.recorded_at})
        if source > place.source:
            return before
        return before | (Q(**same) if source < place.source else Q(**same, **{f"{number}__lt": place.number}))


#: Gives at most `most` lines of one source before the place, in the order of their places from the latest.
Source = Callable[[Asked, int], list[HistoryItem]]
