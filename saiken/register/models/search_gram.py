"""The keys under which persons are found: a cache.

The one idea: one row for each key of each person, made by `domain.search.keys` from names, numbers, addresses, telephones and the day of
birth; the same on every database. Of a protected person no address and no telephone is here. `saiken verify` computes them anew.
"""

from django.db import models

from saiken.register.models.obligor import Obligor


class SearchGram(models.Model):
    """A person joined into another is found under the one that is kept."""

    append_only = False

    pk = models.CompositePrimaryKey("gram", "obligor_id")
    gram = models.CharField(max_length=40)
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="grams")

    def __str__(self) -> str:
        return f"{self.gram} {self.obligor_id}"
