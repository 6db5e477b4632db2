"""Which offices a name means.

The one idea: bureaus and sections are spelled differently from paper to paper, so a name, a key or an alias finds its office whatever the
width and the spaces. Whether the office exists on a day is the caller's question.
"""

from saiken.register.models import Office, OfficeAlias
from saiken.register.models.office_alias import normalised


def offices_named(name: str) -> frozenset[int]:
    """The ids of the offices with that name, key or alias; several when a name was used again later, empty when nobody has it."""
    wanted = normalised(name)
    aliased = OfficeAlias.objects.filter(alias=wanted).values_list("office_id", flat=True)
    named = (pk for pk, *names in Office.objects.values_list("pk", "name", "key") if wanted in map(normalised, names))
    return frozenset([*aliased, *named])
