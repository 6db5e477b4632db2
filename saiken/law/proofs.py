"""Which propositions of the specification prove an article.

The one idea: the index is generated from the specification's tests (`make docs`) and shipped, because the running product holds no tests.
A tidy test keeps it fresh. It asks no rule.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from saiken.law.citation import Citation, cite

_FILE = Path(__file__).parent / "proofs.json"


@dataclass(frozen=True)
class Proof:
    """One proposition: its subject in Japanese, its number within the subject, its sentence."""

    subject: str
    number: int
    title: str


def load_proofs(file: Path = _FILE) -> Mapping[Citation, tuple[Proof, ...]]:
    """The propositions by article, in the order of the specification."""
    written = json.loads(file.read_text(encoding="utf-8"))
    return {
        cite(word): tuple(Proof(found["subject_title"], found["number"], found["title"]) for found in entries)
        for word, entries in written.items()
    }
