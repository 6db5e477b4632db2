"""The form of an absence: who, at which office, from when to when, who stands in, why."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.register.queries.absences import Colleague
from saiken.web.components.choices import DayField

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AbsenceForm(forms.Form):
    """`post` is a person at an office, written as name and number."""

    post = forms.ChoiceField(label=_("不在になる人と所属"))
    from_on = DayField(label=_("初日"), widget=_DAY)
    last_on = DayField(label=_("最終日"), widget=_DAY)
    deputy = forms.ChoiceField(label=_("代理"))
    reason = forms.CharField(label=_("理由"), max_length=200)

    def __init__(
        self, *args: object, absent: Sequence[Colleague], deputies: Sequence[Colleague], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["post"].choices = [  # type: ignore[attr-defined]
            (f"{office_id}:{person.username}", f"{person.display_name}（{office}）")
            for person in absent
            for office_id, office in person.posts
        ]
        self.fields["deputy"].choices = [("", "")] + [  # type: ignore[attr-defined]
            (person.username, f"{person.display_name}（{'・'.join(office for _, office in person.posts)}）")
            for person in deputies
        ]

    def clean(self) -> dict[str, object]:
        """The last day is not before the first."""
        given = super().clean() or {}
        first, last = given.get("from_on"), given.get("last_on")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_on", _("最終日が初日より前です。"))
        return given
