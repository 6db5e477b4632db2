"""Takes back that somebody answers for a claim, where it was recorded by mistake.

The one idea: from the recorded moment on the role is no fact any more, and everything computed from it is computed anew. Setting a
guarantor free is a waiver, recorded as an event of the claim.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._reasons import reasoned
from saiken.register.actions._standings import refresh
from saiken.register.models import ObligorRole, RoleWithdrawal


@action
def withdraw_party(
    *, role_ids: Sequence[int], reason: str, lawbook: LawBook, by: str, on: date
) -> Done[tuple[int, ...]]:
    """Take back these roles, one person's of several claims; returns the ids of the withdrawals."""
    roles = [found(ObligorRole, role_id, called="当事者") for role_id in role_ids]
    if not roles:
        raise InvalidInput("取り消す当事者がありません", place="当事者", expected="一つ以上の当事者")
    claim_ids = [role.claim_id for role in roles]
    why = reasoned(reason, place=f"債権 {claim_ids[0]}")
    if RoleWithdrawal.objects.filter(role_id__in=role_ids).exists():
        raise Refused("この当事者はすでに取り消されています")
    stamp = take()
    rows = [
        RoleWithdrawal.objects.create(role=role, reason=why, recorded_at=stamp.recorded_at, recorded_by=by)
        for role in roles
    ]
    refresh(claim_ids, on=on, lawbook=lawbook, by=by)
    particulars = {"obligor": roles[0].obligor_id, "role": roles[0].role, "claims": claim_ids[:20], "reason": why}
    return Done(tuple(row.pk for row in rows), f"債務者 {roles[0].obligor_id}", particulars)
