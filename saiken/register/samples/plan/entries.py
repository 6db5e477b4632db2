"""The ledger entries of one planned claim, from its moves and a little everyday trouble.

The one idea: trouble cancels out within the same accounting year and portion: a receipt booked twice and reversed, an overpayment
refunded, a reduction in the year of assessment, a move to another ward with both sides. It never changes a column's total.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Account, EntryKind
from saiken.register.samples.plan.build import moves_in_order
from saiken.register.samples.plan.days import move_day
from saiken.register.samples.plan.draft import Draft, Move
from saiken.register.samples.plan.model import AssessmentDays, PlannedEntry
from saiken.register.samples.plan.profile import Part, Profile
from saiken.register.samples.plan.write_off import cause_of

_CHANNELS = (Channel.CONVENIENCE_STORE, Channel.BANK, Channel.ACCOUNT_TRANSFER, Channel.COUNTER, Channel.SMARTPHONE)
_AT_WEEKENDS = (
    Channel.CONVENIENCE_STORE,
    Channel.CONVENIENCE_STORE,
    Channel.SMARTPHONE,
    Channel.SMARTPHONE,
    Channel.SMARTPHONE,
)
_WEIGHTS = (40, 25, 20, 10, 5)
_MOST_AT_A_SHOP, _SATURDAY = 300_000, 5
#: Larger receipts are whole bulks and meet no trouble.
_USUAL_RECEIPT = 10_000_000
#: One claim in so many meets each kind of trouble.
_REDUCED_AT_ONCE, _TRANSFERRED, _BOOKED_TWICE, _OVERPAID = 60, 150, 200, 250


@dataclass(frozen=True, slots=True)
class Booking:
    """What the entries of a claim share: its days, revenue year, whether it began in the past column, office, receivable."""

    days: AssessmentDays
    fiscal_year: int
    past_from_start: bool
    office: str
    part: Part

    def portion(self, accounting_year: int) -> Portion:
        """Where the sheet shows an entry of that year."""
        return Portion.PAST if self.past_from_start or accounting_year > self.fiscal_year else Portion.CURRENT


def signed_yen(entry: PlannedEntry) -> int:
    """What an entry adds to the balance."""
    return entry.yen if entry.account is Account.ASSESSMENT else -entry.yen


def entries_of(rng: Random, draft: Draft, *, booking: Booking, profile: Profile) -> tuple[PlannedEntry, ...]:
    """All entries of a claim in the order they took effect, the assessment first."""
    entries = _assessment(rng, draft, booking=booking)
    moves = moves_in_order(draft)[1:] if booking.past_from_start else moves_in_order(draft)
    moved = [_move(rng, move, draft=draft, booking=booking, profile=profile) for move in moves]
    moved.sort(key=lambda entry: entry.effective_on)
    if not draft.in_bulk and profile.offices and rng.randrange(_TRANSFERRED) == 0:
        entries += _transfer(
            rng, entries, booking=booking, profile=profile, before=moved[0].effective_on if moved else None
        )
    office = entries[-1].office
    for entry in moved:
        entries += _with_trouble(
            rng,
            replace(entry, office=office),
            position=len(entries),
            may_overpay=entry is moved[-1] and not draft.state_id,
        )
    return tuple(entries)


def _assessment(rng: Random, draft: Draft, *, booking: Booking) -> list[PlannedEntry]:
    """The assessment, sometimes made too high and reduced in the same year."""
    if booking.past_from_start:
        first = moves_in_order(draft)[0]
        return [_assessed(first.yen, first.year, booking=booking)]
    too_much = rng.randrange(1, 60) * 10 if not draft.in_bulk and rng.randrange(_REDUCED_AT_ONCE) == 0 else 0
    assessed = _assessed(draft.level_yen + too_much, booking.fiscal_year, booking=booking)
    if not too_much:
        return [assessed]
    reduced_on = booking.days.notified_on
    return [assessed, replace(assessed, kind=EntryKind.REDUCED, yen=-too_much, effective_on=reduced_on)]


def _assessed(yen: int, year: int, *, booking: Booking) -> PlannedEntry:
    return PlannedEntry(
        kind=EntryKind.ASSESSED,
        account=Account.ASSESSMENT,
        yen=yen,
        effective_on=booking.days.accrued_on,
        accounting_year=year,
        portion=booking.portion(year),
        office=booking.office,
    )


def _move(rng: Random, move: Move, *, draft: Draft, booking: Booking, profile: Profile) -> PlannedEntry:
    on_time = not draft.state_id and rng.random() < 0.9
    day = move_day(rng, move, draft=draft, claim_year=booking.fiscal_year, days=booking.days, on_time=on_time)
    written_off = move.kind is EntryKind.WRITTEN_OFF
    received = move.kind is EntryKind.RECEIVED
    account = Account.RECEIPT if received else Account.WRITE_OFF if written_off else Account.ASSESSMENT
    return PlannedEntry(
        kind=move.kind,
        account=account,
        yen=-move.yen if move.kind is EntryKind.REDUCED else move.yen,
        effective_on=day,
        accounting_year=move.year,
        portion=booking.portion(move.year),
        channel=_channel(rng, move.yen, day=day) if received else None,
        arrived_on=day + timedelta(days=rng.randint(1, 5)) if received else None,
        cause=cause_of(rng, profile.causes, move=move, draft=draft, part=booking.part, days=booking.days)
        if written_off
        else None,
    )


def _channel(rng: Random, yen: int, *, day: date) -> Channel:
    """How it was paid: a shop takes no large sums, and no counter is open at the weekend."""
    if yen > _MOST_AT_A_SHOP:
        return Channel.BANK
    return rng.choices(_AT_WEEKENDS if day.weekday() >= _SATURDAY else _CHANNELS, _WEIGHTS)[0]


def _transfer(
    rng: Random, entries: list[PlannedEntry], *, booking: Booking, profile: Profile, before: date | None
) -> list[PlannedEntry]:
    """The whole claim leaves one ward and arrives at another on the day it was notified, before any money moved."""
    day, first = booking.days.notified_on, entries[0]
    if (before is not None and before < day) or booking.past_from_start:
        return []
    yen = sum(entry.yen for entry in entries)
    other = rng.choice([office for office in profile.offices if office != booking.office])
    leaves = replace(first, kind=EntryKind.TRANSFERRED, yen=-yen, effective_on=day)
    return [leaves, replace(leaves, yen=yen, office=other, answers=len(entries))]


def _with_trouble(rng: Random, entry: PlannedEntry, *, position: int, may_overpay: bool) -> list[PlannedEntry]:
    """A receipt, sometimes booked twice and reversed, or overpaid and refunded; other entries as they are."""
    if entry.kind is not EntryKind.RECEIVED or entry.yen > _USUAL_RECEIPT:
        return [entry]
    if rng.randrange(_BOOKED_TWICE) == 0:
        reversal = replace(
            entry, kind=EntryKind.REVERSED, yen=-entry.yen, channel=None, arrived_on=None, answers=position
        )
        return [entry, reversal, entry]
    if may_overpay and rng.randrange(_OVERPAID) == 0:
        extra = rng.randrange(1, 40) * 10
        paid = replace(entry, yen=entry.yen + extra, allows_overpayment=True)
        refund = replace(entry, kind=EntryKind.REFUNDED, yen=-extra, channel=None, arrived_on=None)
        return [paid, refund]
    return [entry]
