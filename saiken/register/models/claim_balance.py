"""What is owed now per claim and component, and where it is booked: a cache.

The one idea: only the database triggers write it, in the transaction of the entry; the row is also the lock on which racing entries
wait. `saiken verify` recomputes it from the entries.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models.claim import Claim
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class ClaimBalance(models.Model):
    """Assessment − receipt − write-off; below zero only as a recorded overpayment."""

    append_only = False

    pk = models.CompositePrimaryKey("claim_id", "component")
    claim = models.ForeignKey(Claim, models.PROTECT, db_index=False, related_name="balances")
    component = models.CharField(max_length=20)
    balance_yen = models.BigIntegerField()
    overpayment_recorded = models.BooleanField()
    receivable = models.ForeignKey(Receivable, models.PROTECT, related_name="claim_balances")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="claim_balances")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(balance_yen__gte=0) | Q(overpayment_recorded=True), name="claim_balance_not_below_zero"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.component} {self.balance_yen}"
