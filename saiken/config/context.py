"""Hands every request what the package holds: editions, states, words.

The one idea: read once when the server starts, the same object for every request; a wrong file stops the start. Views reach
it through `web.context`.
"""

from collections.abc import Callable
from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from saiken.config.lawbook import lawbook
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.glossary import load_glossary
from saiken.law.proofs import load_proofs
from saiken.register.actions._base import terminal
from saiken.web.context import WebContext


class ContextMiddleware:
    """Sets `request.context` and the terminal that audit rows name; keeps pages out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._context = WebContext(
            editions=load_editions(),
            states=load_states(),
            glossary=load_glossary(),
            lawbook=lawbook(),
            proofs=load_proofs(),
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.context = self._context  # type: ignore[attr-defined]
        token = terminal.set(request.META.get("REMOTE_ADDR", ""))
        try:
            response = self._get_response(request)
        finally:
            terminal.reset(token)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def names(_request: HttpRequest) -> dict[str, str]:
    """Context processor: the municipality's name and the program's version."""
    return {"municipality_name": settings.MUNICIPALITY_NAME, "saiken_version": version("saiken")}
