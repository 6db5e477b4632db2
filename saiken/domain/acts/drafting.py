"""What an act writes on one claim: a case event, the end of a running one, movements of money; and the case with it.

The one idea: the draft of one claim is worked out from its facts and the form alone; the register writes exactly this draft, the preview
shows exactly this draft. Whether the act is allowed is asked elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.acts.catalogue import ActKind, Writes
from saiken.domain.acts.effects import End, with_end, with_event, with_movement
from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, Outcome
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import POSTINGS, SET_OFF_CAUSE, Component, EntryKind
from saiken.domain.errors import Refused

#: Money that force brought, which acknowledges nothing.
_FORCED = frozenset({Channel.SEIZURE.value, Channel.SPECIAL_COLLECTION.value})
#: Entries that lower what their account holds.
_LOWERING = frozenset({EntryKind.REDUCED, EntryKind.REFUNDED})


@dataclass(frozen=True)
class Drafted:
    """`after` is the case with the act in it. `ended` is the event as it ran, `outcome`, `delivery` and `delivered_on` are
    its conclusion; `movements` are signed.
    """

    after: Case
    event: CaseEvent | None = None
    ended: CaseEvent | None = None
    outcome: Outcome | None = None
    delivery: DeliveryResult | None = None
    delivered_on: date | None = None
    movements: tuple[Movement, ...] = ()


@dataclass(frozen=True)
class Target:
    """Whom the act concerns on a claim (keys of its parties, none: the principal) and how much money falls on it, by component."""

    obligors: tuple[str, ...] = ()
    yen: Mapping[Component, int] | None = None


def drafted(kind: ActKind, form: Form, *, case: Case, target: Target, on: date) -> Drafted:
    """The act's draft on one claim; raises Refused where the claim has no running event that it could end."""
    if kind.writes is Writes.EVENT and kind.event is not None:
        event = _event(kind, form, target=target, on=on)
        return Drafted(with_event(case, event), event=event)
    if kind.writes is Writes.CONCLUSION:
        return _conclusion(kind, form, case=case, on=on)
    if kind.writes is Writes.ENTRY and kind.entry is not None:
        return _money(kind.entry, form, case=case, yen=target.yen or {}, on=on)
    return Drafted(case)


def running_key(event: CaseEvent) -> str:
    """How a form names a running event, the same for the claims that one stroke concerned."""
    return event_key(event.on, event.document_number)


def event_key(on: date, document_number: str) -> str:
    """The same of an event that is known by its day and document alone."""
    return f"{on.isoformat()} {document_number}".strip()


def running_of(kind: ActKind, case: Case, *, on: date) -> Sequence[CaseEvent]:
    """The events of the act's kind that it could end on the claim: begun, without an outcome; told ones wait for no delivery."""
    begun = [event for event in case.events_until(on) if event.kind is kind.event and event.outcome is None]
    if kind.outcomes:
        return begun
    return [event for event in begun if event.delivery is None]


def _event(kind: ActKind, form: Form, *, target: Target, on: date) -> CaseEvent:
    assert kind.event is not None
    return CaseEvent(
        kind=kind.event,
        on=on,
        until=form.day("until"),
        obligors=target.obligors,
        delivered_on=form.day("delivered_on"),
        delivery=DeliveryResult.DELIVERED if form.day("delivered_on") else None,
        applied_on=form.day("applied_on"),
        designated_on=form.day("designated_on"),
        instalment_yen=form.number("instalment_yen"),
        reason=form.text("reason"),
        document_number=form.text("document_number"),
    )


def _conclusion(kind: ActKind, form: Form, *, case: Case, on: date) -> Drafted:
    chosen = form.text("running")
    running = running_of(kind, case, on=on)
    found = [event for event in running if running_key(event) == chosen]
    if running and not chosen:
        raise Refused("どれについて記録するかを選んでください")
    if not found:
        raise Refused(f"この債権には、終える{kind.japanese}の対象がありません")
    if len(found) > 1:
        raise Refused(
            f"「{chosen}」で始まったものが{len(found)}件あり、どれについての記録かを決められません。"
            "始めた処理を取り消し、文書番号を付けて記録し直してください"
        )
    outcome, delivery = _outcome(kind, form), _delivery(form)
    delivered_on = _delivered_on(delivery, form, on=on)
    (ended,) = found
    after = with_end(case, End(ended, on, outcome, delivery, delivered_on))
    return Drafted(after, ended=ended, outcome=outcome, delivery=delivery, delivered_on=delivered_on)


def _outcome(kind: ActKind, form: Form) -> Outcome | None:
    """The outcome chosen, else the only one that the act knows."""
    chosen = form.text("outcome")
    if chosen:
        return Outcome(chosen)
    return kind.outcomes[0] if len(kind.outcomes) == 1 else None


def _delivery(form: Form) -> DeliveryResult | None:
    chosen = form.text("delivery")
    return DeliveryResult(chosen) if chosen else None


def _delivered_on(delivery: DeliveryResult | None, form: Form, *, on: date) -> date | None:
    """The day that the form names, of what arrived else the day of the act; what came back arrived on no day."""
    if delivery is DeliveryResult.RETURNED:
        return None
    return form.day("delivered_on") or (on if delivery is DeliveryResult.DELIVERED else None)


def _money(entry: EntryKind, form: Form, *, case: Case, yen: Mapping[Component, int], on: date) -> Drafted:
    (account,), _signs = POSTINGS[entry]
    sign = -1 if entry in _LOWERING else 1
    voluntary = entry is EntryKind.RECEIVED and not _is_forced(form)
    movements = tuple(
        Movement(on, account, component, sign * part, voluntary=voluntary) for component, part in yen.items() if part
    )
    after = replace(case)
    for movement in movements:
        after = with_movement(after, movement)
    return Drafted(after, movements=movements)


def _is_forced(form: Form) -> bool:
    """Whether somebody else than the obligor brings the money: force, withholding, the city by its own set-off."""
    return form.text("channel") in _FORCED or form.text("cause") == SET_OFF_CAUSE
