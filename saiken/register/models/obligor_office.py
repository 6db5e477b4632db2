"""Which offices a person's claims concern, so who may see the person: a cache.

The one idea: an office stands here for every person who answers, in whichever role, for a claim that was assessed, is booked or is handled
there, or whose receivable is the office's; the same offices that `Scope.claims` asks for, by person. `saiken verify` computes it anew.
"""

from django.db import models

from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class ObligorOffice(models.Model):
    """One office of one person; persons joined into another stand under the one that is kept."""

    append_only = False

    pk = models.CompositePrimaryKey("obligor_id", "office_id")
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="offices")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="obligors")

    class Meta:
        indexes = [models.Index(fields=["office", "obligor"], name="obligor_office_by_office")]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.office_id}"
