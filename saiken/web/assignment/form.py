"""The form of an assignment: which cases of the office go to whom, from when, why.

The one idea: the same fields make the preview and the assignment, so what is applied is what was looked at.
"""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.legal_class import LegalClass
from saiken.glossary import Glossary
from saiken.register.queries.assignment import Choice, OfficerLoad, officers_of
from saiken.register.queries.office_choices import receivables_to_choose
from saiken.web.components.choices import day_field, key_field, one_of, text_field, yen_field
from saiken.web.templatetags.saiken import is_japanese

_ALL, _NOBODY = "all", "0"


class AssignmentForm(forms.Form):
    """What to share out among whom."""

    least_yen = yen_field(_("残高（円以上）"), required=False)
    below_yen = yen_field(_("残高（円未満）"), required=False)
    from_on = day_field(_("担当を替える日"))
    reason = text_field(_("理由"), most=200)
    run = key_field()

    def __init__(
        self,
        *args: object,
        office_id: int,
        loads: tuple[OfficerLoad, ...],
        glossary: Glossary,
        on: date,
        **named: object,
    ) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.office_id, self.loads = office_id, loads
        holders = [(str(load.officer.user_id), load.officer.display_name) for load in loads if load.officer]
        self.fields["holder"] = forms.ChoiceField(
            label=_("今の担当"), choices=[(_NOBODY, _("担当なし")), *holders, (_ALL, _("全員"))]
        )
        self.fields["receivable"] = one_of(
            _("債権"), receivables_to_choose(on), empty=_("すべての債権"), required=False
        )
        words = glossary.japanese if is_japanese() else glossary.english
        self.fields["legal_class"] = forms.ChoiceField(
            label=_("債権区分"),
            choices=[("", _("すべて")), *((one.value, words(one.value)) for one in LegalClass)],
            required=False,
        )
        self.fields["officers"] = forms.TypedMultipleChoiceField(
            label=_("新しい担当（複数なら均等に割り振ります）"),
            choices=[(one.user_id, one.display_name) for one in officers_of(office_id, on=on)],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
        )
        self.order_fields(
            ["holder", "receivable", "legal_class", "least_yen", "below_yen", "officers", "from_on", "reason"]
        )

    def choice(self) -> Choice:
        """What is asked of the register."""
        given = self.cleaned_data
        return Choice(
            office_id=self.office_id,
            officer_ids=tuple(given["officers"]),
            from_on=given["from_on"],
            holder=None if given["holder"] == _ALL else int(given["holder"]),
            least_yen=given["least_yen"] or 0,
            below_yen=given["below_yen"],
            receivable_id=given["receivable"],
            legal_class=given["legal_class"],
        )
