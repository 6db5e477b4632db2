"""What an office has made of a hand-over so far: what came in, which acts it carried out.

The one idea: figures of the ledger and of the acts on the claims handed over, from the acceptance on; nobody types them. A report keeps
them as they stood on its day.
"""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Exists, OuterRef

from saiken.register.models import Act, ActClaim, HandOver, HandOverClaim
from saiken.register.queries.collected import collected_of

#: The name of what came in; every other figure is a kind of act with how often.
COLLECTED = "collected_yen"


def report_figures(hand_over: HandOver, *, accepted_on: date | None, until_on: date) -> Mapping[str, int]:
    """Collected yen and the acts by kind, the kinds in their order; empty before the acceptance."""
    if accepted_on is None:
        return {}
    collected = {COLLECTED: collected_of(hand_over.pk, until_on=until_on)}
    given = HandOverClaim.objects.filter(hand_over=hand_over).values("claim_id")
    acts = Act.objects.filter(
        ~Exists(Act.objects.filter(reverses=OuterRef("pk"))),
        Exists(ActClaim.objects.filter(act=OuterRef("pk"), claim__in=given)),
        obligor_id=hand_over.obligor_id,
        office_id=hand_over.to_office_id,
        reverses__isnull=True,
        on__gte=accepted_on,
        on__lte=until_on,
    )
    return collected | dict(acts.order_by("kind").values_list("kind").annotate(Count("pk")))
