"""Turns the register's refusals into pages: nothing there is 404, not allowed is 403, each with its own sentence.

The one idea: views ask and show; what a query refuses reaches the reader in the refusal's own words, never as a failure.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.errors import InvalidInput, Refused


class RefusalMiddleware:
    """Answers InvalidInput and Refused that a view lets through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """The page for a refusal; None leaves any other failure to Django."""
        if isinstance(problem, Refused):
            return render(request, "errors/403.html", {"sentence": str(problem)}, status=403)
        if isinstance(problem, InvalidInput):
            return render(request, "errors/404.html", {"sentence": problem.sentence}, status=404)
        return None
