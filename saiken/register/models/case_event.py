"""Case events (折衝・処分等の経過): what was done about a claim and what happened to its parties, other than money.

The one idea: a row is never changed. A later row of the same kind may conclude it (once by its end and outcome, once by what became of the
document), or reverse it: from that recorded moment on neither it nor its conclusions count. What follows from an event is decided by rules.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.claim import Claim
from saiken.register.models.obligor import Obligor


class CaseEvent(Recorded):
    """`on` is the day it took effect (a document: the day it was sent; a conclusion: the day it ended); `until` the last day it is to last.

    `parties` are the obligors concerned, none meaning the principal obligor. `reason` names the ground of law, or why mail came back.
    `ends` marks the conclusion that ends its event with an outcome.
    """

    append_only = True

    claim = models.ForeignKey(Claim, models.PROTECT, db_index=False, related_name="case_events")
    kind = models.CharField(max_length=40)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=30, blank=True, default="")
    delivered_on = models.DateField(null=True, blank=True)
    delivery = models.CharField(max_length=20, blank=True, default="")
    applied_on = models.DateField(null=True, blank=True)
    designated_on = models.DateField(null=True, blank=True)
    instalment_yen = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=100, blank=True, default="")
    document_number = models.CharField(max_length=40, blank=True, default="")
    note = models.CharField(max_length=500, blank=True, default="")
    parties = models.ManyToManyField(Obligor, through="CaseEventParty", related_name="case_events")
    concludes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="concluded_by"
    )
    ends = models.BooleanField(default=False)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="reversed_by"
    )

    class Meta:
        indexes = [models.Index(fields=["claim", "on"], name="case_event_of_claim")]
        constraints = [
            one_of("case_event_kind", "kind", values=choices(EventKind)),
            one_of("case_event_outcome", "outcome", values=["", *choices(Outcome)]),
            one_of("case_event_delivery", "delivery", values=["", *choices(DeliveryResult)]),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("on")), name="case_event_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(instalment_yen__isnull=True) | Q(instalment_yen__gt=0), name="case_event_instalment"
            ),
            models.CheckConstraint(
                condition=Q(concludes__isnull=True) | Q(reverses__isnull=True), name="case_event_one_answer"
            ),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="case_event_by_somebody"),
            models.CheckConstraint(
                condition=Q(ends=False) | Q(concludes__isnull=False) & ~Q(outcome=""), name="case_event_ends_by_outcome"
            ),
            models.UniqueConstraint(
                fields=["concludes", "ends"], condition=Q(concludes__isnull=False), name="case_event_concluded_once"
            ),
            models.UniqueConstraint(
                fields=["reverses"], condition=Q(reverses__isnull=False), name="case_event_reversed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"
