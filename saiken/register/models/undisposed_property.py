"""Property that was found and of which nothing has become yet: what the list "found but no disposition" shows.

The one idea: a cache; the row comes with the property, goes when it is seized, sold or worthless, and comes back when it is released.
"""

from django.db import models

from saiken.register.models.office import Office
from saiken.register.models.property import Property


class UndisposedProperty(models.Model):
    """One property that waits for an act of the office."""

    append_only = False

    property = models.OneToOneField(Property, models.PROTECT, primary_key=True, related_name="undisposed")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="undisposed_properties")
    found_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["office", "found_on", "property"], name="undisposed_found")]

    def __str__(self) -> str:
        return f"{self.property_id} {self.found_on}"
