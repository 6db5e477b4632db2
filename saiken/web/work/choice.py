"""What a worklist's address asks for: the filter, its order, the place where the page begins.

The one idea: an address is the whole condition, so it can be saved, shared and gone back to; offices outside the scope are never asked for.
A typed number that cannot be read finds nobody: left out unseen, it would let an act fall on everybody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate

from saiken.register.queries.scope import Scope
from saiken.register.queries.work_filter import WorkFilter
from saiken.register.queries.work_lines import Place
from saiken.register.queries.work_offices import Reach, WorkOffice, WorkOfficer, reach
from saiken.web.components.parameters import number_of, whole
from saiken.web.permissions import viewer
from saiken.web.scope import own as own_of
from saiken.web.scope import scope as scope_of

#: The names of the conditions in an address, as they are saved.
NAMES = (
    "office",
    "officer",
    "receivable",
    "year",
    "state",
    "from_yen",
    "to_yen",
    "days",
    "mark",
    "held",
    "new",
    "sort",
    "untouched",
    "next_by",
    "on",
    "search",
)


#: The conditions that are typed as numbers.
_TYPED = ("from_yen", "to_yen", "days")

#: The fiscal years that have a name.
_YEARS = range(1900, 3000)

#: The longest place of a page, and what its numbers stay below.
_LONGEST_PLACE, _LARGEST = 100, 10**18


@dataclass(frozen=True)
class Choice:
    """The filter and what the page needs around it: the offices that may be chosen and one's own, the order, the first place.

    `unread` are the conditions typed as numbers that are none, by name.
    """

    found: WorkFilter
    scope: Scope
    offices: tuple[WorkOffice, ...]
    office: str
    sort: str
    after: Place | None
    own: frozenset[int]
    unread: Mapping[str, str]


def choice_of(
    request: HttpRequest, parameters: QueryDict, *, purpose: str, unseen: frozenset[int] | None = None
) -> Choice:
    """The choice of an address or of the hidden fields of a form; `unseen` are offices at whose lists nobody is shown."""
    scope, on = scope_of(request, purpose=purpose), localdate()
    if unseen is not None:
        scope = replace(scope, offices=unseen)
    reached = reach(scope)
    asked = parameters.get("office", "")
    own = own_of(request)
    unread = {name: str(parameters[name]) for name in (*_TYPED, "year") if _is_unread(parameters, name)}
    offices = () if unread else _offices(asked, reached, own=own)
    found = WorkFilter(
        offices=offices,
        beyond=reached.beyond & frozenset(offices),
        own_receivables=reached.receivables,
        on=on,
        by=scope.by,
        officer=parameters.get("officer", "")[:150],
        receivable_id=number_of(parameters, "receivable"),
        fiscal_year=None if "year" in unread else number_of(parameters, "year"),
        state_id=parameters.get("state", "")[:3],
        from_yen=number_of(parameters, "from_yen"),
        to_yen=number_of(parameters, "to_yen"),
        within_days=_days(parameters),
        mark=parameters.get("mark", "")[:40],
        held=parameters.get("held") == "1",
        new_today=parameters.get("new") == "1",
    )
    sort = "yen" if parameters.get("sort") == "yen" else "day"
    return Choice(found, scope, reached.offices, asked, sort, _place(parameters.get("after", ""), sort), own, unread)


def stood_in_for(request: HttpRequest) -> tuple[WorkOfficer, ...]:
    """The absent people for whom the viewer works today; their cases may be chosen like one's own."""
    absent = (WorkOfficer(post.on_behalf_of, post.absent_name) for post in viewer(request).deputyships)
    return tuple(dict.fromkeys(absent))


def conditions_of(parameters: QueryDict) -> dict[str, str]:
    """The conditions of an address that are set, to be saved or carried along in a form."""
    return {name: str(parameters[name]) for name in NAMES if parameters.get(name)}


def place_text(place: Place | None) -> str | None:
    """A place as the address holds it."""
    return None if place is None else json.dumps(place, separators=(",", ":"), default=str)


def _offices(asked: str, known: Reach, *, own: frozenset[int]) -> tuple[int, ...]:
    """The offices asked for among those in scope; nothing asked: one's own, or all where one's own have no work."""
    ids = [office.office_id for office in known.offices]
    if asked == "all":
        return tuple(ids)
    if asked.isdigit():
        return tuple(pk for pk in ids if pk == whole(asked))
    return tuple(pk for pk in ids if pk in own) or tuple(ids)


def _is_unread(parameters: QueryDict, name: str) -> bool:
    number = number_of(parameters, name)
    return parameters.get(name, "") != "" and (number is None or (name == "year" and number not in _YEARS))


def _days(parameters: QueryDict) -> int | None:
    days = number_of(parameters, "days")
    return None if days is None else min(days, 36_500)


def _place(text: str, sort: str) -> Place | None:
    """A place as it was written; a damaged one begins at the first page."""
    try:
        place = json.loads(text) if 0 < len(text) <= _LONGEST_PLACE else None
    except ValueError:
        return None
    if not isinstance(place, list):
        return None
    wanted: Mapping[str, list[type]] = {"day": [str, str, int], "yen": [int, int]}
    is_place = [type(value) for value in place] == wanted[sort] and all(map(_can_be_asked, place))
    return tuple(place) if is_place else None


def _can_be_asked(value: str | int) -> bool:
    """Whether the register can be asked for what lies behind it."""
    if isinstance(value, int):
        return abs(value) < _LARGEST
    try:
        return date.fromisoformat(value) <= date.max
    except ValueError:
        return False
