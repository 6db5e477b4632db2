"""What is typed about a fact: the fact itself, its last day, the reason for taking it back.

The one idea: the form reads days, digits and choices; whether the fact can be one is judged by the action.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.dates.period import next_day
from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.register.actions.state_fact import NewFact
from saiken.web.components.choices import DayField


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class FactForm(forms.Form):
    """A fact; `note` is where it is known from, and the reason when it replaces another."""

    kind = forms.ChoiceField(label=_("種類"), choices=[(kind.value, kind.value) for kind in FactKind])
    value = forms.CharField(label=_("内容"), max_length=500)
    postal_code = forms.CharField(label=_("郵便番号（数字7桁）"), max_length=8, required=False)
    hours = forms.CharField(label=_("つながりやすい時間"), max_length=100, required=False)
    from_on = DayField(label=_("いつから"), widget=_day())
    last_on = DayField(label=_("この日まで"), widget=_day(), required=False)
    permitted_use = forms.ChoiceField(label=_("利用の範囲"), choices=[(use.value, use.value) for use in PermittedUse])
    restricted = forms.BooleanField(label=_("取扱者を所属の職員に限る"), required=False)
    note = forms.CharField(label=_("把握の経緯・訂正の理由"), max_length=300, required=False)

    def fact(self, *, source_office_id: int) -> NewFact:
        """What was typed, as the action wants it."""
        given, last_on = self.cleaned_data, self.cleaned_data["last_on"]
        return NewFact(
            kind=FactKind(given["kind"]),
            value=given["value"],
            from_on=given["from_on"],
            source_office_id=source_office_id,
            until_on=next_day(last_on) if last_on else None,
            postal_code=given["postal_code"].replace("-", ""),
            hours=given["hours"],
            permitted_use=PermittedUse(given["permitted_use"]),
            restricted=given["restricted"],
            note=given["note"],
        )


class EndForm(forms.Form):
    """The last day on which a fact was true."""

    last_on = DayField(label=_("最後の日"), widget=_day())


class TakeBackForm(forms.Form):
    """Why a fact is taken back."""

    reason = forms.CharField(label=_("取り消す理由"), max_length=300)
