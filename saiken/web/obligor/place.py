"""The place in a person's history at which a page ended, as a part of the address.

The one idea: day, moment and number travel as text and come back as the very place; what cannot be read begins at the latest line.
"""

from datetime import UTC, date, datetime

from saiken.register.queries.person_history import Place
from saiken.web.components.parameters import whole

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
        on, recorded_at = date.fromisoformat(parts[0]), _moment(parts[1])
    except (ValueError, OverflowError):
        return None
    source, number = whole(parts[2]), whole(parts[3])
    return None if source is None or number is None else Place(on, recorded_at, source, number)


def _moment(text: str) -> datetime:
    """The moment as the database keeps it, in the zone of the world; raises ValueError for one without a zone, OverflowError at the
    ends of time."""
    found = datetime.fromisoformat(text.replace(" ", "+"))
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)
