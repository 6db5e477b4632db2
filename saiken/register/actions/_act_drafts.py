"""Writes what an act drafted on each claim: case events, ends of running events, ledger entries.

The one idea: the same actions as everywhere else write them, so every constraint holds and every standing follows. What is written was
decided by the plan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Movement
from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.actions.increase import increase
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.reduce import reduce
from saiken.register.actions.refund import refund
from saiken.register.actions.write_off import write_off
from saiken.register.queries.act_plan import ActPlan, PlannedClaim

#: The longest notes that a case event and an entry hold; the act itself keeps all of it.
_NOTE, _ENTRY_NOTE = 500, 200

_VERBS: Mapping[EntryKind, Callable[..., int]] = {
    EntryKind.RECEIVED: receive,
    EntryKind.REDUCED: reduce,
    EntryKind.INCREASED: increase,
    EntryKind.REFUNDED: refund,
}


@dataclass(frozen=True)
class Made:
    """The case event and the ledger entries written on each claim, by claim."""

    events: dict[int, int] = field(default_factory=dict)
    entries: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Hand:
    form: Form
    lawbook: LawBook
    by: str
    on: date


def write_drafts(plan: ActPlan, form: Form, *, lawbook: LawBook, by: str) -> Made:
    """Write the plan's drafts; what was written, by claim."""
    hand, made = _Hand(form, lawbook, by, plan.on), Made()
    _begin([claim for claim in plan.claims if claim.drafted and claim.drafted.event], hand, made=made)
    for claim in plan.claims:
        if claim.drafted is None:
            continue
        if claim.drafted.ended is not None:
            made.events[claim.claim_id] = _end(claim, claim.drafted.ended, hand=hand)
        for movement in claim.drafted.movements:
            sequence = _book(claim, movement, hand=hand, entry=plan.kind.entry)
            made.entries.setdefault(claim.claim_id, []).append(sequence)
    return made


def _begin(claims: list[PlannedClaim], hand: _Hand, *, made: Made) -> None:
    events = [_new(claim, claim.drafted.event, hand=hand) for claim in claims if claim.drafted and claim.drafted.event]
    if not events:
        return
    ids = record_case_events(events=events, lawbook=hand.lawbook, by=hand.by, on=hand.on, source="処理")
    made.events.update(zip([event.claim_id for event in events], ids, strict=True))


def _new(claim: PlannedClaim, event: CaseEvent, *, hand: _Hand) -> NewEvent:
    return NewEvent(
        claim_id=claim.claim_id,
        kind=event.kind,
        on=event.on,
        until=event.until,
        obligor_ids=claim.obligor_ids,
        delivered_on=event.delivered_on,
        delivery=event.delivery,
        applied_on=event.applied_on,
        designated_on=event.designated_on,
        instalment_yen=event.instalment_yen,
        reason=event.reason,
        document_number=event.document_number,
        note=hand.form.text("note")[:_NOTE],
    )


def _end(claim: PlannedClaim, ended: CaseEvent, *, hand: _Hand) -> int:
    assert claim.drafted is not None
    conclusion = Conclusion(
        kind=ended.kind,
        outcome=claim.drafted.outcome,
        delivered_on=claim.drafted.delivered_on,
        delivery=claim.drafted.delivery,
        document_number=hand.form.text("document_number"),
        note=hand.form.text("note")[:_NOTE],
    )
    return conclude_case_event(
        event_id=int(ended.reference), conclusion=conclusion, lawbook=hand.lawbook, by=hand.by, on=hand.on
    )


def _book(claim: PlannedClaim, movement: Movement, *, hand: _Hand, entry: EntryKind | None) -> int:
    particulars = Particulars(
        component=movement.component,
        channel=Channel(hand.form.text("channel")) if hand.form.text("channel") else None,
        arrived_on=hand.form.day("arrived_on"),
        cause=hand.form.text("cause"),
        document_number=hand.form.text("document_number"),
        note=hand.form.text("note")[:_ENTRY_NOTE],
    )
    write = partial(write_off, cause=_cause(hand.form)) if entry is EntryKind.WRITTEN_OFF else _verb(entry)
    return write(
        claim_id=claim.claim_id,
        yen=abs(movement.yen),
        lawbook=hand.lawbook,
        by=hand.by,
        on=movement.on,
        particulars=particulars,
    )


def _verb(entry: EntryKind | None) -> Callable[..., int]:
    verb = _VERBS.get(entry) if entry else None
    if verb is None:
        raise InvalidInput("この処理は記入を作れません", place="処理", found=str(entry))
    return verb


def _cause(form: Form) -> WriteOffCause:
    written = form.text("cause")
    if written not in set(WriteOffCause):
        raise InvalidInput("不納欠損の事由がありません", place="事由", found=written)
    return WriteOffCause(written)
