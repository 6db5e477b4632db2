"""Signing in and out.

The one idea: Django signs people in and django-axes counts failures; these views only show it. A demo register shows its
accounts on this page, a real one never has any to show.
"""

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from saiken.register.queries.people import demo_accounts
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import end_sessions
from saiken.web.sign_in.form import SignInForm


class SignIn(LoginView):
    """The sign-in page; somebody signed in already goes on to the page asked for."""

    template_name = "sign_in/page.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **extra: object) -> dict[str, object]:
        """With the accounts of a demo register, and the provider when one is set."""
        told = {"demo_accounts": demo_accounts(), "has_openid": bool(settings.OPENID)}
        return super().get_context_data(**extra, **told, openid_refused=self.request.GET.get("openid") == "refused")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and return to the sign-in page."""
    end_sessions([str(request.session.session_key)], why=SessionEnd.SIGNED_OUT)
    logout(request)
    return redirect("sign-in")


def locked_out(request: HttpRequest, _credentials: Mapping[str, str] | None = None, *_rest: object) -> HttpResponse:
    """What somebody sees after too many failures; named in the settings of django-axes."""
    return render(request, "sign_in/locked.html", status=429)
