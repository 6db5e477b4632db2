"""The short form for a contact: read from what was typed, and what it offers before anybody types.

The one idea: now is the default for everything that can have one, so that mode, result and a word are enough. A promise needs its day and
its yen; whether they make sense is the register's matter.
"""

from datetime import date, datetime, timedelta
from uuid import uuid4

from django import forms
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext_lazy as _

from saiken.domain.dates.business_day import business_day_from
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.web.components.choices import DayField

LONGEST_NOTE = 2_000


class ContactForm(forms.Form):
    """Way, moment, result, promise, next day, note, and the one-time key that makes a double submit one contact."""

    mode = forms.ChoiceField(label=_("手段"), choices=[(mode.value, mode.value) for mode in ContactMode])
    on = DayField(label=_("日付"))
    at = forms.TimeField(label=_("時刻"))
    result = forms.ChoiceField(label=_("結果"), choices=[(result.value, result.value) for result in ContactResult])
    promised_on = DayField(label=_("約束の期日"), required=False)
    promised_yen = forms.IntegerField(label=_("約束の額（円）"), required=False, min_value=1, max_value=10**12)
    next_on = DayField(label=_("次の連絡"), required=False)
    note = forms.CharField(label=_("内容"), required=False, max_length=LONGEST_NOTE)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        """約束には期日と額が要る. 次の連絡は記録の日より後."""
        given: dict[str, object] = super().clean() or {}
        is_promise = given.get("result") == ContactResult.PROMISED_PAYMENT.value
        for name, sentence in (
            ("promised_on", _("約束の期日がありません。")),
            ("promised_yen", _("約束の額がありません。")),
        ):
            if is_promise and not given.get(name) and name not in self.errors:
                self.add_error(name, str(sentence))
        on, next_on = given.get("on"), given.get("next_on")
        if isinstance(on, date) and on > localdate():
            self.add_error("on", str(_("連絡の日が先の日になっています。")))
        if isinstance(on, date) and isinstance(next_on, date) and next_on < on:
            self.add_error("next_on", str(_("次の連絡は、この連絡の日以後の日です。")))
        return given


def typed(form: ContactForm) -> dict[str, str]:
    """What the fields hold: as it was typed, else what is offered."""
    return {name: str(form[name].value() or "") for name in form.fields}


def offered(at: datetime | None = None, *, mode: str = "") -> dict[str, str]:
    """What the fields hold before anybody types; a mode that is none is a call."""
    moment = localtime(at or now())
    return {
        "mode": mode if mode in {each.value for each in ContactMode} else ContactMode.TELEPHONE_OUT.value,
        "on": moment.date().isoformat(),
        "at": f"{moment:%H:%M}",
        "submission": str(uuid4()),
    }


def quick_days(on: date) -> tuple[tuple[str, date], ...]:
    """The days that a button sets for the next contact; each is a business day of the municipality."""
    next_month = (on.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (
        (str(_("3日後")), business_day_from(on + timedelta(days=3))),
        (str(_("1週間後")), business_day_from(on + timedelta(days=7))),
        (str(_("翌月初")), business_day_from(next_month)),
    )
