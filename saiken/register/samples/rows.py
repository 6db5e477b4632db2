"""The planned city as rows of the register's tables.

The one idea: ids are counted on from the highest in use, so claims, obligors and entries can refer to each other before they are
inserted. Entries come in the order of their days, as an office would have written them. Nothing here writes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.register.actions.record_entries import EntryDraft
from saiken.register.samples.city import CityPlan, CitySheet
from saiken.register.samples.plan.model import PlannedClaim, PlannedEntry

OBLIGOR_COLUMNS = (
    "id", "kind", "name", "name_kana", "external_number", "birth_on", "postal_code", "address", "telephone", "protected"
)  # fmt: skip
CLAIM_COLUMNS = (
    "id", "receivable_id", "office_id", "obligor_id", "legal_class", "assessment_number", "fiscal_year", "instalment",
    "levy_year", "past_from_start", "cause_on", "accrued_on", "notified_on", "due_on", "due_before_shift_on",
    "statutory_due_on", "stands_for", "stems_from_id", "recorded_at", "recorded_by",
)  # fmt: skip
ROLE_COLUMNS = (
    "claim_id", "obligor_id", "role", "share_numerator", "share_denominator", "cap_yen", "from_on", "recorded_at", "recorded_by"
)  # fmt: skip
EVENT_COLUMNS = (
    "id", "claim_id", "kind", "on", "until", "outcome", "delivered_on", "delivery", "applied_on", "designated_on",
    "instalment_yen", "reason", "document_number", "note", "ends", "recorded_at", "recorded_by",
)  # fmt: skip
PARTY_COLUMNS = ("event_id", "obligor_id")


@dataclass(frozen=True)
class Registered:
    """What the register has already: ids of offices by key, of receivables by sheet and number, and the last ids in use.

    A section is an office with the key bureau/section; `recorded` is the moment and the name of whoever records.
    """

    offices: Mapping[str, int]
    receivables: Mapping[tuple[str, str], int]
    last_obligor: int
    last_claim: int
    last_event: int
    last_sequence: int
    recorded: tuple[datetime, str]

    def office_of(self, sheet: CitySheet, claim: PlannedClaim) -> int:
        """The ward of the claim, or the section of its sheet."""
        return self.offices[claim.office or section_key(sheet)]


def section_key(sheet: CitySheet) -> str:
    """The key of the section that runs a sheet."""
    return f"{sheet.published.bureau}/{''.join(sheet.published.section.split())}"


def _day(day: date | None) -> Any:
    return None if day is None else connection.ops.adapt_datefield_value(day)


def obligor_rows(city: CityPlan, registered: Registered) -> Iterator[tuple[object, ...]]:
    """One row per person and corporation, in the order of the city's people."""
    for row_id, person in enumerate(city.people, start=registered.last_obligor + 1):
        kind = "corporation" if person.is_corporation else "person"
        born = _day(person.birth_on)
        yield (row_id, kind, person.name, person.name_kana, person.number, born, "", person.address, "", False)


def claim_rows(city: CityPlan, registered: Registered) -> Iterator[tuple[object, ...]]:
    """One row per claim, sheet after sheet; `stems_from` where a sheet's people are another's."""
    row_id = registered.last_claim
    moment, by = connection.ops.adapt_datetimefield_value(registered.recorded[0]), registered.recorded[1]
    first_claims: dict[str, dict[int, tuple[date, int]]] = {}
    for sheet in city.sheets:
        origins = first_claims.get(sheet.profile.people_of, {})
        own = first_claims.setdefault(sheet.published.joined_numbers, {})
        for claim in sheet.plan.claims:
            row_id += 1
            obligor = sheet.obligor(claim.obligor)
            accrued = (claim.days.accrued_on, row_id)
            own[obligor] = min(own.get(obligor, accrued), accrued)
            yield (
                row_id,
                registered.receivables[sheet.published.key, claim.number],
                registered.office_of(sheet, claim),
                registered.last_obligor + 1 + obligor,
                claim.legal_class.value,
                claim.assessment_number,
                claim.fiscal_year,
                claim.instalment,
                claim.levy_year,
                claim.levy_year is not None,
                *_days(claim),
                claim.stands_for,
                _stems_from(claim, origins.get(obligor)),
                moment,
                by,
            )


def _stems_from(claim: PlannedClaim, origin: tuple[date, int] | None) -> int | None:
    """The obligor's oldest claim on the other sheet, unless this claim is older still."""
    return origin[1] if origin is not None and origin[0] <= claim.days.accrued_on else None


