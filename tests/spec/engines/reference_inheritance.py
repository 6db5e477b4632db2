"""Adapters of the rules of succession: plain values in, plain values out."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.inheritance import Succession, shares
from saiken.domain.rules.inheritance_debt import Estate, divide_debt
from saiken.domain.rules.inheritance_family import Family, Relative
from saiken.law.lawbook import LawBook


def heirs(book: LawBook, *, died_on: date, kind: str = "private", **given: Any) -> Mapping[str, Any]:
    """Who inherits and in which share."""
    answer = shares(_family(died_on, given), kind=ClaimKind(kind), lawbook=book)
    return {
        "heirs": _heirs(answer.value, with_represented=False),
        "represented": _heirs(answer.value, with_represented=True),
        "left": [{"name": one.name, "reason": one.reason} for one in answer.value.left],
        "needs_administrator": answer.value.needs_administrator,
        "assumption": "".join(answer.assumptions),
    }


def heir_debts(
    book: LawBook,
    *,
    died_on: date,
    debt_yen: int,
    kind: str = "private",
    representative: str = "",
    received: Sequence[Mapping[str, Any]] = (),
    is_limited: bool = False,
    **given: Any,
) -> Mapping[str, Any]:
    """What each heir owes of a debt."""
    found = shares(_family(died_on, given), kind=ClaimKind(kind), lawbook=book).value
    estate = Estate(representative, {one["name"]: one["received_yen"] for one in received}, is_limited)
    answer = divide_debt(found, debt_yen, kind=ClaimKind(kind), estate=estate)
    debts = [
        {
            "name": debt.heir.name,
            "yen": debt.yen,
            **({"further_yen": debt.further_yen} if debt.further_yen else {}),
            **({"limit_yen": debt.limit_yen} if debt.limit_yen is not None else {}),
        }
        for debt in answer.value
    ]
    return {"debts": debts, "assumption": "".join(answer.assumptions)}


def _family(died_on: date, given: Mapping[str, Any]) -> Family:
    spouse = given.get("spouse")
    return Family(
        died_on=died_on,
        spouse=_relative(spouse) if spouse else None,
        children=tuple(map(_relative, given.get("children", ()))),
        ascendants=tuple(map(_relative, given.get("ascendants", ()))),
        siblings=tuple(map(_relative, given.get("siblings", ()))),
        designated={one["name"]: Fraction(one["share"]) for one in given.get("designated", ())},
    )


def _relative(written: Mapping[str, Any]) -> Relative:
    return Relative(**{**written, "children": tuple(map(_relative, written.get("children", ())))})


def _heirs(found: Succession, *, with_represented: bool) -> list[Mapping[str, str]]:
    return [
        {
            "name": heir.name,
            "share": str(heir.share),
            **({"represents": heir.represents} if with_represented and heir.represents else {}),
        }
        for heir in found.heirs
    ]
