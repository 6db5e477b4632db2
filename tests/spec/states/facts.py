"""How propositions about states write their facts: one overdue claim, with what differs.

The one idea: every example is the same claim, due on 2023-06-30 and looked at on 2024-03-31, so that only the facts named differ.
"""

from datetime import date
from typing import Any

ENFORCEABLE, UNENFORCEABLE, PRIVATE = "public_enforceable", "public_unenforceable", "private_law"
DUE, ASKED = date(2023, 6, 30), date(2024, 3, 31)


def happened(kind: str, on: str, **more: Any) -> dict[str, Any]:
    """One event by its kind and day; days are written as text."""
    return {"event": kind, "on": date.fromisoformat(on), **{name: _day(name, value) for name, value in more.items()}}


def _day(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in ("until", "delivered_on") else value


def claim(*events: dict[str, Any], legal_class: str = ENFORCEABLE, on: date = ASKED, **more: Any) -> dict[str, Any]:
    """The claim of the examples with its events."""
    return {
        "legal_class": legal_class,
        "due_on": DUE,
        "balance_yen": 60_000,
        **more,
        "events": events,
        "on": on,
    }


#: The formal demand of the examples, taken as arrived on the day it was sent.
DEMANDED = happened("formal_demand", "2023-07-20")
