"""Naming one more person who answers for claims, and taking somebody back who was named by mistake.

The one idea: the claims of the person are ticked, the other is found by number or registered with what is known, and the roles stand from
the day given. The law's effects follow from the register.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import DomainError
from saiken.register.actions.add_party import add_party
from saiken.register.actions.register_obligor import ObligorKind
from saiken.register.actions.withdraw_party import withdraw_party
from saiken.register.queries.person import demand_nameable
from saiken.web.components.parameters import chosen_numbers, whole
from saiken.web.context import context_of
from saiken.web.obligor.facts_form import TakeBackForm
from saiken.web.obligor.parties_form import PartyForm
from saiken.web.obligor.screen import Seen, parties_of, seen


def party(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The form for a further obligor, or with `role` the form to take one back; what is sent is done."""
    found = seen(request, obligor_id)
    asked = request.GET.get("role", "")
    if asked:
        return _withdraw(request, found, role_ids=_known_roles(asked, found))
    form = PartyForm(request.POST or None, initial={"from_on": localdate().isoformat()})
    if request.method == "POST" and form.is_valid():
        named = form.party()
        try:
            demand_nameable([named.obligor_id] if named.obligor_id else (), found.scope)
            add_party(
                claim_ids=_claims(request, found),
                party=named,
                lawbook=context_of(request).lawbook,
                by=found.scope.by,
                on=form.cleaned_data["from_on"],
            )
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("obligor", obligor_id=obligor_id)
    shown = {
        "person": found.person,
        "owed": found.owed,
        "form": form,
        "chosen": set(request.POST.getlist("claim")),
        "roles": [role for role in PartyRole if role is not PartyRole.PRINCIPAL],
        "kinds": tuple(ObligorKind),
    }
    return render(request, "obligor/party.html", shown, status=422 if form.errors else 200)


def _claims(request: HttpRequest, found: Seen) -> list[int]:
    """The ticked claims, as far as they are claims of the person in scope."""
    ticked = set(chosen_numbers(request.POST, "claim"))
    return [claim_id for claim_id in found.owed.claim_ids if claim_id in ticked]


def _known_roles(asked: str, found: Seen) -> tuple[int, ...]:
    wanted = {whole(text) for text in asked.split(",")}
    lines = parties_of(found)
    return tuple(role_id for line in lines for role_id in line.role_ids if role_id in wanted)


def _withdraw(request: HttpRequest, found: Seen, *, role_ids: tuple[int, ...]) -> HttpResponse:
    form = TakeBackForm(request.POST or None)
    line = next((line for line in parties_of(found) if set(line.role_ids) & set(role_ids)), None)
    if line is None:
        return redirect("obligor", obligor_id=found.person.kept.obligor_id)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_party(
                role_ids=role_ids,
                reason=form.cleaned_data["reason"],
                lawbook=context_of(request).lawbook,
                by=found.scope.by,
                on=localdate(),
            )
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("obligor", obligor_id=found.person.kept.obligor_id)
    shown = {"person": found.person, "line": line, "form": form}
    return render(request, "obligor/withdraw.html", shown, status=422 if form.errors else 200)
