"""The accounts: the list, one person, a new one, what takes effect when.

The one idea: an administrator sees staff and never an obligor; every change is an action, and a password is shown in the one answer to
the press of the button.
"""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.cancel_role import cancel_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.end_role import end_role
from saiken.register.actions.reset_password import reset_password
from saiken.register.actions.reset_second_factor import reset_second_factor
from saiken.register.actions.resume_user import resume_user
from saiken.register.actions.stop_user import stop_user
from saiken.register.actions.unlock_user import unlock_user
from saiken.register.initial_password import initial_password
from saiken.register.queries.accounts import account, accounts, coming_changes, offices
from saiken.register.queries.sign_ins import failed_sign_ins
from saiken.web.accounts.form import EndForm, NewUserForm, RoleForm
from saiken.web.components.carry_out import carried_out
from saiken.web.components.parameters import is_partial, number_of

_DONE = {
    "stop": (stop_user, gettext_lazy("利用を停止しました。")),
    "resume": (resume_user, gettext_lazy("利用を再開しました。")),
    "unlock": (unlock_user, gettext_lazy("ロックを解除しました。")),
    "reset-second-factor": (
        reset_second_factor,
        gettext_lazy("二要素認証を解除しました。次のサインインで登録し直します。"),
    ),
}


def account_list(request: HttpRequest) -> HttpResponse:
    """People by user name, fifty at a time."""
    words, stopped = request.GET.get("q", "").strip(), request.GET.get("stopped") == "1"
    found = accounts(on=localdate(), words=words, after=request.GET.get("after", ""), stopped=stopped)
    shown = {"found": found, "words": words, "stopped": stopped}
    return render(request, "accounts/_list.html" if is_partial(request) else "accounts/list.html", shown)


def new_account(request: HttpRequest) -> HttpResponse:
    """A new user with a first password that is shown once."""
    form = NewUserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password, given = initial_password(), form.cleaned_data
        act = {"username": given["username"], "display_name": given["display_name"], "password": password}
        done, _id = carried_out(form, lambda: create_user(**act, by=request.user.get_username(), on=localdate()))
        if done:
            told = {"username": given["username"], "password": password, "is_new": True}
            return render(request, "accounts/password.html", told)
    return render(request, "accounts/new.html", {"form": form})


def account_page(request: HttpRequest, username: str) -> HttpResponse:
    """One person, with the form for a new role."""
    today = localdate()
    form = RoleForm(request.POST or None, offices=offices(on=today), initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        until_on = given["last_on"] + timedelta(days=1) if given["last_on"] else None
        done, _id = carried_out(
            form,
            lambda: assign_role(
                username=username,
                office_id=given["office"],
                role=given["role"],
                until_on=until_on,
                by=request.user.get_username(),
                on=given["from_on"],
            ),
        )
        if done:
            messages.success(request, _("役割を付けました。"))
            return redirect("account", username=username)
    shown = {"person": account(username, on=today), "form": form, "end": EndForm(initial={"last_on": today})}
    return render(request, "accounts/person.html", shown)


@require_POST
def account_act(request: HttpRequest, username: str, *, verb: str) -> HttpResponse:
    """One press of a button on the person's page."""
    by, on = request.user.get_username(), localdate()
    if verb == "reset-password":
        return _with_new_password(request, username)
    if verb in ("end-role", "cancel-role"):
        return _role_changed(request, username, verb=verb)
    if verb not in _DONE:
        raise Http404
    act, told = _DONE[verb]
    return _told(request, username, act=lambda: act(username=username, by=by, on=on), told=told)


def account_changes(request: HttpRequest) -> HttpResponse:
    """What takes effect when."""
    return render(request, "accounts/changes.html", {"changes": coming_changes(on=localdate())})


def account_failures(request: HttpRequest) -> HttpResponse:
    """Failed sign-ins, newest first."""
    by = request.GET.get("by", "").strip()
    return render(
        request,
        "accounts/failures.html",
        {"found": failed_sign_ins(before=number_of(request.GET, "before"), by=by), "by": by},
    )


def _with_new_password(request: HttpRequest, username: str) -> HttpResponse:
    try:
        password = reset_password(username=username, by=request.user.get_username(), on=localdate())
    except DomainError as problem:
        messages.error(request, str(problem))
        return redirect("account", username=username)
    return render(request, "accounts/password.html", {"username": username, "password": password})


def _role_changed(request: HttpRequest, username: str, *, verb: str) -> HttpResponse:
    """A role gets its last day, or one that has not begun is taken back."""
    form, by = EndForm(request.POST), request.user.get_username()
    role_id = number_of(request.POST, "role_id") or 0
    if verb == "cancel-role":
        return _told(
            request,
            username,
            act=lambda: cancel_role(role_id=role_id, by=by, on=localdate()),
            told=_("発令前の役割を取り消しました。"),
        )
    if not form.is_valid():
        messages.error(request, _("最終日を入力してください。"))
        return redirect("account", username=username)
    day = form.cleaned_data["last_on"] + timedelta(days=1)
    return _told(
        request,
        username,
        act=lambda: end_role(role_id=role_id, by=by, on=day),
        told=_("役割の最終日を登録しました。"),
    )


def _told(request: HttpRequest, username: str, *, act: Callable[[], object], told: object) -> HttpResponse:
    try:
        act()
    except DomainError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, str(told))
    return redirect("account", username=username)
