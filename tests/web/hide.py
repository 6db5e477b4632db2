"""Gives one person of the small city whereabouts and protects them: `python -m tests.web.hide OBLIGOR`, run by the test about protection.

The one idea: what is known comes in before the protection does, as in life.
"""

import os
import sys
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from django.utils.timezone import localdate  # noqa: E402

from saiken.domain.claim.asset import PropertyKind  # noqa: E402
from saiken.domain.person.fact import FactKind  # noqa: E402
from saiken.register.actions.ask_about_property import (  # noqa: E402
    Inquiries,
    Inquiry,
    ask_about_property,
)
from saiken.register.actions.begin_protection import NewProtection, begin_protection  # noqa: E402
from saiken.register.actions.record_property import NewProperty, record_property  # noqa: E402
from saiken.register.actions.release_to_oneself import release_to_oneself  # noqa: E402
from saiken.register.actions.state_fact import NewFact, state_fact  # noqa: E402
from saiken.register.models import Claim, Obligor  # noqa: E402 - models can be imported only after the set-up
from saiken.register.protection_grounds import ProtectionGround  # noqa: E402
from saiken.register.queries.answering import numbers_of  # noqa: E402
from saiken.register.queries.scope import everything  # noqa: E402
from tests.support.law import BOOK  # noqa: E402
from tests.web import whereabouts as place  # noqa: E402

ALL, TODAY = everything("hide"), localdate()
WHO = {"by": "hide", "on": TODAY}
NOTE = "秘匿の備考"
FACTS = {
    FactKind.RESIDENCE: place.ADDRESS,
    FactKind.MAILING_ADDRESS: place.MAILING_ADDRESS,
    FactKind.WORKPLACE: place.WORKPLACE,
    FactKind.TELEPHONE_NUMBER: place.TELEPHONE,
    FactKind.HOUSEHOLD: place.HOUSEHOLD,
}
PROPERTIES = {PropertyKind.SALARY: f"{place.WORKPLACE}の給与", PropertyKind.REAL_ESTATE: "秘匿町9番の宅地"}


def known(obligor_id: int) -> None:
    """All places of the person: own, told, found, asked about."""
    rows = Obligor.objects.filter(pk__in=numbers_of(obligor_id))
    rows.update(address=place.ADDRESS, postal_code=place.POSTAL_CODE, telephone=place.TELEPHONE)
    claim = Claim.objects.filter(obligor_id=obligor_id).latest("pk")
    for kind, value in FACTS.items():
        fact = NewFact(kind, value, date(2020, 4, 1), claim.office_id, note=NOTE)
        state_fact(obligor_id=obligor_id, fact=fact, **WHO)
    given = {"obligor_id": obligor_id, "scope": ALL, **WHO}
    for number, (kind, description) in enumerate(PROPERTIES.items()):
        found = NewProperty(kind, description, holder=place.WORKPLACE, estimated_yen=300_000, note=NOTE)
        record_property(claim_ids=(claim.pk,), found=found, submission=f"hide-{number}", **given)
    inquiry = Inquiry(PropertyKind.SALARY, place.WORKPLACE)
    asked = Inquiries((claim.pk,), [inquiry], TODAY + timedelta(days=21), legal_ground="国税徴収法141条")
    ask_about_property(asked=asked, submission="hide-ask", lawbook=BOOK, **given)


def hidden(obligor_id: int) -> None:
    """The person is protected; a release runs for the manager."""
    measure = NewProtection(obligor_id, ProtectionGround.STALKING, "申出", TODAY + timedelta(days=365))
    begin_protection(protection=measure, **WHO)
    given = {"scope": everything("manager"), "by": "manager", "on": TODAY}
    release_to_oneself(obligor_id=obligor_id, minutes=60, reason="面談", **given)


if __name__ == "__main__":
    known(int(sys.argv[1]))
    hidden(int(sys.argv[1]))
