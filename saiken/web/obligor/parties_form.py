"""What is typed about a further obligor: the role, who it is, share or cap, from when.

The one idea: either the number of somebody registered or the particulars of somebody new; whether the role can be had is judged by the
action.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.party import PartyRole
from saiken.register.actions.add_party import NewParty
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.web.components.choices import BirthField, day_field


class PartyForm(forms.Form):
    """A further obligor."""

    role = forms.ChoiceField(
        label=_("立場"), choices=[(role.value, role.value) for role in PartyRole if role is not PartyRole.PRINCIPAL]
    )
    obligor_id = forms.IntegerField(label=_("登録済みの番号"), required=False, min_value=1, max_value=10**18)
    kind = forms.ChoiceField(label=_("個人・法人"), choices=[(kind.value, kind.value) for kind in ObligorKind])
    name = forms.CharField(label=_("氏名・名称"), max_length=200, required=False)
    name_kana = forms.CharField(label=_("カナ"), max_length=300, required=False)
    birth_on = BirthField(label=_("生年月日"), required=False, help_text=_("例：昭和25年7月14日、S25.7.14、1950-07-14"))
    address = forms.CharField(label=_("住所"), max_length=300, required=False)
    telephone = forms.CharField(label=_("電話"), max_length=20, required=False)
    share = forms.RegexField(label=_("相続分（分子/分母）"), regex=r"^[1-9][0-9]{0,8}/[1-9][0-9]{0,8}$", required=False)
    cap_yen = forms.IntegerField(label=_("極度額（円）"), required=False, min_value=1, max_value=10**12)
    from_on = day_field(_("いつから"), has_come=True)

    def clean(self) -> dict[str, object]:
        """登録済みの番号か、新しく登録する者の氏名のどちらかが要る."""
        given: dict[str, object] = super().clean() or {}
        if bool(given.get("obligor_id")) == bool(given.get("name")) and not self.errors:
            self.add_error(
                "obligor_id", str(_("登録済みの番号か、新しく登録する者の氏名のどちらか一方を入力してください。"))
            )
        return given

    def party(self) -> NewParty:
        """What was typed, as the action wants it."""
        given = self.cleaned_data
        numerator, _slash, denominator = given["share"].partition("/")
        return NewParty(
            role=PartyRole(given["role"]),
            obligor_id=given["obligor_id"],
            person=self._person() if given["name"] else None,
            share=(int(numerator), int(denominator)) if numerator else None,
            cap_yen=given["cap_yen"],
        )

    def _person(self) -> NewObligor:
        given = self.cleaned_data
        return NewObligor(
            kind=ObligorKind(given["kind"]),
            name=given["name"],
            name_kana=given["name_kana"],
            birth_on=given["birth_on"],
            address=given["address"],
            telephone=given["telephone"],
        )
