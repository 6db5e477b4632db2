"""How the claims behind a sheet live: their usual size, who owes them, when they fall due, who runs them.

The one idea: what a paper does not print is a convention of the sample, written down in `profiles.toml` and nowhere else.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saiken.domain.claim.case import DEFAULT_PROFILE
from saiken.domain.claim.entry import Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause

_FILE = Path(__file__).with_name("profiles.toml")


@dataclass(frozen=True, slots=True)
class Part:
    """One receivable of a sheet: its number, the class, kind, ordinance profile and component of its claims, and its share of them."""

    number: str
    legal_class: LegalClass
    kind: ClaimKind
    ordinance: str
    component: Component
    weight: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Conventions of one sheet. `due_months` is empty where claims arise at any time; `offices` are wards, empty for the section.

    `people_of` is the sheet whose first obligors are this sheet's obligors too, "" for none. `settlement` names the states that claims
    to be settled of past years usually are in, where the paper lost them. `contract_years` is how long before its first claim the
    contract was made that the claims stem from, 0 where each arises by itself. Of a hundred obligors `guarantors` have a guarantor, `heirs`
    have died and left heirs, `joint` owe together with another.
    """

    usual_yen: int
    most_settled: int
    corporations: bool
    due_months: tuple[int, ...]
    offices: tuple[str, ...]
    prescription_years: int
    parts: tuple[Part, ...]
    causes: tuple[WriteOffCause, ...]
    measures: str
    people_of: str
    settlement: tuple[str, ...]
    contract_years: int
    guarantors: int
    heirs: int
    joint: int

    @property
    def bulk_claims(self) -> int:
        """How many bulk assessments a year has: one per office and instalment."""
        return max(1, len(self.offices)) * max(1, len(self.due_months))


def load_profiles(path: Path = _FILE) -> dict[str, Profile]:
    """Profiles by the sheet's numbers joined with ・."""
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    wards = tuple(book["wards"])
    return {key: _profile(book["defaults"] | entry, wards) for key, entry in book["sheets"].items()}


def load_wards(path: Path = _FILE) -> tuple[str, ...]:
    """Names of the wards in the city's own order."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["wards"])


def _profile(entry: Mapping[str, Any], wards: tuple[str, ...]) -> Profile:
    parts = tuple(
        Part(
            part["number"],
            LegalClass(part["class"]),
            ClaimKind(part["kind"]),
            part.get("ordinance", DEFAULT_PROFILE),
            Component(part.get("component", "principal")),
            part.get("weight", 1),
        )
        for part in entry["parts"]
    )
    return Profile(
        usual_yen=entry["usual_yen"],
        most_settled=entry["most_settled"],
        corporations=entry["corporations"],
        due_months=tuple(entry["due_months"]),
        offices=wards if entry["by_ward"] else (),
        prescription_years=entry["prescription_years"],
        parts=parts,
        causes=tuple(WriteOffCause(cause) for cause in entry["causes"]),
        measures=entry["measures"],
        people_of=entry["people_of"],
        settlement=tuple(entry["settlement"]),
        contract_years=entry["contract_years"],
        guarantors=entry["guarantors"],
        heirs=entry["heirs"],
        joint=entry["joint"],
    )
