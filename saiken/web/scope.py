"""Whose persons the signed-in person may see, for every query that shows persons.

The one idea: worked out once per request from the roles held today; the purpose is the page that asks. Without the permission to
see persons the scope is empty, so a claim is listed without its obligor.
"""

from django.http import HttpRequest
from django.utils.timezone import localdate

from saiken.register.queries.scope import Scope, own_offices, scope_of
from saiken.web.permissions import Permission, granted


def scope(request: HttpRequest, *, purpose: str = "") -> Scope:
    """The scope of this request."""
    username = request.user.get_username()
    if Permission.PERSONS not in granted(request):
        return Scope(by=username, offices=frozenset(), purpose=purpose)
    return scope_of(username, on=localdate(), purpose=purpose)


def own(request: HttpRequest) -> frozenset[int]:
    """The offices for which the person works today, with everything below them; asked once per request."""
    found: frozenset[int] | None = getattr(request, "saiken_own_offices", None)
    if found is None:
        found = own_offices(request.user.get_username(), on=localdate())
        request.saiken_own_offices = found  # type: ignore[attr-defined]
    return found
