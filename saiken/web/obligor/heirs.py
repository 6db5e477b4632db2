"""Registering the heirs of a dead person together, their shares worked out from how they are related.

The one idea: one form; worked out it shows each share with its steps and articles, sent on it registers all of them in one stroke in the
place of those named before. Somebody who steps in for a dead heir is added by hand among the parties.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import DomainError
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.inheritance import Succession, shares
from saiken.law.errors import LawError
from saiken.register.actions.name_heirs import name_heirs
from saiken.register.kin import family_of
from saiken.register.queries.person import demand_nameable
from saiken.web.context import context_of
from saiken.web.law.lines import cited
from saiken.web.obligor.heirs_form import ROWS, HeirsForm, RelativeForm, kin_of, parties_of_heirs
from saiken.web.obligor.screen import Seen, parties_of, seen


def heirs(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The form, the shares worked out, or the heirs registered."""
    found = seen(request, obligor_id)
    known = [line for line in parties_of(found) if line.role == "heir"]
    sent = request.POST if request.method == "POST" else None
    form = HeirsForm(sent, initial={"died_on": (found.person.kept.died_on or found.on).isoformat()})
    begun = [{"name": line.name, "obligor_id": line.obligor_id} for line in known] + [{}] * ROWS
    rows = [RelativeForm(sent, prefix=f"heir{place}", initial=begun[place]) for place in range(max(ROWS, len(known)))]
    answer = _answer(request, form, rows=rows) if sent is not None else None
    if (
        answer is not None
        and request.POST.get("step") == "register"
        and _registered(request, found, form=form, rows=rows, answer=answer)
    ):
        return redirect("obligor", obligor_id=found.person.kept.obligor_id)
    shown = {
        "person": found.person,
        "form": form,
        "rows": rows,
        "known": known,
        "answer": answer,
        "steps": _steps(request, answer) if answer is not None else (),
    }
    is_refused = sent is not None and (bool(form.errors) or any(row.errors for row in rows))
    return render(request, "obligor/heirs.html", shown, status=422 if is_refused else 200)


def _answer(request: HttpRequest, form: HeirsForm, *, rows: Sequence[RelativeForm]) -> Explained[Succession] | None:
    """The shares; None where something typed is wrong or the rule refuses."""
    if not all([form.is_valid(), *(row.is_valid() for row in rows)]):
        return None
    try:
        family = family_of(kin_of(rows), died_on=form.cleaned_data["died_on"])
        return shares(family, kind=ClaimKind.OTHER_PUBLIC, lawbook=context_of(request).lawbook)
    except (DomainError, LawError) as refused:
        form.add_error(None, str(refused))
        return None


def _registered(
    request: HttpRequest,
    found: Seen,
    *,
    form: HeirsForm,
    rows: Sequence[RelativeForm],
    answer: Explained[Succession],
) -> bool:
    claims = (claim for group in found.owed.groups for claim in group.claims if claim.is_principal)
    try:
        demand_nameable([one.obligor_id for one in kin_of(rows) if one.obligor_id], found.scope)
        name_heirs(
            claim_ids=[claim.claim_id for claim in claims],
            heirs=parties_of_heirs(answer.value.heirs, rows),
            reason=form.cleaned_data["reason"],
            lawbook=context_of(request).lawbook,
            by=found.scope.by,
            on=form.cleaned_data["died_on"],
            kin=kin_of(rows),
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _steps(request: HttpRequest, answer: Explained[Succession]) -> list[tuple[str, list[object]]]:
    context = context_of(request)
    return [
        (step.sentence, [cited(place, book=context.lawbook, proofs=context.proofs) for place in step.citations])
        for step in answer.steps
    ]
