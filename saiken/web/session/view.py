"""How much time is left, and more of it on demand.

The one idea: asking costs nothing and extends nothing; extending is one press of a button, with or without JavaScript.
"""

import time

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from saiken.web.session.limits import USED, seconds_left


def session_left(request: HttpRequest) -> HttpResponse:
    """Seconds until the session ends."""
    return JsonResponse({"seconds": seconds_left(request)})


@require_POST
def extend_session(request: HttpRequest) -> HttpResponse:
    """Begin the time without use anew; back to the page for a browser without JavaScript."""
    request.session[USED] = int(time.time())
    if getattr(request, "htmx", False) or request.headers.get("Accept") == "application/json":
        return JsonResponse({"seconds": seconds_left(request)})
    back = request.POST.get("next", "/")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}) else "/")
