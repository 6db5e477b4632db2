"""The form for one code: six digits of the device, or a recovery code.

The one idea: both kinds of code are typed into one field, so nobody must choose first. Whether a code opens is
not judged here.
"""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """One field that browsers and password managers know as a one-time code."""

    code = forms.CharField(
        label=_("確認コード"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
        ),
    )
