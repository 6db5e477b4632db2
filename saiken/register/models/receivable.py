"""Receivables (債権): what the city is owed by kind, numbered within a bureau.

The one idea: the key is bureau + number + validity, for a number is unique only within its bureau. A receivable may consist of one
component (the late charge, the interest) of another's claims. It holds no money.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.attribution import AccountKind, LateAssessmentRule
from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.models._checks import choices, half_open, one_of
from saiken.register.models.office import Office


def known_classes(value: object) -> None:
    """Refuse anything but a non-empty list of legal classes."""
    if not isinstance(value, list) or not value or not set(value) <= set(choices(LegalClass)):
        raise ValidationError("債権区分の一覧ではありません")


class Receivable(models.Model):
    """One receivable for a time. `claim_based_from` is null while it is kept as figures only, else the first fiscal year in claims.

    `claims_recorded_at` is the moment a receivable kept as figures went over to claims; null when it began in claims.
    """

    append_only = False

    bureau = models.ForeignKey(Office, models.PROTECT, related_name="receivables")
    number = models.CharField(max_length=3)
    name = models.CharField(max_length=200)
    section = models.ForeignKey(Office, models.PROTECT, related_name="section_receivables")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    account_kind = models.CharField(max_length=20, default=AccountKind.GENERAL.value)
    allowed_classes = models.JSONField(validators=[known_classes])
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    part_component = models.CharField(max_length=20, blank=True, default="")
    claim_based_from = models.PositiveSmallIntegerField(null=True, blank=True)
    claims_recorded_at = models.DateTimeField(null=True, blank=True)
    late_assessment_rule = models.CharField(max_length=30, default=LateAssessmentRule.CURRENT.value)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bureau", "number", "from_on"], name="receivable_key"),
            models.UniqueConstraint(
                fields=["part_of", "part_component", "from_on"],
                condition=Q(part_of__isnull=False),
                name="receivable_part_once",
            ),
            models.CheckConstraint(condition=Q(number__regex=r"^[0-9]{3}$"), name="receivable_number"),
            models.CheckConstraint(condition=~Q(name=""), name="receivable_named"),
            half_open("receivable_validity"),
            one_of("receivable_account_kind", "account_kind", values=choices(AccountKind)),
            one_of("receivable_late_rule", "late_assessment_rule", values=choices(LateAssessmentRule)),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True, part_component="")
                | Q(part_of__isnull=False, part_component__in=sorted(set(choices(Component)) - {"principal"}))
                & ~Q(part_of=F("id")),
                name="receivable_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
