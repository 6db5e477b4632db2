"""Puts the demo city into an empty register, in one transaction.

The one idea: all or nothing: a kill leaves the register as empty as it was. A register that holds the city already is left as it is, and a
register that holds anything else is refused. Triggers and constraints judge every row as they would an office's own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import Refused
from saiken.domain.sheets.edition import Edition
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._search import fill_search
from saiken.register.actions.link_receivables import link_receivables
from saiken.register.actions.record_entries import EntryDraft, record_entries
from saiken.register.models import (
    AuditRow,
    CaseEvent,
    CaseEventParty,
    Claim,
    Entry,
    LedgerClock,
    Obligor,
    ObligorRole,
    Office,
    Receivable,
)
from saiken.register.queries.people import DEMO_ACTION
from saiken.register.samples.bulk import continue_numbering, insert_told, last_id
from saiken.register.samples.city import CityPlan
from saiken.register.samples.living.ground import register_housing
from saiken.register.samples.living.load import load_living
from saiken.register.samples.organisation import (
    FOUNDED_ON,
    create_accounts,
    register_offices,
    register_paper,
    register_receivables,
)
from saiken.register.samples.rows import (
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    OBLIGOR_COLUMNS,
    PARTY_COLUMNS,
    ROLE_COLUMNS,
    Registered,
    claim_rows,
    entry_drafts,
    event_rows,
    obligor_rows,
    party_rows,
    role_rows,
)

Advance = Callable[[int], None]

#: A claim's standing takes about as long as so many rows.
_ROWS_OF_A_STANDING = 10

#: A quarter of the living casework takes about as long as so many rows.
_ROWS_OF_A_LIVING_QUARTER = 15_000

#: The keys by which a person is found take about as long as so many rows.
_ROWS_OF_KEYS = 5


@dataclass(frozen=True)
class LoadedCity:
    """What the register holds of the demo city."""

    seed: int
    sheets: int
    claims: int
    entries: int
    obligors: int
    events: int


def loaded_city() -> LoadedCity | None:
    """The demo city that the register holds, or None."""
    marker = AuditRow.objects.filter(action=DEMO_ACTION).values_list("detail", flat=True).first()
    return None if marker is None else LoadedCity(**json.loads(marker)["city"])


def refuse_foreign_register() -> None:
    """Raise Refused when the register holds something else than nothing."""
    if any(model._default_manager.exists() for model in (Office, Receivable, Claim, Obligor)):
        raise Refused("この台帳には既に登録があるため、見本の都市を作れません。空の台帳を指定してください")


def rows_to_insert(city: CityPlan) -> int:
    """How many rows `advance` will be told of; a standing and a person's keys count as the rows that take as long."""
    published = len(city.people) * (1 + _ROWS_OF_KEYS) + city.claims * (1 + _ROWS_OF_A_STANDING)
    return published + city.entries + city.events + 4 * _ROWS_OF_A_LIVING_QUARTER


@action
def load_sample_city(
    *, city: CityPlan, editions: Mapping[str, Edition], advance: Advance, lawbook: LawBook, by: str, on: date
) -> Done[LoadedCity]:
    """Insert the whole city; raises Refused for a register that is not empty."""
    refuse_foreign_register()
    offices = register_offices(city, by=by) | register_housing(by=by, on=FOUNDED_ON)
    receivables: dict[tuple[str, str], int] = {}
    for sheet in city.sheets:
        edition = editions[sheet.published.printed.edition_id]
        first_year = min(spec.fiscal_year(sheet.published.printed.fiscal_year) for spec in edition.result_rows)
        of_sheet = register_receivables(sheet, offices, first_year=first_year, lawbook=lawbook, by=by)
        register_paper(sheet, edition, offices=offices, receivable_ids=list(of_sheet.values()), by=by)
        receivables |= of_sheet
    _link_receivables(city, receivables, by=by)
    _insert_claims(city, offices, receivables=receivables, advance=advance, lawbook=lawbook, by=by, on=on)
    accounts = create_accounts(offices, by=by)
    load_living(
        offices,
        seed=city.seed,
        advance=lambda quarters: advance(quarters * _ROWS_OF_A_LIVING_QUARTER),
        lawbook=lawbook,
        by=by,
        founded_on=FOUNDED_ON,
        on=on,
    )
    loaded = LoadedCity(
        city.seed,
        len(city.sheets),
        claims=Claim.objects.count(),
        entries=Entry.objects.count(),
        obligors=Obligor.objects.count(),
        events=CaseEvent.objects.count(),
    )
    return Done(loaded, "見本の都市", {"city": loaded.__dict__, "accounts": accounts})


def _link_receivables(city: CityPlan, receivables: Mapping[tuple[str, str], int], *, by: str) -> None:
    """Receivables whose claims stem from another's."""
    id_of_number = {number: pk for (_, number), pk in receivables.items()}
    for sheet in city.sheets:
        if sheet.profile.people_of:
            link_receivables(
                one_id=receivables[sheet.published.key, sheet.profile.parts[0].number],
                other_id=id_of_number[sheet.profile.people_of],
                meaning="元の債権",
                by=by,
                on=FOUNDED_ON,
            )


def _insert_claims(
    city: CityPlan,
    offices: Mapping[str, int],
    *,
    receivables: Mapping[tuple[str, str], int],
    advance: Advance,
    lawbook: LawBook,
    by: str,
    on: date,
) -> None:
    """Obligors, claims, who else answers for them, what was done about them, and the entries; standings follow from all of it."""
    stamp = take()
    registered = Registered(
        offices=offices,
        receivables=receivables,
        last_obligor=last_id(Obligor),
        last_claim=last_id(Claim),
        last_event=last_id(CaseEvent),
        last_sequence=LedgerClock.objects.get().last_sequence,
        recorded=(stamp.recorded_at, by),
    )
    insert_told(Obligor, OBLIGOR_COLUMNS, rows=obligor_rows(city, registered), advance=advance)
    insert_told(Claim, CLAIM_COLUMNS, rows=claim_rows(city, registered), advance=advance)
    insert_told(ObligorRole, ROLE_COLUMNS, rows=role_rows(city, registered), advance=_untold)
    insert_told(CaseEvent, EVENT_COLUMNS, rows=event_rows(city, registered), advance=advance)
    insert_told(CaseEventParty, PARTY_COLUMNS, rows=party_rows(city, registered), advance=_untold)
    continue_numbering(Obligor, Claim, ObligorRole, CaseEvent, CaseEventParty)
    record_entries(
        drafts=_told(entry_drafts(city, registered), advance),
        source="見本の都市",
        lawbook=lawbook,
        by=by,
        on=on,
        advance=lambda claims: advance(claims * _ROWS_OF_A_STANDING),
    )
    first = registered.last_obligor + 1
    for persons in fill_search(range(first, first + len(city.people))):
        advance(persons * _ROWS_OF_KEYS)


def _untold(_done: int) -> None:
    """Too few rows to be worth telling."""


def _told(drafts: Iterable[EntryDraft], advance: Advance) -> Iterator[EntryDraft]:
    """The drafts as they are, telling how many went by."""
    for count, draft in enumerate(drafts, start=1):
        yield draft
        if count % 5_000 == 0:
            advance(5_000)
