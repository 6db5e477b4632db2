"""The living cases as they are written in `cases.toml`.

The one idea: a case is data: days counted from the day of the load, kinds by their words; whoever wants another file on the desk adds a
table. Nothing is computed here.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("cases.toml")

#: Days from the day of the load, or whole years and days as "-3y-3d".
Offset = int | str


@dataclass(frozen=True, slots=True)
class ClaimSpec:
    """`receivable` is care or rent; `due` counts due days back from the load, "first" is the latest first instalment."""

    receivable: str
    due: list[int] | str
    yen: int


@dataclass(frozen=True, slots=True)
class EventSpec:
    """One stroke of work or one occurrence; `result` is a contact's, `promised` the day of a promise."""

    kind: str
    on: Offset
    until: Offset | None = None
    outcome: str = ""
    delivered: Offset | None = None
    designated: Offset | None = None
    instalment_yen: int | None = None
    reason: str = ""
    note: str = ""
    result: str = ""
    next: Offset | None = None
    promised: Offset | None = None
    promised_yen: int | None = None


@dataclass(frozen=True, slots=True)
class PartySpec:
    """Somebody else who answers; without a name an invented person."""

    role: str
    on: int
    name: str = ""
    kana: str = ""
    share: tuple[int, int] | None = None
    cap_yen: int | None = None


@dataclass(frozen=True, slots=True)
class PlanSpec:
    """A pledge of `monthly_yen` from the day `first` on; `paid` instalments were paid."""

    on: int
    first: int
    monthly_yen: int
    paid: int


@dataclass(frozen=True, slots=True)
class AskedSpec:
    """Institutions asked about property; `found` is what the first of them answered, when it did."""

    on: int
    due: int
    institutions: list[str]
    found: str = ""
    holder: str = ""
    yen: int = 0


@dataclass(frozen=True, slots=True)
class HandOverSpec:
    """A hand-over to the recovery office, accepted or waiting."""

    on: int
    condition: str
    reason: str
    accepted: int | None = None


@dataclass(frozen=True, slots=True)
class ReceivedSpec:
    """A payment, for the oldest claims first."""

    on: int
    yen: int


@dataclass(frozen=True)
class LivingCase:
    """One prepared kind of file."""

    id: str
    office: str
    claims: tuple[ClaimSpec, ...]
    names: tuple[tuple[str, str], ...] = ()
    count: int = 0
    spread: int = 5
    story: str = ""
    demand: bool = True
    events: tuple[EventSpec, ...] = ()
    received: tuple[ReceivedSpec, ...] = ()
    parties: tuple[PartySpec, ...] = ()
    plan: PlanSpec | None = None
    asked: AskedSpec | None = None
    hand_over: HandOverSpec | None = None
    proposal: Mapping[str, Any] | None = None
    mark: str = ""
    died: int | None = None
    protection: str = ""
    telephone: str = ""
    best_hours: str = ""
    workplace: str = ""


_MANY = {"claims": ClaimSpec, "events": EventSpec, "received": ReceivedSpec, "parties": PartySpec}
_ONE = {"plan": PlanSpec, "asked": AskedSpec, "hand_over": HandOverSpec}


@cache
def load_cases(path: Path = _FILE) -> tuple[LivingCase, ...]:
    """All cases in their order."""
    return tuple(_case(table) for table in tomllib.loads(path.read_text(encoding="utf-8"))["cases"])


def _case(table: dict[str, Any]) -> LivingCase:
    read: dict[str, Any] = dict(table)
    for key, kind in _MANY.items():
        read[key] = tuple(kind(**each) for each in table.get(key, ()))
    for key, single in _ONE.items():
        read[key] = single(**table[key]) if key in table else None
    read["names"] = tuple((name, kana) for name, kana in table.get("names", ()))
    return LivingCase(**read)
