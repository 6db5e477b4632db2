"""The spec of extinctive prescription: the cases that its propositions start from.

The one idea: a proposition names only what matters to it; the common claims and their days stand here once.
"""

from typing import Any


def event(kind: str, on: str, **rest: Any) -> dict[str, Any]:
    """One event as CASE.json writes it."""
    return {"event": kind, "on": on, **rest}


def tax(*events: dict[str, Any], on: str = "2026-06-01", **facts: Any) -> dict[str, Any]:
    """A tax due on 2021-06-30: time runs from 2021-07-01 and would be over on 2026-07-01."""
    return _claim("tax", "2021-04-01", "2021-06-30", events=events, on=on, **facts)


def premium(*events: dict[str, Any], on: str = "2026-06-01", **facts: Any) -> dict[str, Any]:
    """A health insurance premium due on 2024-06-30: time runs from 2024-07-01 and would be over on 2026-07-01."""
    return _claim("health_insurance_premium", "2024-04-01", "2024-06-30", events=events, on=on, **facts)


def private(*events: dict[str, Any], on: str = "2026-06-01", **facts: Any) -> dict[str, Any]:
    """A claim by contract due on 2021-06-30: time runs from 2021-07-01 and would be over on 2026-07-01."""
    return _claim("private", "2021-04-01", "2021-06-30", events=events, on=on, **facts)


def old_loan(*events: dict[str, Any], on: str = "2026-06-01", **facts: Any) -> dict[str, Any]:
    """A loan of before the reform due on 2015-06-30: time runs from 2015-07-01 and would be over on 2025-07-01."""
    return _claim("private_loan", "2012-04-01", "2015-06-30", events=events, on=on, **facts)


def _claim(
    kind: str, cause_on: str, due_on: str, *, events: tuple[dict[str, Any], ...], **facts: Any
) -> dict[str, Any]:
    claim = {"kind": kind, "cause_on": cause_on, "due_on": due_on, **facts}
    return {**claim, "events": list(events)} if events else claim
