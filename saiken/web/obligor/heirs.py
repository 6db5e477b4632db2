"""Registering the heirs of a dead person together, their shares worked out from how they are related.

The one idea: one form; worked out it shows each share with its steps and articles, sent on it registers all of them in one stroke in the
place of those named before. Somebody who steps in for a dead heir is added by hand among the parties.
"""

from collections.abc import Sequence
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import DomainError
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.inheritance import Succession, shares
from saiken.law.errors import LawError
from saiken.register.actions.name_heirs import HeirsChanged, NewHeirs, name_heirs
from saiken.register.kin import family_of
from saiken.register.queries.answering import heir_roles
from saiken.register.queries.person import demand_nameable
from saiken.web.components.parameters import whole
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
    answer = _answer(request, form, rows=rows, found=found) if sent is not None else None
    seen_now = heir_roles(_claims(found))
    if answer is not None and request.POST.get("step") == "register":
        try:
            _register(request, found, form=form, rows=rows, answer=answer)
        except HeirsChanged as changed:
            form.add_error(None, str(changed))
        except DomainError as refused:
            form.add_error(None, str(refused))
            seen_now = _seen(request)
        else:
            return redirect("obligor", obligor_id=found.person.kept.obligor_id)
    elif sent is not None:
        seen_now = _seen(request)
    shown = {
        "submission": request.POST.get("submission") or str(uuid4()),
        "seen": ",".join(map(str, seen_now)),
        "person": found.person,
        "form": form,
        "rows": rows,
        "known": known,
        "answer": answer,
        "steps": _steps(request, answer) if answer is not None else (),
    }
    is_refused = sent is not None and (bool(form.errors) or any(row.errors for row in rows))
    return render(request, "obligor/heirs.html", shown, status=422 if is_refused else 200)


def _claims(found: Seen) -> list[int]:
    """The claims that pass to the heirs: those of which the person is the principal debtor."""
    return [claim.claim_id for group in found.owed.groups for claim in group.claims if claim.is_principal]


def _seen(request: HttpRequest) -> tuple[int, ...]:
    """The roles of the heirs that were looked at, as the form carries them."""
    return tuple(number for text in request.POST.get("seen", "").split(",") if (number := whole(text)) is not None)


def _answer(
    request: HttpRequest, form: HeirsForm, *, rows: Sequence[RelativeForm], found: Seen
) -> Explained[Succession] | None:
    """The shares; None where something typed is wrong or the rule refuses."""
    if not all([form.is_valid(), *(row.is_valid() for row in rows)]):
        return None
    birth_on = found.person.kept.birth_on
    if birth_on is not None and form.cleaned_data["died_on"] < birth_on:
        form.add_error("died_on", gettext("死亡の日が生年月日より前です。"))
    if sum(one.relation == "spouse" for one in kin_of(rows)) > 1:
        form.add_error(None, gettext("配偶者が二人います。続柄を確かめてください。"))
    if form.errors:
        return None
    try:
        family = family_of(kin_of(rows), died_on=form.cleaned_data["died_on"])
        return shares(family, kind=ClaimKind.OTHER_PUBLIC, lawbook=context_of(request).lawbook)
    except (DomainError, LawError) as refused:
        form.add_error(None, str(refused))
        return None


def _register(
    request: HttpRequest,
    found: Seen,
    *,
    form: HeirsForm,
    rows: Sequence[RelativeForm],
    answer: Explained[Succession],
) -> None:
    """Register them; raises DomainError where that is refused, HeirsChanged where somebody else did since."""
    demand_nameable([one.obligor_id for one in kin_of(rows) if one.obligor_id], found.scope)
    named = NewHeirs(
        heirs=parties_of_heirs(answer.value.heirs, rows),
        reason=form.cleaned_data["reason"],
        kin=kin_of(rows),
        submission=request.POST.get("submission", "")[:36],
        seen=_seen(request) if "seen" in request.POST else None,
    )
    name_heirs(
        claim_ids=_claims(found),
        named=named,
        lawbook=context_of(request).lawbook,
        by=found.scope.by,
        on=form.cleaned_data["died_on"],
    )


def _steps(request: HttpRequest, answer: Explained[Succession]) -> list[tuple[str, list[object]]]:
    context = context_of(request)
    return [
        (step.sentence, [cited(place, book=context.lawbook, proofs=context.proofs) for place in step.citations])
        for step in answer.steps
    ]
