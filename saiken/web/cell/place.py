"""Where a page of entries ended, as an address carries it.

The one idea: three parts joined by a tilde; an address that cannot be read begins at the first page.
"""

from datetime import date

from saiken.register.queries.cell_entries import Place
from saiken.web.components.parameters import whole


def place_of(text: str) -> Place | None:
    """The place written in an address."""
    parts = text.split("~")
    try:
        receivable_id, sequence, day = whole(parts[0]), whole(parts[-1]), date.fromisoformat("".join(parts[1:-1]))
    except ValueError:
        return None
    return None if receivable_id is None or sequence is None else Place(receivable_id, day, sequence)


def text_of(place: Place | None) -> str | None:
    """The place as an address carries it."""
    return None if place is None else f"{place.receivable_id}~{place.effective_on.isoformat()}~{place.sequence}"