def _days(claim: PlannedClaim) -> tuple[object, ...]:
    days = claim.days
    return (
        *(
            _day(day)
            for day in (days.cause_on, days.accrued_on, days.notified_on, days.due_on, days.due_before_shift_on)
        ),
        None,
    )


def role_rows(city: CityPlan, registered: Registered) -> Iterator[tuple[object, ...]]:
    """One row per further obligor of a claim, in the order of the claims."""
    moment, by = connection.ops.adapt_datetimefield_value(registered.recorded[0]), registered.recorded[1]
    for row_id, (sheet, claim) in enumerate(_claims(city), start=registered.last_claim + 1):
        for party in claim.parties:
            obligor_id = registered.last_obligor + 1 + sheet.relative(claim.obligor, party.relative)
            share = party.share or (None, None)
            yield row_id, obligor_id, party.role.value, *share, party.cap_yen, _day(party.from_on), moment, by


def event_rows(city: CityPlan, registered: Registered) -> Iterator[tuple[object, ...]]:
    """One row per case event, in the order of the claims."""
    moment, by = connection.ops.adapt_datetimefield_value(registered.recorded[0]), registered.recorded[1]
    event_id = registered.last_event
    for row_id, (_, claim) in enumerate(_claims(city), start=registered.last_claim + 1):
        for event in claim.events:
            event_id += 1
            yield event_id, row_id, *_facts(event), moment, by


def _facts(event: CaseEvent) -> tuple[object, ...]:
    return (
        event.kind.value,
        _day(event.on),
        _day(event.until),
        event.outcome.value if event.outcome else "",
        _day(event.delivered_on),
        event.delivery.value if event.delivery else "",
        _day(event.applied_on),
        _day(event.designated_on),
        event.instalment_yen,
        event.reason,
        event.document_number,
        "",
        False,
    )


def party_rows(city: CityPlan, registered: Registered) -> Iterator[tuple[object, ...]]:
    """One row per obligor that an event names, the events counted as in `event_rows`."""
    told = ((sheet, claim, event) for sheet, claim in _claims(city) for event in claim.events)
    for event_id, (sheet, claim, event) in enumerate(told, start=registered.last_event + 1):
        for key in event.obligors:
            yield event_id, registered.last_obligor + 1 + _position(key, claim, sheet=sheet)


def _position(key: str, claim: PlannedClaim, *, sheet: CitySheet) -> int:
    """The position in the city's people of a party by its key."""
    if key == PRINCIPAL_KEY:
        return sheet.obligor(claim.obligor)
    return sheet.relative(claim.obligor, next(party.relative for party in claim.parties if party.key == key))


def entry_drafts(city: CityPlan, registered: Registered) -> Iterator[EntryDraft]:
    """Every entry by day, then by claim; entries of one claim on one day stay together in their order."""
    order = [
        (entry.effective_on, row_id, position, entry, claim, sheet)
        for row_id, (sheet, claim) in enumerate(_claims(city), start=registered.last_claim + 1)
        for position, entry in enumerate(claim.entries)
    ]
    order.sort(key=lambda each: each[:3])
    for sequence, (_, row_id, position, entry, claim, sheet) in enumerate(order, start=registered.last_sequence + 1):
        receivable_id = registered.receivables[sheet.published.key, claim.number]
        office_id = registered.offices[entry.office or section_key(sheet)]
        reverses = None
        if entry.kind is EntryKind.REVERSED and entry.answers is not None:
            reverses = sequence - (position - entry.answers)
        ids = (row_id, receivable_id, office_id)
        yield _draft(entry, claim.component.value, ids=ids, reverses_id=reverses)


def _draft(entry: PlannedEntry, component: str, *, ids: tuple[int, int, int], reverses_id: int | None) -> EntryDraft:
    return EntryDraft(
        *ids,
        component,
        entry.kind.value,
        entry.account.value,
        entry.yen,
        entry.effective_on,
        entry.accounting_year,
        entry.portion.value,
        arrived_on=entry.arrived_on,
        channel=entry.channel.value if entry.channel else "",
        cause=entry.cause.value if entry.cause else "",
        allows_overpayment=entry.allows_overpayment,
        reverses_id=reverses_id,
        answers_previous=entry.kind is EntryKind.TRANSFERRED and entry.answers is not None,
    )


def _claims(city: CityPlan) -> Iterator[tuple[CitySheet, PlannedClaim]]:
    return ((sheet, claim) for sheet in city.sheets for claim in sheet.plan.claims)
