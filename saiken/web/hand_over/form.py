"""The forms of hand-overs: a proposal, a step, a rule, a goal.

The one idea: fields only; whether something may be handed over is judged by the register and said above the form.
"""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.hand_over import HandOverStepKind, load_conditions
from saiken.register.queries.office_choices import offices_to_choose, receivables_to_choose
from saiken.web.components.choices import key_field, one_of, text_field, yen_field
from saiken.web.templatetags.saiken import is_japanese


def condition_choices() -> list[tuple[str, str]]:
    """The conditions in the language of the page."""
    return [(one.id, one.japanese if is_japanese() else one.english) for one in load_conditions()]


class ProposalForm(forms.Form):
    """To whom, why, with which papers; the claims are chosen beside it."""

    condition = forms.ChoiceField(label=_("引継ぎの条件"))
    reason = text_field(_("理由・経緯"), most=500, required=False, rows=3)
    attachments = text_field(_("添える書類"), most=500, required=False)
    submission = key_field()

    def __init__(self, *args: object, on: date, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["condition"].choices = condition_choices()  # type: ignore[attr-defined]
        self.fields["to_office"] = one_of(_("引継ぎを受ける所属"), offices_to_choose(on))
        self.order_fields(["to_office", "condition", "reason", "attachments", "submission"])


class StepForm(forms.Form):
    """A step with its reason; `seen` is the last step that was shown. Figures are told with results and returns."""

    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in HandOverStepKind])
    seen = forms.CharField(max_length=30)
    seen_place = forms.IntegerField(required=False, min_value=1, max_value=9_999)
    reason = text_field(_("理由・内容"), most=1000, required=False, rows=2)


class RuleForm(forms.Form):
    """A rule of hand-over."""

    condition = forms.ChoiceField(label=_("引継ぎの条件"))
    months = forms.IntegerField(label=_("月数（月数で決まる条件）"), min_value=1, max_value=240, required=False)
    least_yen = yen_field(_("金額（円以上。金額で決まる条件）"), required=False, least=1)
    proposes = forms.BooleanField(label=_("夜間に引継ぎの案を作る"), required=False)
    is_automatic = forms.BooleanField(label=_("案とせず、自動で引き継ぐ"), required=False)

    def __init__(self, *args: object, on: date, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        offices = offices_to_choose(on)
        self.fields["condition"].choices = condition_choices()  # type: ignore[attr-defined]
        self.fields["from_office"] = one_of(_("引き継ぐ所属"), offices)
        self.fields["to_office"] = one_of(_("引継ぎを受ける所属"), offices)
        self.fields["receivable"] = one_of(
            _("債権"), receivables_to_choose(on), empty=_("すべての債権"), required=False
        )
        self.order_fields(["from_office", "to_office", "receivable", "condition"])


class GoalForm(forms.Form):
    """A goal of the year for a receivable and a condition."""

    condition = forms.ChoiceField(label=_("引継ぎの条件"))
    goal_yen = yen_field(_("徴収の目標（円）"))

    def __init__(self, *args: object, on: date, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["condition"].choices = condition_choices()  # type: ignore[attr-defined]
        self.fields["receivable"] = one_of(_("債権"), receivables_to_choose(on))
        self.order_fields(["receivable", "condition", "goal_yen"])
