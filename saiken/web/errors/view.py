"""The pages for what cannot be shown.

The one idea: they say what happened and what to do next, and nothing of the inside. The last one must not depend on the
database or the session, for those may be what failed.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def wrong_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # Django gives it by name
    """400: the address or the form makes no sense."""
    return render(request, "errors/400.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the person lacks the permission."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, sheet or claim, or none within the person's scope."""
    return render(request, "errors/404.html", status=404)


def failed(_request: HttpRequest) -> HttpResponse:
    """500: a defect; written to the server's log."""
    return HttpResponse(render_to_string("errors/500.html"), status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form whose token no longer fits the session."""
    return render(request, "errors/stale_form.html", {"reason": reason}, status=403)
