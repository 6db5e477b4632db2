"""Who may see what: the only place that decides.

The one idea: every route is declared with one permission (`page`), and a person's permissions follow from the roles held on
the day. Which persons' claims a role reaches is the scope; how a query keeps to it is the register's matter.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localdate
from django_htmx.http import HttpResponseClientRedirect

from saiken.register.queries.people import Viewer, viewer_of
from saiken.register.roles import Role

View = Callable[..., HttpResponseBase]


class Permission(StrEnum):
    """What a route asks for. OPEN asks nothing; SIGNED_IN is also granted before the first password is changed.

    WORK reads worklists and what is written about cases, ACT writes it, APPROVE decides on drafts, MANAGE sees and assigns the work of an
    office, RECEIPTS books money in, ACCOUNTS keeps users and their roles.
    """

    OPEN = "open"
    SIGNED_IN = "signed_in"
    HELP = "help"
    FIGURES = "figures"
    CLAIMS = "claims"
    PERSONS = "persons"
    LOGS = "logs"
    CATALOGUE = "catalogue"
    WORK = "work"
    ACT = "act"
    APPROVE = "approve"
    MANAGE = "manage"
    RECEIPTS = "receipts"
    ACCOUNTS = "accounts"


_EVERYONE = frozenset({Permission.OPEN, Permission.SIGNED_IN, Permission.HELP})
_CASES = _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.PERSONS, Permission.WORK}
_CASEWORK = _CASES | {Permission.ACT}

#: An administrator keeps accounts and sees no case; a planner and a cashier see claims but no persons; an auditor changes nothing.
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CASE_OFFICER: _CASEWORK,
    Role.SECTION_MANAGER: _CASEWORK | {Permission.APPROVE, Permission.MANAGE},
    Role.BUREAU_PLANNER: _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.MANAGE},
    Role.RECOVERY_OFFICE: _CASEWORK | {Permission.MANAGE},
    Role.CASHIER: _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.RECEIPTS},
    Role.AUDITOR: _CASES | {Permission.LOGS},
    Role.ADMINISTRATOR: _EVERYONE | {Permission.FIGURES, Permission.CATALOGUE, Permission.ACCOUNTS},
}


def viewer(request: HttpRequest) -> Viewer:
    """The signed-in person with the roles held today; asked once per request."""
    found = getattr(request, "saiken_viewer", None)
    if found is None:
        found = viewer_of(request.user, on=localdate())  # type: ignore[arg-type]  # the register's own user model
        request.saiken_viewer = found  # type: ignore[attr-defined]
    return found


def granted(request: HttpRequest) -> frozenset[Permission]:
    """Everything the person may ask for; nobody signed in may ask for OPEN alone."""
    if not request.user.is_authenticated:
        return frozenset({Permission.OPEN})
    return _EVERYONE.union(*(GRANTS[role] for role in viewer(request).roles))


def page(route: str, view: View, *, name: str, needs: Permission) -> URLPattern:
    """A route and the permission it asks for; the view runs only when that is granted."""
    return path(route, guarded(view, needs), name=name)


def guarded(view: View, needs: Permission) -> View:
    """The view behind its permission, which a test reads from `.permission`."""

    @wraps(view)
    def behind(request: HttpRequest, **arguments: object) -> HttpResponseBase:
        return refusal(request, needs) or view(request, **arguments)

    behind.permission = needs  # type: ignore[attr-defined]
    return behind


def refusal(request: HttpRequest, needs: Permission) -> HttpResponseBase | None:
    """Where somebody without the permission is sent, or None. Raises PermissionDenied for a person who lacks it."""
    if needs is Permission.OPEN:
        return None
    if not request.user.is_authenticated:
        return _sent(request, redirect_to_login(request.get_full_path(), reverse("sign-in")))
    if needs is Permission.SIGNED_IN:
        return None
    if viewer(request).must_change_password:
        return _sent(request, redirect("password"))
    if needs not in granted(request):
        raise PermissionDenied
    return None


def _sent(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A redirect; to a partial request one that moves the whole page."""
    return HttpResponseClientRedirect(response.headers["Location"]) if getattr(request, "htmx", False) else response
