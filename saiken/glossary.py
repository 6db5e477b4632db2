"""The words of saiken: what a term is called in Japanese and English, what it means and where it stands.

The one idea: `glossary.toml` is the one source of labels for screens, papers, documents and tests; identifiers in code
are its keys. It stands at the bottom beside the law and imports nothing of saiken's.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Term:
    """One word: identifier, group of the glossary, labels, one Japanese line of meaning, basis (may be empty)."""

    identifier: str
    group: str
    japanese: str
    english: str
    meaning: str
    basis: str


@dataclass(frozen=True)
class Glossary:
    """All terms by identifier, in the order of the file."""

    terms: Mapping[str, Term]

    def term(self, identifier: str) -> Term:
        """The term; KeyError with the identifier when the glossary lacks it."""
        return self.terms[identifier]

    def japanese(self, identifier: str) -> str:
        """The Japanese label."""
        return self.terms[identifier].japanese

    def english(self, identifier: str) -> str:
        """The English label."""
        return self.terms[identifier].english


def load_glossary() -> Glossary:
    """Read the glossary from the package; call it once and pass the result in.

    >>> load_glossary().japanese("late_charge")
    '延滞金'
    """
    written = tomllib.loads(files("saiken").joinpath("glossary.toml").read_text(encoding="utf-8"))
    return Glossary({identifier: Term(identifier, **fields) for identifier, fields in written["terms"].items()})
