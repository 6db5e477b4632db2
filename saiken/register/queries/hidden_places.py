"""Places by which a protected person could be found (支援措置), as they stand in what other pages show: the employer, a house.

The one idea: whatever a list, a form or a paper says of where such a person works or lives goes through here and shows only under a running
release of the very reader. The person's own addresses are the person page's matter.
"""

from collections.abc import Collection
from typing import Any

from django.utils import timezone

from saiken.domain.claim.asset import PropertyKind
from saiken.register.models import Obligor, ProtectionRelease

#: What stands in the place of what is hidden.
HIDDEN = "支援措置により非表示"
#: The fields of an act's form that say where a property is or who holds it, and the one that says of which kind it is.
PLACES, KIND = ("property", "holder"), "property_kind"

#: Acts whose notes tell of the employer or of property that was found.
_TELLING = frozenset({"property_found", "property_investigation", "salary_inquiry"})


def hidden_from(by: str, obligor_ids: Collection[int]) -> frozenset[int]:
    """Those of the persons who are protected and have not been released to the reader for this moment."""
    rows = Obligor.objects.filter(pk__in=set(obligor_ids), protected=True).values_list("pk", "joined_to_id")
    kept = {pk: joined_to or pk for pk, joined_to in rows}
    if not kept:
        return frozenset()
    now = timezone.now()
    running = ProtectionRelease.objects.filter(
        obligor_id__in={*kept, *kept.values()}, released_to=by, from_at__lte=now, until_at__gt=now
    )
    open_to = set(running.values_list("obligor_id", flat=True))
    return frozenset(pk for pk, kept_id in kept.items() if not {pk, kept_id} & open_to)


def place_text(text: str, *, kind: str, is_hidden: bool) -> str:
    """The employer, the house or the account as it may be shown; empty stays empty."""
    return HIDDEN if text and is_hidden and PropertyKind(kind).leads_to_the_person else text


def note_text(note: str, *, act_kind: str, is_hidden: bool) -> str:
    """The note of an act as it may be shown."""
    return HIDDEN if note and is_hidden and act_kind in _TELLING else note


def hidden_form(form: dict[str, Any], *, is_hidden: bool) -> dict[str, Any]:
    """The form of an act as it may be shown; one that does not say of which kind the property is hides it too."""
    kind = form.get(KIND, PropertyKind.SALARY.value)
    if not is_hidden or kind not in set(PropertyKind) or not PropertyKind(kind).leads_to_the_person:
        return form
    return form | {name: HIDDEN for name in PLACES if form.get(name)}
