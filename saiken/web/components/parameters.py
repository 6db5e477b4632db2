"""Reads what an address asks for: days, numbers, whether only a part of the page is wanted.

The one idea: a value that cannot be read asks for nothing; an address is typed and shortened by people.
"""

from datetime import date

from django.http import HttpRequest, QueryDict

from saiken.domain.dates.written_day import can_be_meant


def day_of(parameters: QueryDict, name: str) -> date | None:
    """The ISO day under that name, one that can be meant."""
    try:
        day = date.fromisoformat(parameters.get(name, ""))
    except ValueError:
        return None
    return day if can_be_meant(day) else None


def whole(text: str) -> int | None:
    """The whole number, zero or more, of a text; at most 18 digits, as much as the database holds."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def number_of(parameters: QueryDict, name: str) -> int | None:
    """The whole number under that name."""
    return whole(parameters.get(name, ""))


def chosen_numbers(parameters: QueryDict, name: str) -> list[int]:
    """Every whole number under that name, in order."""
    return [number for text in parameters.getlist(name) if (number := whole(text)) is not None]


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a fragment; not when it restores a page from its history."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted
