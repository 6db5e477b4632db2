"""Everything that the screen of a person shows, gathered in one pass.

The one idea: the person, the claims, what runs and the history are asked once each within the scope, and the page, its parts and the
answers to its forms are laid out from the same gathering. It writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.timezone import localdate, now

from saiken.domain.person.mark import MarkKind, load_mark_kinds
from saiken.domain.person.promise import Followed
from saiken.register.queries.person import Person, demand_seen, person, rows_of
from saiken.register.queries.person_history import CATEGORIES, History, history_of
from saiken.register.queries.person_owed import Owed, charged, owed
from saiken.register.queries.person_parties import PartyLine, parties
from saiken.register.queries.promises import promises_of
from saiken.register.queries.protection import Guard, guard_of
from saiken.register.queries.running import RunningItem, running_of
from saiken.register.queries.scope import Scope
from saiken.web.context import context_of
from saiken.web.obligor.acts_menu import menu_of
from saiken.web.obligor.place import read, written
from saiken.web.permissions import may_release_to_oneself
from saiken.web.scope import scope as scope_of

#: Open claims shown at first, and those whose charge is computed at once.
MOST_SHOWN, MOST_CHARGED = 40, 20


@dataclass(frozen=True)
class Seen:
    """A person whom the viewer may see, with the claims in scope; what the parts of the page are asked by."""

    person: Person
    owed: Owed
    scope: Scope
    guard: Guard | None
    on: date

    @property
    def age(self) -> int | None:
        """Full years today, until the death."""
        return self.person.age(self.on)


def seen(request: HttpRequest, obligor_id: int) -> Seen:
    """The person, under whichever number they are asked for; raises InvalidInput when there is none or no claim in scope."""
    asking, on = scope_of(request, purpose="obligor"), localdate()
    rows = rows_of(obligor_id)
    numbers = [row.pk for row in rows]
    shows_all = request.GET.get("claims") == "all"
    found = owed(numbers, scope=asking, on=on, most_shown=1_000_000 if shows_all else MOST_SHOWN)
    if not found.claim_ids:
        demand_seen(numbers, asking)
    guard = guard_of(rows[0].pk, by=asking.by, at=now()) if any(row.protected for row in rows) else None
    known = person(
        rows, scope=asking, classes=found.classes, on=on, released=guard is not None and guard.release is not None
    )
    return Seen(known, found, asking, guard, on)


def page_of(request: HttpRequest, found: Seen) -> dict[str, object]:
    """What the whole page is laid out from."""
    charges = found.owed.shown if request.GET.get("charges") == "all" else MOST_CHARGED
    return {
        "seen": found,
        "guard": found.guard,
        "may_open": found.guard is not None and may_release_to_oneself(request),
        "person": found.person,
        "owed": charged(found.owed, on=found.on, lawbook=context_of(request).lawbook, most=charges),
        "parties": parties_of(found),
        "running": running(found),
        "promises": promises(found),
        "mark_kinds": _mark_kinds(),
        "menu": menu_of(found.person.kept.obligor_id, found.owed.classes),
        **history_part(request, found),
    }


def running(found: Seen) -> tuple[RunningItem, ...]:
    """What runs about the person."""
    return running_of(found.person.numbers, found.scope, on=found.on, claim_ids=found.owed.claim_ids)


def promises(found: Seen) -> tuple[Followed, ...]:
    """The promises to pay, the latest due first."""
    return promises_of(found.person.numbers, on=found.on)


def history_part(request: HttpRequest, found: Seen) -> dict[str, object]:
    """A page of the history as the address narrows it."""
    chosen = request.GET.get("history", "")
    category, before = chosen if chosen in CATEGORIES else "", read(request.GET.get("before", ""))
    page: History = history_of(
        found.person.numbers, found.owed.claim_ids, scope=found.scope, category=category, before=before
    )
    return {
        "history": page,
        "history_next": written(page.next_place),
        "category": category,
        "categories": CATEGORIES,
        "is_later_page": before is not None,
    }


def parties_of(found: Seen) -> tuple[PartyLine, ...]:
    """Those who answer beside the person."""
    return parties(found.person.numbers, found.owed.claim_ids)


def _mark_kinds() -> Mapping[str, MarkKind]:
    return {kind.id: kind for kind in load_mark_kinds()}
