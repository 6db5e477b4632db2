"""Approves a proposal at the level for which it waits (承認).

The one idea: whoever approves holds the role at the level's office on that day, or stands in for somebody who does, and never drafted it.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._decisions import approve_one


@action
def approve_proposal(*, proposal_id: int, seen: int, by: str, on: date, reason: str = "") -> Done[str]:
    """Approve it; returns how it stands then. `seen` is the last step that the decider saw, `reason` a remark if any."""
    proposal = approve_one(proposal_id, seen=seen, reason=reason, by=by, on=on)
    return Done(
        proposal.standing.standing,
        f"起案 {proposal.document_number}",
        {"proposal": proposal.pk, "standing": proposal.standing.standing},
    )
