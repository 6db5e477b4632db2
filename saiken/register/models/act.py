"""Acts of the staff (処理): what an officer did about one person's claims, in one stroke.

The one idea: an act groups what it wrote (case events, entries) and keeps the form as it was filled in; it is never changed, a mistaken
one is reversed by another. What each kind of act means is data in `domain/acts/catalogue`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Act(Recorded):
    """`kind` is an id of the catalogue, `office` the one that acted. `form` holds the fields by id: texts, whole numbers, ISO days.

    `submission` is the form's one-time key: the same form sent twice is one act. `run` is shared by the acts of one bulk run.
    """

    append_only = True

    kind = models.CharField(max_length=60)
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="acts")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="acts")
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    form = models.JSONField(default=dict)
    result = models.CharField(max_length=40, blank=True, default="")
    next_on = models.DateField(null=True, blank=True)
    next_kind = models.CharField(max_length=60, blank=True, default="")
    note = models.CharField(max_length=2000, blank=True, default="")
    document_number = models.CharField(max_length=40, blank=True, default="")
    submission = models.CharField(max_length=36, unique=True)
    run = models.CharField(max_length=36, blank=True, default="")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")

    class Meta:
        indexes = [
            models.Index(fields=["obligor", "-id"], name="act_of_obligor"),
            models.Index(fields=["office", "-id"], name="act_of_office"),
            models.Index(fields=["kind", "on"], name="act_of_kind"),
            models.Index(fields=["run"], condition=~Q(run=""), name="act_of_run"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="") & ~Q(recorded_by=""), name="act_by_somebody"),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gte=F("on")), name="act_next_comes_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"
