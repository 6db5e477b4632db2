"""The sign-in form: a name, a password, one sentence when they do not fit.

The one idea: the sentence does not tell which of the two was wrong.
"""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Django's form in our words; it never says whether the name or the password was wrong."""

    error_messages = {
        "invalid_login": _("利用者名またはパスワードが違います。続けて5回間違えると、30分間サインインできません。"),
        "inactive": _("この利用者は停止されています。"),
    }
    username = forms.CharField(
        label=_("利用者名"),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("パスワード"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
