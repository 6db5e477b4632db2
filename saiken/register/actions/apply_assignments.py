"""Brings the officers on files up to a day: assignments made in advance take effect (日次更新).

The one idea: what counts is computed from the assignments and never from the last run, so doing it twice changes nothing and a missed night
is caught up.
"""

from datetime import date

from saiken.register.actions._assignments import keep_officers
from saiken.register.actions._base import Done, action
from saiken.register.queries.assignment import due_officers


@action
def apply_assignments(*, by: str, on: date) -> Done[int]:
    """Returns how many files have another officer now."""
    changed = keep_officers(due_officers(on))
    return Done(changed, f"担当割 {changed}件", {"cases": changed})
