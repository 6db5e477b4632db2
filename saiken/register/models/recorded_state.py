"""The state of a claim (S01 … S16) as somebody recorded it.

The one idea: a later record supersedes an earlier one of the same effective day; none is changed. Computed states are not kept here.
"""

from django.db import models

from saiken.domain.states.table import load_states
from saiken.register.models._checks import Recorded, one_of
from saiken.register.models.claim import Claim


class RecordedState(Recorded):
    """From `effective_on` the claim is in `state_id`."""

    append_only = True

    claim = models.ForeignKey(Claim, models.PROTECT, db_index=False, related_name="recorded_states")
    state_id = models.CharField(max_length=3)
    effective_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["claim", "effective_on", "id", "state_id"], name="recorded_state_latest")]
        constraints = [one_of("recorded_state_id", "state_id", values=[state.id for state in load_states()])]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.state_id}"
