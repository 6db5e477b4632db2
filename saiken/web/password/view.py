"""Changing one's own password.

The one idea: the form checks, the action writes and clears the demand to change; this session stays, every other ends.
"""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.register.actions.change_password import change_password
from saiken.register.sessions import rename_session
from saiken.web.password.form import NewPasswordForm
from saiken.web.permissions import viewer


def refreshed_user(request: HttpRequest) -> Any:
    """The signed-in user with the new hash."""
    request.user.refresh_from_db()  # type: ignore[union-attr]  # nobody is anonymous behind the permission
    return request.user


def new_password(request: HttpRequest) -> HttpResponse:
    """Show the form, or change the password and go to the first page."""
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(
            username=request.user.get_username(),
            password=form.cleaned_data["new_password1"],
            by=request.user.get_username(),
            on=localdate(),
            session_key=str(request.session.session_key),
        )
        before = str(request.session.session_key)
        update_session_auth_hash(request, refreshed_user(request))
        rename_session(before, str(request.session.session_key))
        return redirect("home")
    shown = {"form": form, "is_forced": viewer(request).must_change_password}
    return render(request, "password/page.html", shown)
