"""What is typed about the heirs of a dead person: the relatives, one a row, and when the person died.

The one idea: rows become the family that the rule of succession asks about; whoever inherits in which share is the rule's answer.
"""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.inheritance import Heir
from saiken.register.actions.add_party import NewParty
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.register.kin import Kin
from saiken.web.components.choices import day_field

#: Rows of the form.
ROWS = 8

RELATIONS = (
    ("", _("－")),
    ("spouse", _("配偶者")),
    ("child", _("子")),
    ("parent", _("父母")),
    ("grandparent", _("祖父母")),
    ("sibling", _("兄弟姉妹")),
    ("half_sibling", _("父母の一方だけが同じ兄弟姉妹")),
)


class HeirsForm(forms.Form):
    """The day of death, and why earlier heirs go."""

    died_on = day_field(_("死亡の日"), has_come=True)
    reason = forms.CharField(label=_("前に登録した相続人を改める理由"), max_length=300, required=False)


class RelativeForm(forms.Form):
    """One relative: registered under a number, or new."""

    relation = forms.ChoiceField(label=_("続柄"), choices=RELATIONS, required=False)
    name = forms.CharField(label=_("氏名"), max_length=200, required=False)
    obligor_id = forms.IntegerField(label=_("登録済みの番号"), required=False, min_value=1, max_value=10**18)
    dead_on = day_field(_("死亡の日"), required=False, has_come=True)
    renounced = forms.BooleanField(label=_("相続を放棄した"), required=False)

    def clean(self) -> dict[str, object]:
        """続柄と氏名は、どちらも要る."""
        given: dict[str, object] = super().clean() or {}
        if bool(given.get("relation")) != bool(given.get("name")) and not self.errors:
            self.add_error("relation" if given.get("name") else "name", str(_("続柄と氏名の両方を入力してください。")))
        return given

    @property
    def kin(self) -> Kin:
        """As it is kept."""
        given = self.cleaned_data
        return Kin(given["relation"], given["name"], given["obligor_id"], given["dead_on"], given["renounced"])


def kin_of(rows: Sequence[RelativeForm]) -> tuple[Kin, ...]:
    """The relatives of the rows that are filled in."""
    return tuple(row.kin for row in rows if row.cleaned_data.get("relation"))


def parties_of_heirs(heirs: Sequence[Heir], rows: Sequence[RelativeForm]) -> list[NewParty]:
    """The heirs with their shares, registered now where no number was given."""
    numbers = {row.cleaned_data.get("name"): row.cleaned_data.get("obligor_id") for row in rows}
    return [
        NewParty(
            role=PartyRole.HEIR,
            obligor_id=numbers[heir.name],
            person=None if numbers[heir.name] else NewObligor(kind=ObligorKind.PERSON, name=heir.name),
            share=(heir.share.numerator, heir.share.denominator),
        )
        for heir in heirs
    ]
