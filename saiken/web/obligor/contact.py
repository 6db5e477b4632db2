"""Taking down a contact from the person's page: a call, a visit, a word at the counter.

The one idea: one short form that is always there; saved, the history and the next day stand renewed and the form is empty again. What is
typed wrongly stays as it was typed, with the sentence at its field.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.register.actions.record_contact import NewContact, record_contact
from saiken.web.components.parameters import chosen_numbers, is_partial
from saiken.web.context import context_of
from saiken.web.obligor.contact_form import ContactForm, offered, quick_days, typed
from saiken.web.obligor.screen import Seen, history_part, page_of, promises, running, seen


@require_POST
def contact(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """Record it; for htmx the form and the history anew, else back to the page."""
    found, form = seen(request, obligor_id), ContactForm(request.POST)
    is_saved = form.is_valid() and _recorded(request, found, form=form)
    if is_partial(request):
        return _renewed(request, found, form=None if is_saved else form)
    if is_saved:
        return redirect(f"{reverse('obligor', kwargs={'obligor_id': obligor_id})}?saved=1")
    shown = page_of(request, found) | contact_part(request, found, form=form)
    return render(request, "obligor/page.html", shown, status=422)


def contact_part(request: HttpRequest, found: Seen, *, form: ContactForm | None = None) -> dict[str, object]:
    """What the form is laid out from: its choices, the quick days, what is typed and what is wrong with it."""
    return {
        "contact_values": typed(form) if form else offered(mode=request.GET.get("contact", "")),
        "contact_modes": tuple(ContactMode),
        "contact_results": tuple(ContactResult),
        "quick_days": quick_days(found.on),
        "contact_problems": tuple(form.errors.items()) if form else (),
        "is_saved": form is None and request.GET.get("saved") == "1",
    }


def _recorded(request: HttpRequest, found: Seen, *, form: ContactForm) -> bool:
    """Whether it was recorded; else the form says why not."""
    given = form.cleaned_data
    new = NewContact(
        claim_ids=_claims(request, found),
        mode=ContactMode(given["mode"]),
        result=ContactResult(given["result"]),
        at=given["at"],
        promised_on=given["promised_on"],
        promised_yen=given["promised_yen"],
        next_on=given["next_on"],
        note=given["note"],
    )
    try:
        record_contact(
            obligor_id=found.person.kept.obligor_id,
            contact=new,
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


def _claims(request: HttpRequest, found: Seen) -> tuple[int, ...]:
    """The ticked claims, else every open claim that the viewer sees, else every claim."""
    ticked = set(chosen_numbers(request.POST, "claim"))
    chosen = tuple(claim_id for claim_id in found.owed.claim_ids if claim_id in ticked)
    return chosen or found.owed.open_ids or found.owed.claim_ids


def _renewed(request: HttpRequest, found: Seen, *, form: ContactForm | None) -> HttpResponse:
    """The form, and where it was recorded the history, the files and what runs beside it."""
    shown = contact_part(request, found, form=form) | {"person": found.person, "is_saved": form is None}
    if form is None:
        again = seen(request, found.person.kept.obligor_id)
        shown |= {"person": again.person, "running": running(again), "promises": promises(again)}
        shown |= history_part(request, again)
    return render(request, "obligor/_contact_answer.html", shown)
