"""The forms about protected persons: a measure, its review, a request or a release.

The one idea: a form asks only for what somebody decides; who is meant stands in the address, who may do it is not asked here.
"""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from saiken.glossary import load_glossary
from saiken.register.protection_grounds import ProtectionGround
from saiken.web.components.choices import DayField

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MeasureForm(forms.Form):
    """A new measure."""

    ground = forms.TypedChoiceField(label=_("事由"), coerce=ProtectionGround)
    reason = forms.CharField(label=_("申出や通知の内容"), max_length=300)
    review_on = DayField(
        label=_("見直しの日"), widget=_DAY, help_text=_("この日を過ぎても措置は自動では終わりません。")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        glossary = load_glossary()
        self.fields["ground"].choices = [(one, glossary.japanese(one)) for one in ProtectionGround]  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """What a look at a measure came to: a next day, or its end."""

    measure_id = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**18)
    review_on = DayField(
        label=_("次の見直しの日"), widget=_DAY, required=False, help_text=_("空けておくと、措置を終えます。")
    )
    reason = forms.CharField(label=_("見直しの結果"), max_length=300)


class ReleaseForm(forms.Form):
    """Why an address is needed, and for how long where one opens it oneself."""

    reason = forms.CharField(label=_("住所等を見る理由"), max_length=300)
    minutes = forms.IntegerField(label=_("表示する時間（分）"), min_value=1, max_value=60, required=False)

    def __init__(self, *args: object, may_open: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["minutes"].initial = settings.PROTECTION_RELEASE_MINUTES
        if not may_open:
            del self.fields["minutes"]
