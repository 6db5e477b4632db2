"""Two rows found to be one person (名寄せ), and the finding taken back.

The one idea: joining writes a row with its reason and moves nothing: claims and facts stay at the number they were recorded under, and a
later row undoes the joining. `Obligor.joined_to` is the cache of what stands now.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor import Obligor


class ObligorJoin(Recorded):
    """`joined` is the same person as `kept`, under which both are shown and counted; a row that `undoes` another names the same two."""

    append_only = True

    kept = models.ForeignKey(Obligor, models.PROTECT, related_name="joins_kept")
    joined = models.ForeignKey(Obligor, models.PROTECT, related_name="joins_joined")
    reason = models.CharField(max_length=300)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="undone_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("joined")), name="obligor_join_two"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="obligor_join_reasoned"),
        ]

    def __str__(self) -> str:
        return f"{self.kept_id} {self.joined_id}"
