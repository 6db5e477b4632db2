"""Hand-overs (引継ぎ): the claims of one person that one office gives to another, with the certificate of what is given.

The one idea: the row and its certificate say what was proposed and never change; what became of it are its steps. Who handles a claim now
is `ClaimCustody`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.hand_over_rule import HandOverRule
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class HandOver(Recorded):
    """Numbered by fiscal year and serial. `condition` is an id of the catalogue; `certificate` holds texts, whole yen and ISO days.

    `submission` is the form's one-time key: the same form sent twice is one hand-over.
    """

    append_only = True

    fiscal_year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="hand_overs")
    from_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="hand_overs_given")
    to_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="hand_overs_received")
    rule = models.ForeignKey(HandOverRule, models.PROTECT, null=True, blank=True, related_name="hand_overs")
    condition = models.CharField(max_length=40)
    reason = models.CharField(max_length=500, blank=True, default="")
    on = models.DateField()
    certificate = models.JSONField(default=dict)
    submission = models.CharField(max_length=60, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["fiscal_year", "serial"], name="hand_over_number"),
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="hand_over_to_another"),
            models.CheckConstraint(condition=~Q(condition="") & ~Q(recorded_by=""), name="hand_over_condition"),
        ]

    @property
    def number(self) -> str:
        """The number on the certificate."""
        return f"{self.fiscal_year}-{self.serial:05}"

    def __str__(self) -> str:
        return self.number
