"""The plan of the register as the paper wants it.

The one idea: nothing is decided here; words come from the glossary in Japanese whatever the language of the screen, for the paper goes to a
citizen and into the file.
"""

from django.conf import settings

from saiken.domain.claim.plan import PlanKind
from saiken.glossary import Glossary
from saiken.printing.plan_document import PaperClaim, PlanPaper
from saiken.register.queries.person_plans import PlanPage


def plan_paper(found: PlanPage, *, glossary: Glossary) -> PlanPaper:
    """What stands on the paper; a protected person's address is left to be written by hand."""
    return PlanPaper(
        number=found.plan_id,
        kind=PlanKind(found.kind),
        addressee=f"{settings.MUNICIPALITY_NAME}長　様",
        office=found.office,
        name=found.obligor,
        address=found.address,
        agreed_on=found.agreed_on,
        charge_yen=found.charge_yen,
        order=glossary.japanese(found.order),
        claims=tuple(
            PaperClaim(
                claim.receivable, f"{claim.assessment_number} {claim.instalment}".strip(), claim.due_on, claim.yen
            )
            for claim in found.claims
        ),
        instalments=tuple((line.number, line.due_on, line.yen) for line in found.performance.lines),
    )
