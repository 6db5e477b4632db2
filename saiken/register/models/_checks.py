"""Constraints written once: a text out of an enumeration, a half-open validity, and what every append-only row carries.

The one idea: what the database can refuse, it refuses; the actions only say it more kindly. These build constraints, no rows.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models
from django.db.models import F, Q


def choices(members: type[StrEnum]) -> list[str]:
    """The stored texts of an enumeration."""
    return [member.value for member in members]


def one_of(name: str, field: str, *, values: Iterable[str]) -> models.CheckConstraint:
    """`field` holds one of `values`."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": sorted(values)}), name=name)


def half_open(name: str, begins: str = "from_on", *, ends: str = "until_on") -> models.CheckConstraint:
    """`ends` is null (for ever) or later than `begins`; the end itself lies outside."""
    return models.CheckConstraint(condition=Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": F(begins)}), name=name)


class Recorded(models.Model):
    """Who recorded the row and when; the moment is the database's second clock."""

    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        abstract = True
