"""Figures that take seconds to compute, kept with how far the register was when they were (算出済みの集計): a cache.

The one idea: a row says up to which entry, span and moment it counts, so whoever asks later adds only what was recorded since and gets the
figure of now; without the row the figure is the same and takes longer. It does not know what its content means.
"""

from django.db import models


class KeptFigures(models.Model):
    """`what` names the figures and their year or day; `last_span` is the last state span that counts, `content` is packed by its reader."""

    append_only = False

    what = models.CharField(max_length=60, primary_key=True)
    last_sequence = models.BigIntegerField(default=0)
    last_span = models.BigIntegerField(default=0)
    last_recorded_at = models.DateTimeField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.what
