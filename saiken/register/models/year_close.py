"""The closing of a receivable's fiscal year (出納閉鎖と繰越).

The one idea: it freezes the last sequence number and the totals of that moment; from then on no entry of the year is accepted and the
same report can be made again.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.receivable import Receivable


class YearClose(Recorded):
    """`carried_yen` is what `carried_count` claim components took over into the next year."""

    append_only = True

    receivable = models.ForeignKey(Receivable, models.PROTECT, related_name="closes")
    fiscal_year = models.PositiveSmallIntegerField()
    closed_on = models.DateField()
    last_sequence = models.BigIntegerField()
    carried_in_yen = models.BigIntegerField()
    past_assessed_yen = models.BigIntegerField()
    past_received_yen = models.BigIntegerField()
    past_written_off_yen = models.BigIntegerField()
    current_assessed_yen = models.BigIntegerField()
    current_received_yen = models.BigIntegerField()
    current_written_off_yen = models.BigIntegerField()
    carried_yen = models.BigIntegerField()
    carried_count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["receivable", "fiscal_year"], name="year_close_once"),
            models.CheckConstraint(
                condition=Q(
                    carried_yen=F("past_assessed_yen")
                    - F("past_received_yen")
                    - F("past_written_off_yen")
                    + F("current_assessed_yen")
                    - F("current_received_yen")
                    - F("current_written_off_yen")
                ),
                name="year_close_balances",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.receivable_id} {self.fiscal_year}"
