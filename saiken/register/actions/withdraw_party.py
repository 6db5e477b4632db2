"""Takes back that somebody answers for a claim, where it was recorded by mistake.

The one idea: from the recorded moment on the role is no fact any more, and everything computed from it is computed anew. Setting a
guarantor free is a waiver, recorded as an event of the claim.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._reasons import reasoned
from saiken.register.actions._standings import refresh
from saiken.register.models import ObligorRole, RoleWithdrawal


@action
def withdraw_party(*, role_id: int, reason: str, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Returns the id of the withdrawal."""
    role = found(ObligorRole, role_id, called="当事者")
    why = reasoned(reason, place=f"債権 {role.claim_id}")
    if RoleWithdrawal.objects.filter(role=role).exists():
        raise Refused("この当事者はすでに取り消されています")
    stamp = take()
    row = RoleWithdrawal.objects.create(role=role, reason=why, recorded_at=stamp.recorded_at, recorded_by=by)
    refresh([role.claim_id], on=on, lawbook=lawbook, by=by)
    particulars = {"obligor": role.obligor_id, "role": role.role, "reason": why}
    return Done(row.pk, f"債権 {role.claim_id}", particulars)
