"""Dated facts about a person (債務者の事項): addresses, telephones, workplace, accounts, needs, each with who found it out.

The one idea: a fact is never changed; a later row replaces it, to correct it or to say that it ended. Who may see one is decided by
`domain.person.fact`; the person's own row keeps what the city's registers say now.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.person.fact import FactKind, PermittedUse
from saiken.register.models._checks import Recorded, choices, half_open, one_of
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class ObligorFact(Recorded):
    """True from `from_on` until `until_on` (the first day it is not; null: until further notice). `hours` are a telephone's best hours.

    `source_office` found it out, for `source_receivable` where it was for one. `withdrawn` marks a replacing row that only takes the
    replaced one back. A row that is replaced does not count.
    """

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=30)
    value = models.CharField(max_length=500)
    postal_code = models.CharField(max_length=7, blank=True, default="")
    hours = models.CharField(max_length=100, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    source_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="facts_found")
    source_receivable = models.ForeignKey(
        Receivable, models.PROTECT, null=True, blank=True, db_index=False, related_name="facts_found"
    )
    permitted_use = models.CharField(max_length=30, default=PermittedUse.EVERY_CLAIM.value)
    restricted = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True, default="")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("obligor_fact_kind", "kind", values=choices(FactKind)),
            one_of("obligor_fact_use", "permitted_use", values=choices(PermittedUse)),
            half_open("obligor_fact_validity"),
            models.CheckConstraint(condition=~Q(value=""), name="obligor_fact_says_something"),
            models.CheckConstraint(condition=Q(postal_code__regex=r"^([0-9]{7})?$"), name="obligor_fact_postal_code"),
            models.CheckConstraint(
                condition=Q(withdrawn=False) | Q(replaces__isnull=False), name="obligor_fact_withdraws_one"
            ),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="obligor_fact_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.kind}"
