"""The help page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def help_page(request: HttpRequest) -> HttpResponse:
    """Keys and reading help."""
    return render(request, "help/page.html")
