"""A planned claim as the facts the rules read, without a register.

The one idea: what the register would build from its rows is built here by hand from the plan, so that a history is proven before it is
loaded.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.party import Party
from saiken.register.samples.city import CitySheet
from saiken.register.samples.plan.model import PlannedClaim, PlannedParty

_BY_FORCE = (Channel.SEIZURE, Channel.SPECIAL_COLLECTION)


def state_day(sheet: CitySheet) -> date:
    """The last day of the year whose table 3 the sheet prints."""
    return date(sheet.published.printed.fiscal_year + 1, 3, 31)


def open_claims(sheet: CitySheet) -> Iterator[PlannedClaim]:
    """The claims of table 3."""
    return (claim for claim in sheet.plan.claims if claim.state_id)


def planned_case(sheet: CitySheet, claim: PlannedClaim) -> Case:
    """The facts of one planned claim."""
    part = next(part for part in sheet.profile.parts if part.number == claim.number)
    principal = Party(is_corporation=sheet.profile.corporations)
    return Case(
        kind=part.kind,
        legal_class=claim.legal_class,
        cause_on=claim.days.cause_on,
        due_on=claim.days.due_on,
        profile=part.ordinance,
        parties=(principal, *(_party(each) for each in claim.parties)),
        movements=tuple(_movements(claim)),
        events=claim.events,
    )


def _movements(claim: PlannedClaim) -> Iterator[Movement]:
    taken_back = {entry.answers for entry in claim.entries if entry.kind is EntryKind.REVERSED}
    for position, entry in enumerate(claim.entries):
        is_receipt = entry.kind is EntryKind.RECEIVED and position not in taken_back
        voluntary = is_receipt and entry.channel not in _BY_FORCE
        yield Movement(entry.effective_on, entry.account, claim.component, entry.yen, voluntary=voluntary)


def _party(planned: PlannedParty) -> Party:
    share = Fraction(*planned.share) if planned.share else None
    return Party(planned.key, planned.role, share=share, cap_yen=planned.cap_yen, from_on=planned.from_on)
