"""Whom and what the workers of the bench open, as JSON: `python -m bench.scale.samples`.

The one idea: drawn evenly over the whole register, so that no page is warm because a bench always opens the same.
"""

import json
import os
from datetime import timedelta
from random import Random

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")

import django

django.setup()

from django.utils.timezone import localdate  # noqa: E402

from bench.scale.fill import add_people  # noqa: E402
from bench.scale.people import WORKERS  # noqa: E402
from saiken.register.models import CaseFile, Claim, Obligor, OfficeRole, SheetDefinition  # noqa: E402

#: How many of each.
DRAWN = 400


def main() -> None:
    """Print them; whoever began to work in the bench after the register was built gets an account."""
    add_people()
    rng = Random(11)
    office = OfficeRole.objects.get(user__username=WORKERS[0].username).office
    files = list(CaseFile.objects.filter(office=office, open_claims__gt=0).values_list("obligor_id", flat=True))
    persons = rng.sample(files, DRAWN)
    rows = Obligor.objects.in_bulk(persons).values()
    claims = (
        Claim.objects.filter(obligor_id__in=persons, balances__office=office).order_by("obligor_id", "-pk").distinct()
    )
    claim_of = dict(claims.values_list("obligor_id", "pk"))
    sheets = SheetDefinition.objects.filter(receivables__claims__in=list(claim_of.values())[:50]).distinct()
    found = {
        "person": persons,
        "claim": sorted(claim_of.values()),
        "name": [row.name for row in rows],
        "surname": [row.name.split("　")[0] for row in rows],
        "given": [row.name.split("　")[-1] for row in rows],
        "kana": [row.name_kana.split("　")[0] for row in rows],
        "number": [row.external_number for row in rows],
        "assessment": [claim.assessment_number for claim in claims[:DRAWN]],
        "birth": [row.birth_on.isoformat() for row in rows if row.birth_on],
        "address": [row.address for row in rows],
        "sheet": [f"{(sheet.until_fiscal_year or 2022) - 1}/{sheet.key}" for sheet in sheets],
        "office": [office.pk],
        "month_ago": [(localdate() - timedelta(days=30)).isoformat()],
        "act": [
            "formal_demand",
            "seizure",
            "informal_demand",
            "notice_of_intended_seizure",
            "residence_check",
            "whereabouts_investigation",
        ],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
