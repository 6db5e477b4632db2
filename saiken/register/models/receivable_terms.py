"""Which law a receivable's claims follow: their kind and the ordinance profile, by legal class, from a day on.

The one idea: a claim follows the terms of its receivable for its class on the day of its cause; of two rows of one day the later recorded
counts. Without terms nothing is guessed: the claim is put on the list of data to check.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.receivable import Receivable


class ReceivableTerms(Recorded):
    """`profile` is the key of a folder of ordinances in the law book."""

    append_only = True

    receivable = models.ForeignKey(Receivable, models.PROTECT, related_name="terms")
    legal_class = models.CharField(max_length=20)
    from_on = models.DateField()
    claim_kind = models.CharField(max_length=40)
    profile = models.CharField(max_length=60)

    class Meta:
        constraints = [
            one_of("receivable_terms_class", "legal_class", values=choices(LegalClass)),
            one_of("receivable_terms_kind", "claim_kind", values=choices(ClaimKind)),
            models.CheckConstraint(
                condition=Q(legal_class="private_law", claim_kind__startswith="private")
                | ~Q(legal_class="private_law") & ~Q(claim_kind__startswith="private"),
                name="receivable_terms_kind_of_class",
            ),
            models.CheckConstraint(condition=~Q(profile=""), name="receivable_terms_profile"),
        ]

    def __str__(self) -> str:
        return f"{self.receivable_id} {self.claim_kind}"
