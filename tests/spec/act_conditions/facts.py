"""How propositions about single acts write their facts: one overdue claim and what differs.

The one idea: every example is the claim of the states' examples, so that only the act and its facts differ.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.spec.harness import Proposition
from tests.spec.states.facts import ASKED, DUE, ENFORCEABLE

DEMANDED = {"event": "formal_demand", "on": date(2023, 7, 20)}


def did(kind: str, on: str, **more: Any) -> dict[str, Any]:
    """One event by its kind and day."""
    days = {name: date.fromisoformat(day) for name, day in more.items() if name.endswith("_on") or name == "until"}
    return {"event": kind, "on": date.fromisoformat(on), **more, **days}


def allowed(title: str, act: str, cites: Sequence[str], worked: str, **facts: Any) -> Proposition:
    """The act may be done."""
    return _asked(title, act, cites, worked, {"allowed": True, "failing": []}, facts)


def barred(title: str, act: str, cites: Sequence[str], worked: str, *failing: str, **facts: Any) -> Proposition:
    """The act may not be done, for these conditions alone."""
    return _asked(title, act, cites, worked, {"allowed": False, "failing": list(failing)}, facts)


def unwarned(title: str, act: str, cites: Sequence[str], worked: str, **facts: Any) -> Proposition:
    """The act may be done, with nothing to be said about it."""
    return _asked(title, act, cites, worked, {"allowed": True, "warned": False}, facts)


def warned(title: str, act: str, cites: Sequence[str], worked: str, **facts: Any) -> Proposition:
    """The act may be done, with a warning."""
    return _asked(title, act, cites, worked, {"allowed": True, "warned": True}, facts)


def _asked(
    title: str, act: str, cites: Sequence[str], worked: str, expected: dict[str, Any], facts: dict[str, Any]
) -> Proposition:
    given = {
        "act": act,
        "legal_class": ENFORCEABLE,
        "due_on": DUE,
        "balance_yen": 60_000,
        "on": ASKED,
        "events": (DEMANDED,),
    }
    return Proposition(title, tuple(cites), "act_condition", {**given, **facts}, expected, (worked,))
