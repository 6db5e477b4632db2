"""Saved searches on the screen: offered, saved, deleted.

The one idea: a search is an address with a name; opening it is following a link.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.register.actions.delete_search import delete_search
from saiken.register.actions.save_search import save_search
from saiken.register.queries.saved_searches import SavedLine, saved_searches
from saiken.web.permissions import viewer
from saiken.web.scope import own
from saiken.web.work.choice import conditions_of
from saiken.web.work.named import address_of, list_named


@dataclass(frozen=True)
class SearchLink:
    """A saved search with the address that it stands for."""

    saved: SavedLine
    address: str


def searches_of(request: HttpRequest, list_id: str = "") -> tuple[SearchLink, ...]:
    """The searches that the person may use, of one list or of all."""
    by = request.user.get_username()
    found = saved_searches(by=by, offices=own(request), list_id=list_id)
    return tuple(SearchLink(one, _address(one)) for one in found if list_named(one.list_id) is not None)


def _address(one: SavedLine) -> str:
    """The saved conditions; numbers of a file are named by the search, they would be too long for an address."""
    conditions = {"search": one.search_id} if "numbers" in one.conditions else one.conditions
    return address_of(one.list_id, conditions)


@require_POST
def keep_search(request: HttpRequest, *, list_id: str) -> HttpResponse:
    """Save the conditions of the form under its name, and go back to the list."""
    if list_named(list_id) is None:
        raise Http404
    posts = viewer(request).posts
    shared = posts[0].office_id if request.POST.get("shared") == "1" and posts else None
    save_search(
        name=request.POST.get("name", ""),
        list_id=list_id,
        conditions=conditions_of(request.POST),
        office_id=shared,
        by=request.user.get_username(),
        on=localdate(),
    )
    return redirect(address_of(list_id, conditions_of(request.POST)))


@require_POST
def drop_search(request: HttpRequest, *, search_id: int) -> HttpResponse:
    """Delete one's own search, and go back to the first page."""
    delete_search(search_id=search_id, by=request.user.get_username(), on=localdate())
    return redirect("home")
