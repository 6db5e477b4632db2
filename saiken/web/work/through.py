"""From the list to a person and on to the next: what was shown last of each list, kept with the session.

The one idea: the numbers in the order shown and the address of that page; the person's page finds itself in it by `?list=`. It is a
convenience and no condition of anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from saiken.web.templatetags.saiken import is_japanese
from saiken.web.work.named import list_named

_KEY = "work_through"
#: So many lists are remembered; the oldest goes.
_MOST = 5


@dataclass(frozen=True)
class Through:
    """Where a person stands in the list last shown: place from 1, and the addresses around."""

    label: str
    place: int
    count: int
    back: str
    before: str
    after: str


def remember(request: HttpRequest, list_id: str, *, obligor_ids: Sequence[int]) -> None:
    """Keep the order shown, without repeating a person."""
    kept = dict(request.session.get(_KEY, {}))
    kept.pop(list_id, None)
    shown = {"ids": list(dict.fromkeys(obligor_ids)), "back": request.get_full_path()}
    request.session[_KEY] = dict([*kept.items(), (list_id, shown)][-_MOST:])


def through(request: HttpRequest, obligor_id: int) -> Through | None:
    """The person's place in the list that the address names, or None."""
    list_id = request.GET.get("list", "")
    shown = request.session.get(_KEY, {}).get(list_id)
    if shown is None or obligor_id not in shown["ids"]:
        return None
    ids, place = shown["ids"], shown["ids"].index(obligor_id)
    named = list_named(list_id)
    return Through(
        label=(named.japanese if is_japanese() else named.english) if named else "",
        place=place + 1,
        count=len(ids),
        back=f"{shown['back']}#row-{obligor_id}",
        before=_address(ids[place - 1], list_id) if place else "",
        after=_address(ids[place + 1], list_id) if place + 1 < len(ids) else "",
    )


def _address(obligor_id: int, list_id: str) -> str:
    return f"{reverse('obligor', kwargs={'obligor_id': obligor_id})}?{urlencode({'list': list_id})}"
