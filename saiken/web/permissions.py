"""Who may see what: the only place that decides.

The one idea: every route is declared with one permission (`page`), and a person's permissions follow from the roles held on
the day. Which persons' claims a role reaches is the scope; how a query keeps to it is the register's matter.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localdate
from django_htmx.http import HttpResponseClientRedirect

from saiken.register.queries.people import Viewer, viewer_of
from saiken.register.queries.scope import with_all_below
from saiken.register.roles import Role
from saiken.web.second_factor.passed import has_one, has_passed

View = Callable[..., HttpResponseBase]


class Permission(StrEnum):
    """What a route asks for. OPEN asks nothing; PASSWORD_GIVEN is also granted before the second factor is given, SIGNED_IN also
    before the first password is changed.

    WORK reads worklists and what is written about cases, ACT writes it, APPROVE decides on drafts, MANAGE sees and assigns the work of an
    office, RECEIPTS books money in, ACCOUNTS keeps users and their roles, RELEASE answers who may see a protected person's address.
    """

    OPEN = "open"
    PASSWORD_GIVEN = "password_given"
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
    RELEASE = "release"


_EVERYONE = frozenset({Permission.OPEN, Permission.PASSWORD_GIVEN, Permission.SIGNED_IN, Permission.HELP})
_CASES = _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.PERSONS, Permission.WORK}
_CASEWORK = _CASES | {Permission.ACT}

#: An administrator keeps accounts and sees no case; a planner and a cashier see claims but no persons; an auditor changes nothing.
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CASE_OFFICER: _CASEWORK,
    Role.SECTION_MANAGER: _CASEWORK | {Permission.APPROVE, Permission.MANAGE, Permission.RELEASE},
    Role.BUREAU_PLANNER: _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.MANAGE},
    Role.RECOVERY_OFFICE: _CASEWORK | {Permission.MANAGE, Permission.RELEASE},
    Role.CASHIER: _EVERYONE | {Permission.FIGURES, Permission.CLAIMS, Permission.RECEIPTS},
    Role.AUDITOR: _CASES | {Permission.LOGS},
    Role.ADMINISTRATOR: _EVERYONE | {Permission.FIGURES, Permission.CATALOGUE, Permission.ACCOUNTS},
}


#: Roles that never work with a password alone.
SECOND_FACTOR_ROLES = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


def viewer(request: HttpRequest) -> Viewer:
    """The signed-in person with the roles held today; asked once per request."""
    found = getattr(request, "saiken_viewer", None)
    if found is None:
        found = viewer_of(request.user, on=localdate())  # type: ignore[arg-type]  # the register's own user model
        request.saiken_viewer = found  # type: ignore[attr-defined]
    return found


def granted(request: HttpRequest) -> frozenset[Permission]:
    """Everything the person may ask for, as oneself or for an absent person; nobody signed in may ask for OPEN alone."""
    if not request.user.is_authenticated:
        return frozenset({Permission.OPEN})
    person = viewer(request)
    return _EVERYONE.union(*(GRANTS[post.role] for post in (*person.posts, *person.deputyships)))


def offices_for(request: HttpRequest, needs: Permission) -> frozenset[int]:
    """The offices at which the person holds a role that grants the permission, as oneself or for an absent person."""
    person = viewer(request)
    return frozenset(post.office_id for post in (*person.posts, *person.deputyships) if needs in GRANTS[post.role])


def works_for(request: HttpRequest, needs: Permission) -> frozenset[int]:
    """The same offices with everything below them; asked once per request. A role held elsewhere beside them adds none."""
    known: dict[Permission, frozenset[int]] = getattr(request, "saiken_works_for", {})
    if needs not in known:
        known[needs] = with_all_below(set(offices_for(request, needs)))
        request.saiken_works_for = known  # type: ignore[attr-defined]
    return known[needs]


def may_release_to_oneself(request: HttpRequest) -> bool:
    """Whether the person may open a protected address without somebody else's decision; a setting widens it to the officers."""
    enough = Permission.ACT if settings.PROTECTION_RELEASE_BY == "officer" else Permission.RELEASE
    return enough in granted(request)


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the session must give a second factor before anything else opens."""
    if has_passed(request):
        return False
    if settings.SECOND_FACTOR == "all" or has_one(request):
        return True
    return not SECOND_FACTOR_ROLES.isdisjoint(viewer(request).roles)


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
    if needs is Permission.PASSWORD_GIVEN:
        return None
    if lacks_second_factor(request):
        return _sent(request, redirect("second-factor"))
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
