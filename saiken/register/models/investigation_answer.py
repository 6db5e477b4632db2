"""Answers to inquiries about property (照会への回答).

The one idea: an inquiry is answered once; an answer "none" is evidence, and what was found is a `Property`.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.asset import AnswerResult
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.investigation import Investigation


class InvestigationAnswer(Recorded):
    """What came back, and on which day."""

    append_only = True

    investigation = models.OneToOneField(Investigation, models.PROTECT, primary_key=True, related_name="answer")
    answered_on = models.DateField()
    result = models.CharField(max_length=30)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            one_of("investigation_answer_result", "result", values=choices(AnswerResult)),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="investigation_answer_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.investigation_id} {self.result}"
