"""Lists sent to offices with a question (一覧の照会): each row is to be answered by a day.

The one idea: the list, its question and the answers to choose from are fixed when it is sent; answers are rows of their own.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office


class SentList(Recorded):
    """`answers` are the texts to choose from; `source` says what the rows were taken from. `submission` is the form's one-time key."""

    append_only = True

    from_office = models.ForeignKey(Office, models.PROTECT, related_name="lists_sent")
    title = models.CharField(max_length=100)
    question = models.CharField(max_length=500)
    answers = models.JSONField(default=list)
    source = models.CharField(max_length=200, blank=True, default="")
    on = models.DateField()
    due_on = models.DateField()
    submission = models.CharField(max_length=36, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("on")), name="sent_list_due_later"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(question="") & ~Q(recorded_by=""), name="sent_list_asks_something"
            ),
        ]

    def __str__(self) -> str:
        return self.title
