"""The help page, for everybody who is signed in.

The one idea: it explains the screens in the words of the screens; its text is the template's, the words of states are the glossary's.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.web.context import context_of

#: Where a claim stands, and what became of it.
_GROUPS = ("standing", "state")


def help_page(request: HttpRequest) -> HttpResponse:
    """Keys and reading help."""
    terms = context_of(request).glossary.terms.values()
    words = [term for group in _GROUPS for term in terms if term.group == group]
    return render(request, "help/page.html", {"words": words})
