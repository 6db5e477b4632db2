"""The fields of the plan generator, and what is asked of the register by them.

The one idea: the same fields are asked by the address (what if) and sent to be saved, so what is saved is what was looked at. What is
judged
by the rules is not judged here.
"""

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.plan import AllocationOrder, PlanKind
from saiken.domain.errors import DomainError, InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.instalment_choice import PlanChoice
from saiken.domain.rules.instalment_performance import Tolerance
from saiken.domain.rules.plan_limits import Affordability, affordability
from saiken.law.lawbook import LawBook
from saiken.register.queries.person_claims import OwedClaim
from saiken.register.queries.plan_offer import AskedPlan
from saiken.web.components.choices import day_field

MONTHLY, COUNT, END = "monthly", "count", "end"
_MOST_YEN = 10**12


def _yen(label: Any, **more: object) -> forms.IntegerField:
    text = forms.TextInput(attrs={"inputmode": "numeric", "size": 10, "autocomplete": "off"})
    field: forms.IntegerField = forms.IntegerField(
        label=label,
        min_value=0,
        max_value=_MOST_YEN,
        required=False,
        widget=text,
        **more,  # type: ignore[arg-type]
    )
    return field


def _number(label: Any, *, least: int, most: int) -> forms.IntegerField:
    text = forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False, widget=text)


class PlanForm(forms.Form):
    """Everything that shapes a plan; `by` chooses which of the three sums is given."""

    kind = forms.ChoiceField(label=_("計画の種類"), choices=[(kind.value, kind.value) for kind in PlanKind])
    agreed_on = day_field(_("約束の日"))
    first_on = day_field(_("最初の納付日"))
    by = forms.ChoiceField(
        label=_("分け方"),
        choices=[(MONTHLY, _("毎月の額で決める")), (COUNT, _("回数で決める")), (END, _("終わりの日で決める"))],
    )
    monthly_yen = _yen(_("毎月の額（円）"))
    count = _number(_("回数"), least=1, most=1200)
    end_on = day_field(_("終わりの日"), required=False)
    month_end = forms.BooleanField(label=_("毎月末日とする"), required=False)
    first_yen = _yen(_("最初の回の額（円）"), help_text=_("ほかの回と違うときだけ"))
    rise_from = _number(_("増額する回"), least=2, most=1200)
    rise_yen = _yen(_("増額後の額（円）"))
    bonus_months = forms.MultipleChoiceField(
        label=_("賞与月"),
        choices=[(str(month), str(month)) for month in range(1, 13)],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    bonus_yen = _yen(_("賞与月の上乗せ（円）"))
    unit_yen = forms.TypedChoiceField(
        label=_("額の単位"), choices=[("1", "1"), ("100", "100"), ("500", "500"), ("1000", "1,000")], coerce=int
    )
    order = forms.ChoiceField(label=_("充てる順"), choices=[(order.value, order.value) for order in AllocationOrder])
    with_charge = forms.BooleanField(label=_("今日までの延滞金等も分割に含める"), required=False)
    income_yen = _yen(_("毎月の収入（円）"))
    living_yen = _yen(_("毎月の生活費（円）"))
    other_yen = _yen(_("ほかの返済（円）"))
    review_every_months = _number(_("資力の見直し（月ごと）"), least=0, most=120)
    tolerance_days = _number(_("許す遅れ（日）"), least=0, most=60)
    tolerance_yen = _yen(_("許す不足（円）"))
    note = forms.CharField(label=_("備考"), required=False, max_length=500)

    def clean_agreed_on(self) -> date:
        """An agreement is written down when it has been made."""
        agreed_on: date = self.cleaned_data["agreed_on"]
        if agreed_on > localdate():
            raise forms.ValidationError(_("まだ来ていない日の約束は記録できません。"))
        return agreed_on

    def asked(self, claims: tuple[OwedClaim, ...], chosen: list[str]) -> AskedPlan:
        """What is asked; raises InvalidInput where the chosen way lacks its number."""
        given = self.cleaned_data
        ids = {str(claim.claim_id): claim.claim_id for claim in claims}
        return AskedPlan(
            claim_ids=tuple(ids[text] for text in chosen if text in ids),
            kind=PlanKind(given["kind"]),
            order=AllocationOrder(given["order"]),
            choice=self._choice(),
            with_charge=given["with_charge"],
        )

    def _choice(self) -> PlanChoice:
        given, by = self.cleaned_data, self.cleaned_data["by"]
        wanted = {MONTHLY: "monthly_yen", COUNT: "count", END: "end_on"}
        value = given[wanted[by]]
        if value in (None, ""):
            label = str(self.fields[wanted[by]].label)
            raise InvalidInput(f"{label}がありません", place=label)
        return PlanChoice(
            first_on=given["first_on"],
            monthly_yen=value if by == MONTHLY else None,
            count=value if by == COUNT else None,
            end_on=value if by == END else None,
            first_yen=given["first_yen"] or None,
            rise_from=given["rise_from"],
            rise_yen=given["rise_yen"],
            bonus_months=tuple(int(month) for month in given["bonus_months"]),
            bonus_yen=given["bonus_yen"] or 0,
            month_end=given["month_end"],
            unit_yen=given["unit_yen"],
        )

    def tolerance(self) -> Tolerance:
        """Days and yen by which an instalment may be late or short."""
        return Tolerance(self.cleaned_data["tolerance_days"] or 0, self.cleaned_data["tolerance_yen"] or 0)

    def means(self, instalment_yen: int) -> Explained[Affordability] | None:
        """Whether the largest instalment can be paid; None where income or costs were not given."""
        given = self.cleaned_data
        if given["income_yen"] is None or given["living_yen"] is None:
            return None
        try:
            return affordability(
                given["income_yen"],
                given["living_yen"],
                instalment_yen=instalment_yen,
                other_yen=given["other_yen"] or 0,
            )
        except DomainError:
            return None


def offered(on: date, *, lawbook: LawBook) -> dict[str, object]:
    """What the fields hold before anybody types: a year in equal sums from the end of next month."""
    first_on = date(on.year + on.month // 12, on.month % 12 + 1, 25)
    days, yen, months = (
        int(lawbook.value(name, on=on).number)
        for name in ("instalment_tolerance_days", "instalment_tolerance_yen", "plan_review_months")
    )
    return {
        "kind": PlanKind.PLEDGE.value,
        "agreed_on": on.isoformat(),
        "first_on": first_on.isoformat(),
        "by": COUNT,
        "count": 12,
        "unit_yen": 1000,
        "order": AllocationOrder.OLDEST_DUE.value,
        "review_every_months": months,
        "tolerance_days": days,
        "tolerance_yen": yen,
    }
