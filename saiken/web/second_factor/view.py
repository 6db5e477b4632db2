"""Enrolling a second factor, giving it at sign-in, recovery codes.

The one idea: one address for whoever must pass; who has a device is asked for its code, who has none enrols one first. Recovery codes are
in the answer to the press of a button and nowhere else.
"""

import io
from urllib.parse import quote

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from saiken.domain.errors import Refused
from saiken.register.actions.check_second_factor import check_second_factor
from saiken.register.actions.confirm_second_factor import confirm_second_factor
from saiken.register.actions.enrol_second_factor import enrol_second_factor
from saiken.register.actions.renew_recovery_codes import renew_recovery_codes
from saiken.register.queries.second_factor import has_second_factor, recovery_codes_left, waiting_key
from saiken.register.second_factor import typed_key
from saiken.web.permissions import lacks_second_factor
from saiken.web.second_factor.form import CodeForm
from saiken.web.second_factor.passed import has_passed, mark_passed


def second_factor(request: HttpRequest) -> HttpResponse:
    """The page to pass; whoever has passed or need not sees what there is."""
    username = request.user.get_username()
    if not has_second_factor(username):
        return _enrol(request, username)
    if has_passed(request):
        return render(request, "second_factor/own.html", {"left": recovery_codes_left(username)})
    return _check(request, username)


@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once, for a session that passed."""
    if lacks_second_factor(request):
        return redirect("second-factor")
    username = request.user.get_username()
    try:
        codes = renew_recovery_codes(username=username, by=username, on=localdate())
    except Refused:
        return redirect("second-factor")
    return render(request, "second_factor/codes.html", {"codes": codes})


def _enrol(request: HttpRequest, username: str) -> HttpResponse:
    """A key that waits, its QR code, and the first code that confirms it."""
    form = CodeForm(request.POST or None)
    key = waiting_key(username)
    if request.method == "POST" and key and form.is_valid():
        code = form.cleaned_data["code"].replace(" ", "")
        codes = confirm_second_factor(username=username, code=code, by=username, on=localdate())
        if codes:
            mark_passed(request)
            return render(request, "second_factor/codes.html", {"codes": codes})
        form.add_error("code", _wrong())
    if not key:
        key = enrol_second_factor(username=username, by=username, on=localdate())
    shown = {
        "form": form,
        "key": typed_key(key),
        "drawing": _drawing(username, key),
        "must": lacks_second_factor(request),
    }
    return render(request, "second_factor/enrol.html", shown)


def _check(request: HttpRequest, username: str) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if check_second_factor(username=username, code=form.cleaned_data["code"], by=username, on=localdate()):
            mark_passed(request)
            return redirect("home")
        form.add_error("code", _wrong())
    return render(request, "second_factor/check.html", {"form": form})


def _wrong() -> str:
    return _(
        "確認コードが違うか、すでに使われています。次のコードが表示されてから入力してください。続けて違うと、しばらく受け付けません。"
    )


def _drawing(username: str, hex_key: str) -> SafeString:
    """The QR code as SVG drawn in place, without a style of its own."""
    place = quote(settings.MUNICIPALITY_NAME or "saiken")
    secret = typed_key(hex_key).replace(" ", "")
    address = f"otpauth://totp/{place}:{quote(username)}?secret={secret}&issuer={place}&digits=6&period=30"
    drawn = io.BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, scale=5, border=4, title=_("登録用のQRコード"), omitsize=True
    )
    return mark_safe(drawn.getvalue().decode("utf-8"))
