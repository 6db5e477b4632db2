"""Property of a person that was found (判明した財産).

The one idea: what it is, who holds or owes it, what it may bring and what goes before us; what became of it is told by its `PropertyChange`
rows. It is found by an answer, or by itself.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.asset import PropertyKind
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.investigation import Investigation
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Property(Recorded):
    """`holder` is the third-party obligor or who keeps it (the bank's branch, the employer, the land registry's district).

    `senior_yen` are mortgages and other rights that are paid first.
    """

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="properties")
    office = models.ForeignKey(Office, models.PROTECT, related_name="properties")
    investigation = models.ForeignKey(Investigation, models.PROTECT, null=True, blank=True, related_name="properties")
    kind = models.CharField(max_length=30)
    description = models.CharField(max_length=300)
    holder = models.CharField(max_length=120, blank=True, default="")
    estimated_yen = models.BigIntegerField(null=True, blank=True)
    senior_yen = models.BigIntegerField(default=0)
    found_on = models.DateField()
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        verbose_name_plural = "properties"
        indexes = [models.Index(fields=["obligor", "-id"], name="property_of_obligor")]
        constraints = [
            one_of("property_kind", "kind", values=choices(PropertyKind)),
            models.CheckConstraint(condition=~Q(description=""), name="property_described"),
            models.CheckConstraint(
                condition=(Q(estimated_yen__isnull=True) | Q(estimated_yen__gte=0)) & Q(senior_yen__gte=0),
                name="property_yen",
            ),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="property_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.description}"
