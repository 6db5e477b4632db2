"""What of a salary may be seized: the pay slip in, the result with its steps and articles out, ready to print.

The one idea: an address with the figures is the question, so the paper and the screen are the same answer; nothing is kept. Which act
applies
follows from who enforces.
"""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.errors import DomainError
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.pay import Pay, PayPeriod, PayUnit
from saiken.domain.rules.wage_seizure import WageExemption, wage_exemption
from saiken.domain.rules.wage_seizure_court import CourtExemption, court_wage_exemption
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook
from saiken.register.queries.person_assets import property_line
from saiken.web.components.choices import day_field
from saiken.web.context import context_of
from saiken.web.scope import scope

OWN, COURT = "own", "court"


def _yen(label: object, *, required: bool = False) -> forms.IntegerField:
    text = forms.TextInput(attrs={"inputmode": "numeric", "size": 10, "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=0, max_value=10**9, required=required, widget=text)  # type: ignore[arg-type]  # a lazy text


class PaySlipForm(forms.Form):
    """The figures as on the pay slip."""

    on = day_field(_("差押えの日"))
    by = forms.ChoiceField(
        label=_("手続"), choices=[(OWN, _("滞納処分（国税徴収法76条）")), (COURT, _("強制執行（民事執行法152条）"))]
    )
    unit = forms.ChoiceField(label=_("支給の単位"), choices=[(unit.value, unit.value) for unit in PayUnit])
    periods = forms.IntegerField(
        label=_("単位の数"),
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    gross_yen = _yen(_("総支給額（円）"), required=True)
    income_tax_yen = _yen(_("所得税（円）"))
    resident_tax_yen = _yen(_("住民税（円）"))
    social_insurance_yen = _yen(_("社会保険料（円）"))
    dependents = forms.IntegerField(
        label=_("生計を一にする親族（人）"),
        min_value=0,
        max_value=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    consent = forms.BooleanField(label=_("本人の書面による承諾がある"), required=False)

    def pay(self) -> Pay:
        """The pay and what is withheld from it."""
        given = self.cleaned_data
        return Pay(
            given["gross_yen"],
            given["income_tax_yen"] or 0,
            given["resident_tax_yen"] or 0,
            given["social_insurance_yen"] or 0,
        )


def salary(request: HttpRequest, *, property_id: int) -> HttpResponse:
    """The calculator, empty or with its answer."""
    obligor_id, name, line = property_line(property_id, scope=scope(request, purpose="salary"))
    if "gross_yen" in request.GET:
        form = PaySlipForm(request.GET)
    else:
        form = PaySlipForm(initial={"on": localdate().isoformat(), "periods": 1, "dependents": 0})
    answer = _answered(form, lawbook=context_of(request).lawbook) if form.is_bound and form.is_valid() else None
    context = {
        "obligor_id": obligor_id,
        "name": name,
        "line": line,
        "form": form,
        "answer": answer,
        "steps": _steps(answer, lawbook=context_of(request).lawbook) if answer else (),
    }
    return render(request, "property/salary.html", context, status=422 if form.is_bound and form.errors else 200)


def _answered(form: PaySlipForm, *, lawbook: LawBook) -> Explained[WageExemption] | Explained[CourtExemption] | None:
    given = form.cleaned_data
    on: date = given["on"]
    period = PayPeriod(PayUnit(given["unit"]), given["periods"])
    try:
        if given["by"] == COURT:
            return court_wage_exemption(form.pay(), on=on, lawbook=lawbook, period=period)
        return wage_exemption(
            form.pay(),
            dependents=given["dependents"],
            on=on,
            lawbook=lawbook,
            period=period,
            consent=given["consent"],
        )
    except (DomainError, LawError) as refused:
        form.add_error(None, str(refused))
        return None


def _steps(
    answer: Explained[WageExemption] | Explained[CourtExemption], *, lawbook: LawBook
) -> tuple[tuple[str, int | None, str], ...]:
    """Each step with its yen and its articles as officials write them."""
    return tuple(
        (step.sentence, step.yen, "、".join(lawbook.text(citation) for citation in step.citations))
        for step in answer.steps
    )
