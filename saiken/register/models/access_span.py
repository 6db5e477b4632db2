"""Which claims and persons a row of the access log names, as numbers that can be asked.

The one idea: the log holds texts for people; these rows hold the same numbers for the question who looked at one person. They are
written with the log row and never without it.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models.access_log import AccessLog

#: The longest run in one row, so that a question has to look back no further.
LONGEST_RUN = 1_000


class AccessSpan(models.Model):
    """The claims (or obligors) from `first` to `last`, both included."""

    append_only = True

    access = models.ForeignKey(AccessLog, models.PROTECT, related_name="spans")
    is_obligor = models.BooleanField(default=False)
    first = models.BigIntegerField()
    last = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["is_obligor", "first", "access"], name="access_span_of_one"),
            models.Index(
                fields=["is_obligor", "first", "last", "access"],
                condition=Q(last__gt=F("first")),
                name="access_span_of_run",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")) & Q(last__lt=F("first") + LONGEST_RUN), name="access_span_run"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"
