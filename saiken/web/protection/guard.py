"""What a page of a protected person shows instead of the address, and who may do what about it.

The one idea: one call and one include (`protection/_guard.html`) wherever an address would stand. A page asks only for a protected person.
"""

from django.http import HttpRequest
from django.utils import timezone

from saiken.register.queries.protection import Guard, Release, guard_of, released
from saiken.web.permissions import may_release_to_oneself, viewer


def guard(request: HttpRequest, obligor_id: int) -> dict[str, object]:
    """For the template's context: `guard` (measure, running release, open request) and whether one may open it oneself."""
    found: Guard = guard_of(obligor_id, by=viewer(request).username, at=timezone.now())
    return {"guard": found, "may_open": may_release_to_oneself(request)}


def release_of(request: HttpRequest, obligor_id: int) -> Release | None:
    """The release under which the signed-in person sees the address now."""
    return released(obligor_id, by=viewer(request).username, at=timezone.now())
