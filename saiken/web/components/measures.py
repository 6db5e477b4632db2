"""The measures that a halt or a campaign may name, in the language of the page.

The one idea: the acts of the catalogue under their groups; a group stands for all its acts. An id that the catalogue has lost is shown as
it is.
"""

from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext

from saiken.domain.acts.catalogue import ActCatalogue, load_acts
from saiken.web.templatetags.saiken import is_japanese

#: A heading with its choices, as a form takes them.
Choices = list[tuple[str, list[tuple[str, str]]]]


def measure_choices() -> Choices:
    """Every group, itself to be chosen first, with its acts."""
    book, japanese = _acts(), is_japanese()
    found: Choices = []
    for group in book.groups:
        name = group.japanese if japanese else group.english
        every = gettext("%(group)sのすべて") % {"group": name}
        acts = [(kind.id, kind.japanese if japanese else kind.english) for kind in book.of_group(group.id)]
        found.append((name, [(group.id, every), *acts]))
    return found


def measure_names(names: Iterable[str]) -> list[str]:
    """The words of these measures."""
    words = {key: word for _, choices in measure_choices() for key, word in choices}
    return [words.get(name, name) for name in names]


@cache
def _acts() -> ActCatalogue:
    return load_acts()
