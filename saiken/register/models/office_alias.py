"""Other spellings of an office, as papers print them.

The one idea: an alias is stored normalised (NFKC, no spaces) and belongs to one office alone.
"""

import unicodedata

from django.db import models
from django.db.models import Q

from saiken.register.models.office import Office


def normalised(name: str) -> str:
    """The spelling that names are compared in: NFKC without any space.

    >>> normalised("港湾 局（総務）")
    '港湾局(総務)'
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


class OfficeAlias(models.Model):
    """One spelling of one office."""

    append_only = False

    office = models.ForeignKey(Office, models.PROTECT, related_name="aliases")
    alias = models.CharField(max_length=120, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(alias="") & ~Q(alias__contains=" "), name="alias_normalised")
        ]

    def __str__(self) -> str:
        return self.alias
