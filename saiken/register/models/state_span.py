"""The state of a claim through time, as the facts recorded at a moment make it: a cache that keeps its history.

The one idea: a revision is the whole step function of one claim from the day of its cause; whoever knows a day and a recorded moment finds
the state by the latest revision of that moment and its latest step of that day. It is written in the transaction of the fact, only where it
differs; `saiken verify` computes it anew.
"""

from django.db import models

from saiken.domain.states.table import load_states
from saiken.register.models._checks import Recorded, one_of
from saiken.register.models.claim import Claim


class StateSpan(Recorded):
    """From `from_on` until the revision's next row the claim stands so; `state_id` is empty unless it is open and its state is known."""

    append_only = True

    claim = models.ForeignKey(Claim, models.PROTECT, db_index=False, related_name="state_spans")
    revision = models.PositiveIntegerField()
    from_on = models.DateField()
    standing = models.CharField(max_length=20)
    state_id = models.CharField(max_length=3, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["claim", "revision", "from_on", "recorded_at", "state_id", "standing"], name="state_span_latest"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["claim", "revision", "from_on"], name="state_span_once"),
            one_of("state_span_state", "state_id", values=["", *(state.id for state in load_states())]),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.from_on} {self.state_id or self.standing}"
