"""How further obligors answer for a claim: jointly, as guarantor, as heir, or secondarily.

The one idea: the principal obligor stands at the claim itself; a row here is one more person with the share or the cap that law
gives. It decides nobody's share.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.party import PartyRole
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.claim import Claim
from saiken.register.models.obligor import Obligor

#: Everybody but the principal obligor, who stands at the claim itself.
FURTHER_ROLES = sorted(set(choices(PartyRole)) - {PartyRole.PRINCIPAL.value})


class ObligorRole(Recorded):
    """From `from_on` the obligor answers for the claim; `share` is a fraction, `cap_yen` the most a guarantor owes."""

    append_only = True

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="further_obligors")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="further_roles")
    role = models.CharField(max_length=20)
    share_numerator = models.PositiveIntegerField(null=True, blank=True)
    share_denominator = models.PositiveIntegerField(null=True, blank=True)
    cap_yen = models.BigIntegerField(null=True, blank=True)
    from_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "obligor", "role", "from_on", "recorded_at"], name="obligor_role_once"
            ),
            one_of("obligor_role_role", "role", values=FURTHER_ROLES),
            models.CheckConstraint(
                condition=Q(share_numerator__isnull=True, share_denominator__isnull=True)
                | Q(share_numerator__gte=1, share_denominator__gte=F("share_numerator")),
                name="obligor_role_share",
            ),
            models.CheckConstraint(
                condition=Q(cap_yen__isnull=True) | Q(cap_yen__gt=0, role="guarantor"), name="obligor_role_cap"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.obligor_id}"
