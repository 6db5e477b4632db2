"""The file of a person at an office (担当案件): who works on it, and the figures its lists are sorted by.

The one idea: one row for each person and each office that handles open claims of theirs. The officer is assigned, everything else is a
cache that actions refresh in their own transaction; `saiken verify` recomputes it.
"""

from django.conf import settings
from django.db import models

from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class CaseFile(models.Model):
    """`open_claims` counts the person's own claims with a balance that the office handles; `balance_yen` is theirs, all components.

    Whoever answers for another's claim has a file too; it counts `further_claims` and none of their yen, so no sum counts a claim twice.

    `completes_on` is the earliest day on which prescription of one of them is complete; `next_on` the day the last act set for the next.
    """

    append_only = False

    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="case_files")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="case_files")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="case_files"
    )
    open_claims = models.PositiveIntegerField(default=0)
    further_claims = models.PositiveIntegerField(default=0)
    balance_yen = models.BigIntegerField(default=0)
    oldest_due_on = models.DateField(null=True, blank=True)
    completes_on = models.DateField(null=True, blank=True)
    last_act_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    next_kind = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["office", "-balance_yen", "id"], name="case_file_by_balance"),
            models.Index(fields=["office", "completes_on", "id"], name="case_file_by_completion"),
            models.Index(fields=["office", "next_on", "id"], name="case_file_by_next"),
            models.Index(fields=["office", "last_act_on", "id"], name="case_file_by_last_act"),
            # Covering: the loads of an office's officers and the nearest cases of one are read from the index alone.
            models.Index(
                fields=["office", "officer", "completes_on", "open_claims", "further_claims", "balance_yen"],
                name="case_file_by_officer",
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["obligor", "office"], name="case_file_once")]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.office_id}"
