"""Halts of measures (処理の停止): what is not done for a time, where, and why.

The one idea: a halt is one row and its end another; whether an act is halted is answered by `domain.claim.halt`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class Halt(Recorded):
    """From `from_on` to `until_on`, the last day (null: until further notice). Null receivable or office, empty `measures`: all of them.

    A row that `ends` another says in `until_on` on which day the other one's last day is, and why.
    """

    append_only = True

    receivable = models.ForeignKey(Receivable, models.PROTECT, null=True, blank=True, related_name="halts")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="halts")
    measures = models.JSONField(default=list)
    reason = models.CharField(max_length=300)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    ends = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="ended_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")) | Q(ends__isnull=False),
                name="halt_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="halt_reasoned"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} {self.reason}"
