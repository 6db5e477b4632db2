"""The first page after signing in: the city's sheets for whoever may see them, else the help page.

The one idea: everybody has a first page, whatever the role. It shows nothing itself.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from saiken.web.permissions import Permission, granted


def home(request: HttpRequest) -> HttpResponse:
    """Send the person to the page to begin with."""
    return redirect("city" if Permission.FIGURES in granted(request) else "help")
