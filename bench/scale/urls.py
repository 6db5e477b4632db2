"""Every address of saiken, and the bare page beside them.

The one idea: the yardstick runs in the same server, behind the same middleware. It shows nothing of the register.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import path

from saiken.config.urls import handler400, handler403, handler404, handler500
from saiken.config.urls import urlpatterns as screens

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bare(_request: HttpRequest, *, size: int) -> HttpResponse:
    """A page of so many bytes that asks nothing and computes nothing, through the same middleware."""
    return HttpResponse(get_template("bare.html").render({"filler": "." * size}))


urlpatterns = [path("bench/bare/<int:size>/", bare), *screens]
