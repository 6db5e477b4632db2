"""Taking down a contact from the person's page: a call, a visit, a word at the counter.

The one idea: one short form that is always there; saved, the history and the next day stand renewed and the form is empty again. What is
typed wrongly stays as it was typed, with the sentence at its field.
"""

from django.http import HttpRequest

from saiken.domain.person.contact import ContactMode, ContactResult
from saiken.web.obligor.contact_form import ContactForm, offered, quick_days
from saiken.web.obligor.screen import Seen


def contact_part(request: HttpRequest, found: Seen, *, form: ContactForm | None = None) -> dict[str, object]:
    """What the form is laid out from: its choices, the quick days, what is typed and what is wrong with it."""
    return {
        "contact": form or ContactForm(initial=offered()),
        "contact_modes": tuple(ContactMode),
        "contact_results": tuple(ContactResult),
        "quick_days": quick_days(found.on),
        "contact_problems": tuple(form.errors.items()) if form else (),
        "is_saved": request.GET.get("saved") == "1",
    }
