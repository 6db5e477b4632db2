"""Reads a family from JSON: checks it against the schema, then makes the values that the rules ask.

The one idea: a file that departs from the schema is refused with the place, what stands there and what the schema says of it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

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


def read_family(file: Path) -> FamilyFile:
    """The family of a file; raises InvalidInput naming the file and the place in it."""
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise InvalidInput(
            "JSONとして読めません", place=str(file), remedy="ファイルと文字コードを確かめてください"
        ) from fault
    _demand_valid(written, file=file)
    return FamilyFile(_family(written), _estate(written), _kind(written, file=file))


def _demand_valid(written: object, *, file: Path) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    error = best_match(validator.iter_errors(written))
    if error is not None:
        raise InvalidInput(
            "家族の書き方がスキーマに合いません",
            place=f"{file.name}: {error.json_path}",
            found=json.dumps(error.instance, ensure_ascii=False)[:60],
            expected=_wanted(error),
            remedy="docs/reference/family.schema.json を見てください",
        )


def _wanted(error: ValidationError) -> str:
    """What the schema says of the place, else the constraint that failed."""
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    return str(schema.get("description") or f"{error.validator}: {error.validator_value}")[:120]


def _kind(written: Mapping[str, Any], *, file: Path) -> ClaimKind:
    text = written.get("kind", ClaimKind.PRIVATE.value).replace("-", "_")
    kinds = [kind.value for kind in ClaimKind]
    if text not in kinds:
        raise InvalidInput(
            "債権の種類として知りません", place=f"{file.name}: kind", found=text, expected="、".join(kinds)
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
