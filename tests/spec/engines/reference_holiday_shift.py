"""Adapter of the holiday shift: plain values in, plain values out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.holiday_shift import DayUse, day_in_force
from saiken.law.lawbook import LawBook


def holiday_shift(
    _book: LawBook, *, day: date, use: str, kind: str = "tax", notice_says_so: bool = False
) -> Mapping[str, Any]:
    """A day as it is in force."""
    found = day_in_force(day, use=DayUse(use), kind=ClaimKind(kind), notice_says_so=notice_says_so)
    return {"in_force": found.value, "assumption": "。".join(found.assumptions)}
