"""Makes of a family's JSON document the values that the rules ask.

The one idea: the document agrees with the published schema already; here its words become relatives, an estate and the kind of the debt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.inheritance_debt import Estate
from saiken.domain.rules.inheritance_family import Family, Relative

SCHEMA_FILE = Path(__file__).with_name("family.schema.json")
_FLAGS = {
    "renounced": "renounced",
    "disqualified": "disqualified",
    "disinherited": "disinherited",
    "half_blood": "is_half_blood",
    "nonmarital": "is_nonmarital",
    "unborn": "is_unborn",
}


@dataclass(frozen=True)
class FamilyFile:
    """What one file says: the family, what happened to the estate, and the kind of the debt."""

    family: Family
    estate: Estate
    kind: ClaimKind


def family_of(written: Mapping[str, Any], *, place: str) -> FamilyFile:
    """The family of a document that agrees with the schema; `place` is the file's name."""
    return FamilyFile(_family(written), _estate(written), _kind(written, place=place))


def _kind(written: Mapping[str, Any], *, place: str) -> ClaimKind:
    text = written.get("kind", ClaimKind.PRIVATE.value).replace("-", "_")
    kinds = [kind.value for kind in ClaimKind]
    if text not in kinds:
        raise InvalidInput(
            "債権の種類として知りません",
            place=f"{place}: kind",
            found=written["kind"],
            expected="、".join(kind.replace("_", "-") for kind in kinds),
            remedy="このうちの一つを書くか、省いて private としてください",
        )
    return ClaimKind(text)


def _family(written: Mapping[str, Any]) -> Family:
    return Family(
        died_on=date.fromisoformat(written["died_on"]),
        spouse=_relative(written["spouse"]) if written.get("spouse") else None,
        children=tuple(map(_relative, written.get("children", ()))),
        ascendants=tuple(map(_relative, written.get("ascendants", ()))),
        siblings=tuple(map(_relative, written.get("siblings", ()))),
        designated={name: Fraction(share) for name, share in written.get("designated_shares", {}).items()},
    )


def _relative(written: Mapping[str, Any]) -> Relative:
    flags = {known: written.get(word, False) for word, known in _FLAGS.items()}
    return Relative(
        name=written["name"],
        died_on=date.fromisoformat(written["died_on"]) if written.get("died_on") else None,
        degree=written.get("degree", 1),
        is_descendant=not written.get("not_descendant", False),
        children=tuple(map(_relative, written.get("children", ()))),
        **flags,
    )


def _estate(written: Mapping[str, Any]) -> Estate:
    return Estate(
        representative=written.get("representative", ""),
        received_yen=written.get("received_yen", {}),
        is_limited=written.get("limited_acceptance", False),
    )
