"""Every route asks for a permission, every permission is granted to somebody, and every role has its grants.

The one idea: the URL resolver is asked, not the source, so a route that came by another way is seen too.
"""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from saiken.register.roles import Role
from saiken.web.permissions import GRANTS, Permission


def _routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from _routes(part, f"{prefix}{part.pattern}")
        else:
            yield f"{prefix}{part.pattern}", part


ROUTES = list(_routes(get_resolver()))


def test_there_are_routes() -> None:
    assert len(ROUTES) > 5


@pytest.mark.parametrize(("route", "pattern"), ROUTES, ids=[route for route, _ in ROUTES])
def test_every_route_asks_for_a_permission(route: str, pattern: URLPattern) -> None:
    assert isinstance(getattr(pattern.callback, "permission", None), Permission), f"{route} is not declared by `page`"


def test_every_role_has_its_grants() -> None:
    assert set(GRANTS) == set(Role)


def test_every_permission_that_asks_something_is_granted_to_some_role() -> None:
    granted = frozenset().union(*GRANTS.values())
    assert set(Permission) - granted == set()
