"""The words of a proposal: its subject and its reason, as a drafter types them.

The one idea: the same form for a first draft, below the form of an act that needs approval, and for a new version; the act is not in it.
"""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class DraftForm(forms.Form):
    """Subject and reason; `submission` makes the form sent twice one proposal."""

    title = forms.CharField(label=_("件名"), max_length=120)
    reason = forms.CharField(label=_("理由"), max_length=2000, widget=forms.Textarea(attrs={"rows": 8}))
    submission = forms.CharField(max_length=36, widget=forms.HiddenInput())


def words_of(title: str, reason: str = "") -> dict[str, str]:
    """What a fresh form begins with, a new one-time key included."""
    return {"title": title, "reason": reason, "submission": str(uuid4())}
