"""The help page, for everybody who is signed in.

The one idea: it explains the screens in the words of the screens; its text is the template's.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def help_page(request: HttpRequest) -> HttpResponse:
    """Keys and reading help."""
    return render(request, "help/page.html")
