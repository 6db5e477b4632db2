"""Asking institutions about a person's property: several rows in one form.

The one idea: six empty rows are always there, so a whole round of banks goes out in one stroke without scripts; rows left empty are no
inquiries. Who was asked before is suggested.
"""

from datetime import date, timedelta
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.errors import DomainError
from saiken.law.lawbook import LawBook
from saiken.register.actions.ask_about_property import Inquiries, Inquiry, ask_about_property
from saiken.register.queries.investigation_lists import institutions_asked
from saiken.register.queries.person_claims import OwedClaim, PersonHead, owed_claims, person_head
from saiken.web.components.choices import day_field
from saiken.web.context import context_of
from saiken.web.scope import scope

#: Rows of the form.
ROWS = 6
#: The power to question and inspect, which reaches claims that the city may enforce itself.
GROUND = "national_tax_collection_act/141"
CONSENT = "consent"


class AskForm(forms.Form):
    """When, until when, on which ground."""

    on = day_field(_("照会の日"), has_come=True)
    answer_due_on = day_field(_("回答の期限"))
    ground = forms.ChoiceField(
        label=_("照会の根拠"),
        choices=[(GROUND, _("国税徴収法141条（質問検査）")), (CONSENT, _("本人の書面による同意"))],
    )
    note = forms.CharField(label=_("備考"), required=False, max_length=500)
    submission = forms.UUIDField(widget=forms.HiddenInput)


class RowForm(forms.Form):
    """One institution; an empty name makes no inquiry."""

    kind = forms.ChoiceField(label=_("財産の種類"), choices=[(kind.value, kind.value) for kind in PropertyKind])
    institution = forms.CharField(
        label=_("照会先"), required=False, max_length=120, widget=forms.TextInput(attrs={"list": "institutions"})
    )
    document_number = forms.CharField(label=_("文書番号"), required=False, max_length=40)


def ask(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The form, or the inquiries recorded."""
    found = person_head(obligor_id, scope=scope(request, purpose="assets"))
    claims = owed_claims(obligor_id, scope=found.scope)
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, initial=_offered(localdate(), lawbook=context_of(request).lawbook))
    rows = [RowForm(sent, prefix=f"row{place}") for place in range(ROWS)]
    if sent is not None and form.is_valid() and all(row.is_valid() for row in rows):
        chosen = _chosen(claims, sent.getlist("claim"))
        is_done = _asked(request, form, rows=rows, found=found, chosen=chosen)
        if is_done:
            return redirect("properties", obligor_id=obligor_id)
    return _page(request, found, claims=claims, form=form, rows=rows)


def _asked(
    request: HttpRequest, form: AskForm, *, rows: list[RowForm], found: PersonHead, chosen: tuple[int, ...]
) -> bool:
    given = form.cleaned_data
    inquiries = [
        Inquiry(PropertyKind(row.cleaned_data["kind"]), name, row.cleaned_data["document_number"])
        for row in rows
        if (name := row.cleaned_data["institution"].strip())
    ]
    has_consented = given["ground"] == CONSENT
    asked = Inquiries(
        claim_ids=chosen,
        inquiries=inquiries,
        answer_due_on=given["answer_due_on"],
        legal_ground="" if has_consented else given["ground"],
        consented=has_consented,
        note=given["note"],
    )
    try:
        ask_about_property(
            obligor_id=found.obligor_id,
            asked=asked,
            submission=str(given["submission"]),
            scope=found.scope,
            lawbook=context_of(request).lawbook,
            by=found.scope.by,
            on=given["on"],
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _chosen(claims: tuple[OwedClaim, ...], sent: list[str]) -> tuple[int, ...]:
    return tuple(claim.claim_id for claim in claims if str(claim.claim_id) in sent)


def _offered(on: date, *, lawbook: LawBook) -> dict[str, str]:
    days = int(lawbook.value("investigation_answer_days", on=on).number)
    return {
        "on": on.isoformat(),
        "answer_due_on": (on + timedelta(days=days)).isoformat(),
        "submission": str(uuid4()),
    }


def _page(
    request: HttpRequest, found: PersonHead, *, claims: tuple[OwedClaim, ...], form: AskForm, rows: list[RowForm]
) -> HttpResponse:
    ticked = (request.POST if form.is_bound else request.GET).getlist("claim")
    chosen = _chosen(claims, ticked) if form.is_bound or ticked else None
    context = {
        "person": found,
        "claims": [
            (claim, not claim.is_gone(localdate()) if chosen is None else claim.claim_id in chosen) for claim in claims
        ],
        "form": form,
        "rows": rows,
        "kinds": tuple(PropertyKind),
        "institutions": institutions_asked(found.scope),
    }
    return render(request, "property/ask.html", context, status=422 if form.errors else 200)
