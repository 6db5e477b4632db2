"""Writing down facts about a person, correcting them, ending them.

The one idea: one form for a new fact and for a right value in the place of a wrong one; what is refused stands above it and what was typed
stays. A fact that the viewer may not see cannot be corrected by them.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.domain.errors import DomainError
from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.register.actions.correct_fact import correct_fact
from saiken.register.actions.end_fact import end_fact
from saiken.register.actions.state_fact import state_fact
from saiken.register.queries.person import FactLine
from saiken.web.obligor.facts_form import EndForm, FactForm, TakeBackForm
from saiken.web.obligor.office import acting_office, acting_posts
from saiken.web.obligor.screen import Seen, seen


def new_fact(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The form for a fact, or the fact written down."""
    found = seen(request, obligor_id)
    form = FactForm(request.POST or None, initial={"from_on": localdate().isoformat()})
    if request.method == "POST" and form.is_valid():
        fact = form.fact(source_office_id=acting_office(request))
        try:
            state_fact(obligor_id=found.person.kept.obligor_id, fact=fact, by=found.scope.by, on=localdate())
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("obligor", obligor_id=obligor_id)
    return _page(request, found, form=form)


def one_fact(request: HttpRequest, *, obligor_id: int, fact_id: int) -> HttpResponse:
    """A fact with the forms to correct it, to end it and to take it back."""
    found = seen(request, obligor_id)
    line = next((fact for fact in found.person.facts if fact.fact_id == fact_id and not fact.withheld), None)
    if line is None:
        raise Http404
    step = request.POST.get("step", "")
    form = FactForm(request.POST if step == "correct" else None, initial=_typed(line))
    end = EndForm(request.POST if step == "end" else None, initial={"last_on": localdate().isoformat()})
    back = TakeBackForm(request.POST if step == "take_back" else None)
    forms: dict[str, FactForm | EndForm | TakeBackForm] = {"correct": form, "end": end, "take_back": back}
    chosen = forms.get(step)
    if request.method == "POST" and chosen is not None and chosen.is_valid():
        try:
            _answer(request, line, form=chosen)
        except DomainError as refused:
            chosen.add_error(None, str(refused))
        else:
            return redirect("obligor", obligor_id=obligor_id)
    return _page(request, found, form=form, line=line, end=end, back=back)


def _answer(request: HttpRequest, line: FactLine, *, form: FactForm | EndForm | TakeBackForm) -> None:
    by, on = request.user.get_username(), localdate()
    match form:
        case EndForm():
            end_fact(fact_id=line.fact_id, last_on=form.cleaned_data["last_on"], by=by, on=on)
        case TakeBackForm():
            correct_fact(fact_id=line.fact_id, fact=None, reason=form.cleaned_data["reason"], by=by, on=on)
        case FactForm():
            fact = form.fact(source_office_id=acting_office(request))
            correct_fact(fact_id=line.fact_id, fact=fact, reason=form.cleaned_data["note"], by=by, on=on)


def _typed(line: FactLine) -> dict[str, object]:
    """The fact as the form's fields."""
    return {
        "kind": line.kind.value,
        "value": line.value,
        "postal_code": line.postal_code,
        "hours": line.hours,
        "from_on": line.from_on.isoformat(),
        "permitted_use": line.permitted_use.value,
        "restricted": line.restricted,
    }


def _page(request: HttpRequest, found: Seen, **shown: object) -> HttpResponse:
    problems = [form for form in shown.values() if getattr(form, "errors", None)]
    context = {
        "person": found.person,
        "kinds": tuple(FactKind),
        "uses": tuple(PermittedUse),
        "posts": acting_posts(request),
        "problems": problems,
        **shown,
    }
    return render(request, "obligor/facts.html", context, status=422 if problems else 200)
