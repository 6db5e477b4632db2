"""How each claim stands now: a cache for worklists, one row per claim.

The one idea: computed from the claim's facts by the law book and program of `law_hash`; it holds from `as_of_on` until the day before
`next_change_on`. Whoever reads a later day reads the state spans; the day roll moves the rows on.
"""

from django.db import models

from saiken.register.models.claim import Claim


class ClaimStanding(models.Model):
    """`completes_on` is the day on which the prescription period has run out, `extinct_on` the day the claim is extinguished, as known now.

    `check_reason` says in Japanese why the state cannot be told ("data to check").
    """

    append_only = False

    claim = models.OneToOneField(Claim, models.PROTECT, primary_key=True, related_name="standing")
    law_hash = models.CharField(max_length=80)
    as_of_on = models.DateField()
    next_change_on = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=20)
    state_id = models.CharField(max_length=3, blank=True, default="")
    completes_on = models.DateField(null=True, blank=True)
    extinct_on = models.DateField(null=True, blank=True)
    check_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["state_id", "claim"], name="standing_state"),
            models.Index(fields=["standing", "claim"], name="standing_standing"),
            models.Index(fields=["next_change_on", "claim"], name="standing_next_change"),
            models.Index(fields=["completes_on", "claim"], name="standing_completes"),
            models.Index(fields=["law_hash", "claim"], name="standing_law"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.state_id or self.standing}"
