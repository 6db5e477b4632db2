"""Signing in and out.

The one idea: Django signs people in and django-axes counts failures; these views only show it. A demo register shows its
accounts on this page, a real one never has any to show.
"""

from collections.abc import Mapping

from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from saiken.register.queries.people import demo_accounts
from saiken.web.sign_in.form import SignInForm


class SignIn(LoginView):
    """The sign-in page; somebody signed in already goes on to the page asked for."""

    template_name = "sign_in/page.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **extra: object) -> dict[str, object]:
        """With the accounts of a demo register."""
        return super().get_context_data(**extra, demo_accounts=demo_accounts())


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and return to the sign-in page."""
    logout(request)
    return redirect("sign-in")


def locked_out(request: HttpRequest, _credentials: Mapping[str, str] | None = None, *_rest: object) -> HttpResponse:
    """What somebody sees after too many failures; named in the settings of django-axes."""
    return render(request, "sign_in/locked.html", status=429)
