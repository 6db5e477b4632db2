"""The place in a person's history at which a page ended, as a part of the address.

The one idea: day, moment and number travel as text and come back as the very place; what cannot be read begins at the latest line.
"""

from datetime import date, datetime

from saiken.register.queries.person_history import Place

_PARTS = 4


def written(place: Place | None) -> str:
    """The place as one word; empty for none."""
    if place is None:
        return ""
    return f"{place.on.isoformat()}~{place.recorded_at.isoformat()}~{place.source}~{place.number}"


def read(text: str) -> Place | None:
    """The place of the word."""
    parts = text.split("~")
    if len(parts) != _PARTS:
        return None
    try:
        return Place(date.fromisoformat(parts[0]), _moment(parts[1]), int(parts[2]), int(parts[3]))
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text.replace(" ", "+"))
    if found.tzinfo is None:
        raise ValueError(text)
    return found
