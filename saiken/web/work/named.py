"""What persons are listed by: a worklist of the catalogue, or the free extraction beside them.

The one idea: both have an id that stands in addresses, saved searches and bulk runs, and a name; the page of either is `work/<id>/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from saiken.register.queries.work_rows import catalogue

#: The free extraction among the ids of lists.
EXTRACT = "extract"


@dataclass(frozen=True)
class NamedList:
    """A list by its id with both its names and the act that it offers next (empty: none)."""

    id: str
    japanese: str
    english: str
    next_act: str = ""


_EXTRACTION = NamedList(EXTRACT, "条件抽出", "extraction")


def list_named(list_id: str) -> NamedList | None:
    """The list or the extraction; None for an unknown id."""
    if list_id == EXTRACT:
        return _EXTRACTION
    one = catalogue().lists.get(list_id)
    return None if one is None else NamedList(one.id, one.japanese, one.english, one.next_act)


def address_of(list_id: str, conditions: Mapping[str, object]) -> str:
    """The page of the list narrowed by conditions, as they are saved."""
    page = reverse("work-extract") if list_id == EXTRACT else reverse("work-list", kwargs={"list_id": list_id})
    return f"{page}?{urlencode(conditions, doseq=True)}" if conditions else page
