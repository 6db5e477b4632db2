"""Offices (組織): bureaus, sections, wards and others, as a dated tree.

The one idea: an office is valid from a day until a day and keeps its name; a renamed office is a new row, an older spelling an
alias.
"""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import choices, half_open, one_of


class OfficeKind(StrEnum):
    """局, 課, 区役所, 外郭団体 (住宅供給公社 など), 市税事務所, その他."""

    BUREAU = "bureau"
    SECTION = "section"
    WARD = "ward"
    CORPORATION = "corporation"
    TAX_OFFICE = "tax_office"
    OTHER = "other"


class Office(models.Model):
    """One office for a time; `key` stays the same when the office is renamed."""

    append_only = False

    key = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    name_kana = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=20)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "from_on"], name="office_key_validity"),
            one_of("office_kind", "kind", values=choices(OfficeKind)),
            half_open("office_validity"),
            models.CheckConstraint(condition=~Q(key="") & ~Q(name=""), name="office_named"),
            models.CheckConstraint(condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="office_not_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name
