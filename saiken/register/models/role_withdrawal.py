"""A further obligor taken back (当事者の取消し): the person was named by mistake and answers for nothing.

The one idea: the role's own row stays; from the recorded moment of this row on it is no fact any more, and asked as of an earlier moment it
still is. A guarantor who is set free is another thing: a waiver recorded as a case event.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor_role import ObligorRole


class RoleWithdrawal(Recorded):
    """Why the role does not count."""

    append_only = True

    role = models.OneToOneField(ObligorRole, models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="role_withdrawal_reasoned")
        ]

    def __str__(self) -> str:
        return f"{self.role_id}"
