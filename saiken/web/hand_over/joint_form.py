"""The form of a line of the joint effect: whose arrears, which payments, from when, the goal.

The one idea: fields only; the register judges.
"""

from datetime import date
from enum import StrEnum

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.channel import Channel
from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.glossary import Glossary
from saiken.register.queries.office_choices import receivables_to_choose
from saiken.web.components.choices import day_field, one_of, text_field, yen_field
from saiken.web.templatetags.saiken import is_japanese


class JointForm(forms.Form):
    """A line; `place` is the one that is set anew."""

    place = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=9_999)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=9_999)
    condition = text_field(_("条件（表に載せる言葉）"), most=100)
    from_on = day_field(_("収入を数え始める日"))
    until_on = day_field(_("収入を数え終わる日"))
    goal_yen = yen_field(_("効果の目標①（円）"), required=False)
    is_dropped = forms.BooleanField(label=_("この行を表から除く"), required=False)

    def __init__(self, *args: object, glossary: Glossary, on: date, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        words = glossary.japanese if is_japanese() else glossary.english

        def named_by(kinds: type[StrEnum]) -> list[tuple[str, str]]:
            return [(kind.value, words(kind.value)) for kind in kinds]

        self.fields["basis"] = forms.ChoiceField(label=_("調査の対象"), choices=named_by(JointBasis))
        self.fields["start"] = forms.ChoiceField(label=_("いつからの収入か"), choices=named_by(JointStart))
        self.fields["receivable"] = one_of(
            _("債権"), receivables_to_choose(on), empty=_("すべての債権"), required=False
        )
        self.fields["channels"] = forms.MultipleChoiceField(
            label=_("数える収納方法"),
            help_text=_("選ばなければ、すべての収入を数えます。"),
            choices=named_by(Channel),
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 5}),
        )
        self.order_fields(
            ["condition", "basis", "start", "receivable", "channels", "from_on", "until_on", "goal_yen", "is_dropped"]
        )
