"""Whose persons the signed-in person may see, for every query that shows persons.

The one idea: worked out once per request from the roles held today; the purpose is the page that asks. Without the permission to
see persons the scope is empty, so a claim is listed without its obligor.
"""

from django.http import HttpRequest

from saiken.register.queries.people import Post
from saiken.register.queries.scope import Scope, with_all_below
from saiken.register.roles import SEES_EVERY_OFFICE
from saiken.web.permissions import Permission, granted, offices_for, viewer


def scope(request: HttpRequest, *, purpose: str = "") -> Scope:
    """The scope of this request."""
    username = request.user.get_username()
    if Permission.PERSONS not in granted(request):
        return Scope(by=username, offices=frozenset(), purpose=purpose)
    if any(post.role in SEES_EVERY_OFFICE for post in _held(request)):
        return Scope(by=username, offices=None, purpose=purpose)
    return Scope(by=username, offices=_with_persons(request), purpose=purpose)


def own(request: HttpRequest) -> frozenset[int]:
    """The offices for which the person works today, with everything below them; asked once per request."""
    found: frozenset[int] | None = getattr(request, "saiken_own_offices", None)
    if found is None:
        found = with_all_below({post.office_id for post in _held(request)})
        request.saiken_own_offices = found  # type: ignore[attr-defined]
    return found


def _with_persons(request: HttpRequest) -> frozenset[int]:
    """The offices at which a role of today shows persons, with everything below; a planner's post beside it adds none."""
    found: frozenset[int] | None = getattr(request, "saiken_offices_of_persons", None)
    if found is None:
        found = with_all_below(set(offices_for(request, Permission.PERSONS)))
        request.saiken_offices_of_persons = found  # type: ignore[attr-defined]
    return found


def _held(request: HttpRequest) -> tuple[Post, ...]:
    """The roles held today, as oneself or for an absent person."""
    person = viewer(request)
    return (*person.posts, *person.deputyships)
