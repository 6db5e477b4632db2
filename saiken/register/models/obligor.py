"""Persons and corporations that owe (債務者).

The one idea: one row is one distinct person or corporation as far as is known; rows found to be one person are joined and count once.
Addresses are as registered now; `protected` marks persons whose address must not be shown (支援措置).
"""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import choices, one_of


class ObligorKind(StrEnum):
    """自然人 and 法人."""

    PERSON = "person"
    CORPORATION = "corporation"


class Obligor(models.Model):
    """`external_number` is the number another system knows the obligor by (宛名番号); empty when there is none.

    `joined_to` is the row under which the person is kept, when this one was found to be the same (a cache of `ObligorJoin`); it never
    points to a row that is joined itself.
    """

    append_only = False

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    name_kana = models.CharField(max_length=300, blank=True, default="")
    external_number = models.CharField(max_length=30, blank=True, default="")
    birth_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    postal_code = models.CharField(max_length=7, blank=True, default="")
    address = models.CharField(max_length=300, blank=True, default="")
    telephone = models.CharField(max_length=20, blank=True, default="")
    protected = models.BooleanField(default=False)
    joined_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="joined_rows"
    )

    class Meta:
        indexes = [
            models.Index(fields=["joined_to"], condition=Q(joined_to__isnull=False), name="obligor_joined_to"),
        ]
        constraints = [
            one_of("obligor_kind", "kind", values=choices(ObligorKind)),
            models.CheckConstraint(condition=~Q(name=""), name="obligor_named"),
            models.CheckConstraint(condition=Q(postal_code__regex=r"^([0-9]{7})?$"), name="obligor_postal_code"),
            models.CheckConstraint(
                condition=Q(kind="person") | Q(birth_on__isnull=True, died_on__isnull=True),
                name="obligor_life_of_persons",
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(birth_on__isnull=True) | Q(died_on__gte=F("birth_on")),
                name="obligor_life",
            ),
            models.UniqueConstraint(
                fields=["external_number"], condition=~Q(external_number=""), name="obligor_external_number"
            ),
        ]

    def __str__(self) -> str:
        return self.name
