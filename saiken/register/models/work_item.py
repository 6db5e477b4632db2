"""Rows of the worklists (業務一覧): which claims and persons call for an act, from which day until which.

The one idea: a row is a span of days computed from facts, so the lists of a morning are right without being written in the night; actions
keep it in the transaction of the fact, `saiken verify` computes it anew. Which lists there are is data of `domain/worklists`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models.claim import Claim
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class WorkItem(models.Model):
    """`claim` is null where the row is the person, and `receivable` where the person owes several there.

    From `since_on` it belongs to the list; until `from_on` it is held back for `held`.

    `due_on` is the day that counts for the list, `yen` the balance of the claim, or of the person at the office.
    """

    append_only = False

    list_id = models.CharField(max_length=40)
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="work_items")
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="work_items")
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="work_items")
    receivable = models.ForeignKey(
        Receivable, models.PROTECT, null=True, blank=True, db_index=False, related_name="work_items"
    )
    fiscal_year = models.PositiveSmallIntegerField(null=True, blank=True)
    state_id = models.CharField(max_length=3, blank=True, default="")
    since_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField()
    due_on = models.DateField()
    yen = models.BigIntegerField()
    held = models.CharField(max_length=20, blank=True, default="")
    why = models.CharField(max_length=500)

    class Meta:
        indexes = [
            models.Index(
                fields=["list_id", "office", "from_on", "until_on", "id", "receivable"], name="work_item_by_day"
            ),
            models.Index(fields=["list_id", "office", "-yen", "id"], name="work_item_by_yen"),
            models.Index(fields=["obligor", "list_id"], name="work_item_of_obligor"),
            models.Index(fields=["receivable", "office"], name="work_item_of_receivable"),
            models.Index(fields=["state_id", "fiscal_year"], name="work_item_of_state"),
            models.Index(fields=["fiscal_year"], name="work_item_of_year"),
            models.Index(fields=["list_id", "office", "since_on"], condition=~Q(held=""), name="work_item_held"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(since_on__lte=F("from_on")) & Q(since_on__lt=F("until_on")), name="work_item_days"
            ),
            models.CheckConstraint(condition=~Q(list_id=""), name="work_item_listed"),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.obligor_id} {self.from_on}"
