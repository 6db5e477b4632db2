"""Approves several proposals at once (一括承認).

The one idea: all or nothing; when one of them has moved since it was listed, none is approved and the sentence names it.
"""

from collections.abc import Mapping
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._decisions import approve_one


@action
def approve_batch(*, seen: Mapping[int, int], by: str, on: date, reason: str = "") -> Done[int]:
    """Approve each of them; `seen` is the last step seen by proposal. Returns how many."""
    if not seen:
        raise InvalidInput("起案が選ばれていません", place="起案", expected="一件以上")
    approved = [approve_one(pk, seen=seen[pk], reason=reason, by=by, on=on) for pk in sorted(seen)]
    numbers = [proposal.document_number for proposal in approved]
    return Done(len(approved), f"起案 {len(approved)}件", {"proposals": numbers})
