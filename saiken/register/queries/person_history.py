"""Everything that happened with a person, newest first, page by page: acts, letters and other events, money.

The one idea: each source gives its next lines before a place in the same order, and the page is the first of them all, so any depth costs
the same. Another part of the register adds its source to SOURCES.
"""

from dataclasses import dataclass

from saiken.register.models import Act, Investigation, Property
from saiken.register.queries.hidden_places import hidden_from
from saiken.register.queries.history_acts import history_acts
from saiken.register.queries.history_assets import history_answers, history_properties
from saiken.register.queries.history_entries import history_entries
from saiken.register.queries.history_events import history_events
from saiken.register.queries.history_item import CATEGORIES, Asked, HistoryItem, Place, Source
from saiken.register.queries.history_persons import history_persons
from saiken.register.queries.scope import Scope
from saiken.register.queries.trails import Trail, found_trails

__all__ = ["CATEGORIES", "SOURCES", "History", "HistoryItem", "Place", "history_of"]

PAGE_SIZE = 40

#: In the order in which lines of one moment stand; a line's place names its source by the number here, so add at the end.
SOURCES: list[Source] = [
    history_entries,
    history_events,
    history_acts,
    history_answers,
    history_properties,
    history_persons,
]

#: Sources that find nothing where the person does not stand here.
_TRAILS = {
    history_acts: Trail(Act, "obligor"),
    history_answers: Trail(Investigation, "obligor"),
    history_properties: Trail(Property, "obligor"),
}


@dataclass(frozen=True)
class History:
    """A page of lines; `next_place` continues it, None at the end."""

    items: tuple[HistoryItem, ...]
    next_place: Place | None


def history_of(
    numbers: tuple[int, ...],
    claim_ids: tuple[int, ...],
    *,
    scope: Scope,
    category: str = "",
    before: Place | None = None,
) -> History:
    """The page before a place; `claim_ids` are the person's claims that the scope sees."""
    asked = Asked(
        numbers=numbers,
        claim_ids=claim_ids,
        sees_every_office=scope.offices is None,
        offices=scope.offices or frozenset(),
        before=before,
        most=PAGE_SIZE + 1,
        category=category,
        is_hidden=bool(hidden_from(scope.by, numbers)),
    )
    trails = found_trails(_TRAILS.values(), numbers=numbers)
    asking = [(n, source) for n, source in enumerate(SOURCES) if source not in _TRAILS or _TRAILS[source] in trails]
    found = [item for number, source in asking for item in source(asked, number)]
    ordered = sorted(found, key=lambda item: item.place, reverse=True)
    shown = ordered[:PAGE_SIZE]
    return History(tuple(shown), shown[-1].place if len(ordered) > PAGE_SIZE else None)
