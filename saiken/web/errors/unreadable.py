"""Refuses requests that no database could be asked with: a NUL character in a text, a number in the address beyond its numbers.

The one idea: asked once for every address and form, before any view reads it; whatever else is typed is the forms' matter.
"""

from collections.abc import Callable, Mapping

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse

_NUL, _MOST = "\0", 10**18


class ReadableText:
    """Answers 400 to a request with a NUL character, 404 to an address whose number nothing can have."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _places: object, named: Mapping[str, object]) -> None:
        """Raise SuspiciousOperation or Http404, which Django answers with their pages."""
        texts = [
            request.path,
            *(text for sent in (request.GET, request.POST) for one in sent.lists() for text in one[1]),
        ]
        if any(_NUL in text for text in texts):
            raise SuspiciousOperation("NUL")
        if any(isinstance(number, int) and number > _MOST for number in named.values()):
            raise Http404
