"""Measures that protect a person's whereabouts (支援措置).

The one idea: a measure is begun by one row and ended by another; it never ends by itself, its review day only asks for a look. Whether
the address is hidden now is kept in `Obligor.protected`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.obligor import Obligor
from saiken.register.protection_grounds import ProtectionGround


class ProtectionMeasure(Recorded):
    """The measure from `from_on`, to be looked at again on `review_on`; a row with `ends` ends or prolongs the earlier one.

    An ending row has no `review_on`; a prolonging one has the next.
    """

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="protection_measures")
    ground = models.CharField(max_length=30)
    reason = models.CharField(max_length=300)
    from_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    ends = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="followed_by")

    class Meta:
        indexes = [models.Index(fields=["review_on", "id"], name="protection_by_review")]
        constraints = [
            one_of("protection_ground", "ground", values=choices(ProtectionGround)),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="protection_reasoned"),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gt=F("from_on")), name="protection_review_later"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=False) | Q(review_on__isnull=False), name="protection_has_review"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.from_on}"
