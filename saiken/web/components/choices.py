"""Fields that many forms of the office's work share: an office, a receivable, a day, whole yen, a one-time key.

The one idea: choices come from the register when the form is made, never when the program starts; nothing chosen is None.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.search.birth import birth_of

#: A text of the page's language, translated when it is shown.
Label = Any
_MOST_YEN = 10**14


def one_of(
    label: Label, choices: Iterable[tuple[int, str]], *, empty: Label = "", required: bool = True
) -> forms.Field:
    """One of rows with whole numbers as keys; `empty` names the choice of none."""
    field: forms.Field = forms.TypedChoiceField(
        label=label,
        choices=[("", empty or _("選んでください")), *choices],
        coerce=int,
        empty_value=None,
        required=required,
    )
    return field


class DayField(forms.DateField):
    """A day that an office writes down; with `has_come` one that is not still ahead."""

    def __init__(self, *, has_come: bool = False, **named: Any) -> None:
        super().__init__(**named)
        self._has_come = has_come

    def to_python(self, value: Any) -> date | None:
        """The day; refused where nobody can mean it."""
        day = super().to_python(value)
        if day is not None and not can_be_meant(day):
            raise forms.ValidationError(_("年を確かめてください。1873年から2999年までの日付を入力してください。"))
        if day is not None and self._has_come and day > localdate():
            raise forms.ValidationError(_("まだ来ていない日は記録できません。"))
        return day


class BirthField(DayField):
    """A day of birth as papers write it, in the era calendar or the western one."""

    def __init__(self, **named: Any) -> None:
        super().__init__(has_come=True, **named)

    def to_python(self, value: Any) -> date | None:
        """The day; refused when it is none."""
        return super().to_python((birth_of(value) if isinstance(value, str) else None) or value)


def day_field(label: Label, *, required: bool = True, help_text: Label = "", has_come: bool = False) -> DayField:
    """A day; with `has_come` none that is still ahead."""
    return DayField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=help_text,
        has_come=has_come,
    )


def yen_field(label: Label, *, required: bool = True, least: int = 0) -> forms.IntegerField:
    """Whole yen."""
    text = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=least, max_value=_MOST_YEN, required=required, widget=text)


def text_field(
    label: Label, *, most: int, required: bool = True, rows: int = 0, help_text: Label = ""
) -> forms.CharField:
    """A text, on several lines with `rows`."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, help_text=help_text)


def key_field() -> forms.CharField:
    """The form's one-time key: the same form sent twice has one effect."""
    return forms.CharField(widget=forms.HiddenInput, max_length=36, initial=lambda: str(uuid4()))
