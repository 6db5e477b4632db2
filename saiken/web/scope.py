"""Whose persons the signed-in person may see, for every query that shows persons.

The one idea: worked out once per request from the roles held today; the purpose is the page that asks. Without the permission to
see persons the scope is empty, so a claim is listed without its obligor.
"""

from django.http import HttpRequest
from django.utils.timezone import localdate

from saiken.register.queries.scope import Scope, scope_of
from saiken.web.permissions import Permission, granted


def scope(request: HttpRequest, *, purpose: str = "") -> Scope:
    """The scope of this request."""
    username = request.user.get_username()
    if Permission.PERSONS not in granted(request):
        return Scope(by=username, offices=frozenset(), purpose=purpose)
    return scope_of(username, on=localdate(), purpose=purpose)
