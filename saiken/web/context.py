"""What the wiring hands to every view: the package's data, read once when the server starts.

The one idea: a view reaches the edition, the states and the glossary through `request.context` and loads nothing itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from saiken.domain.sheets.edition import Edition
from saiken.domain.states.table import State
from saiken.glossary import Glossary
from saiken.law.citation import Citation
from saiken.law.lawbook import LawBook
from saiken.law.proofs import Proof


@dataclass(frozen=True, eq=False)
class WebContext:
    """Editions by id, the sixteen states in printed order, the words of both languages, the law in force and what proves it.

    Equal only to itself.
    """

    editions: Mapping[str, Edition]
    states: tuple[State, ...]
    glossary: Glossary
    lawbook: LawBook
    proofs: Mapping[Citation, tuple[Proof, ...]]


def context_of(request: HttpRequest) -> WebContext:
    """The context of this request. Raises AttributeError when the wiring's middleware did not run."""
    found: WebContext = request.context  # type: ignore[attr-defined]
    return found
