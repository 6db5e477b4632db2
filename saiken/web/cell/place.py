"""Where a page of entries ended, as an address carries it.

The one idea: three parts joined by a tilde; an address that cannot be read begins at the first page.
"""

from datetime import date

from saiken.register.queries.cell_entries import Place


def place_of(text: str) -> Place | None:
    """The place written in an address."""
    parts = text.split("~")
    try:
        receivable_id, day, sequence = parts
        return Place(int(receivable_id), date.fromisoformat(day), int(sequence))
    except ValueError:
        return None


def text_of(place: Place | None) -> str | None:
    """The place as an address carries it."""
    return None if place is None else f"{place.receivable_id}~{place.effective_on.isoformat()}~{place.sequence}"
