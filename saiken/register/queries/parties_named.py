"""The names of the persons whom the forms of acts name (名あて人, 相続人, 保証人 and the like).

The one idea: a form keeps numbers, a reader is told names, all of them by one question. Whoever asks has judged that the acts may be seen.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from saiken.register.models import Obligor

#: The field of a form that names persons, in every act that has one.
PARTIES = "parties"


def people_of(forms: Iterable[Mapping[str, Any]]) -> Mapping[int, str]:
    """The names of everybody named, by number."""
    numbers = {number for form in forms for number in form.get(PARTIES) or ()}
    return dict(Obligor.objects.filter(pk__in=sorted(numbers)).values_list("pk", "name")) if numbers else {}


def names_in(form: Mapping[str, Any], people: Mapping[int, str]) -> str:
    """Those whom one form names, in its order; empty where it names nobody."""
    return "、".join(people.get(number, str(number)) for number in form.get(PARTIES) or ())
