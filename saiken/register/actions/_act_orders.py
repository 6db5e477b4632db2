"""Acts as they are ordered in a proposal: kept as plain JSON, read back unchanged, carried out one by one.

The one idea: an order says everything that the act needs, so that what was approved and what is done are the same value. Approval is
demanded where it is carried out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._approval import demand_approved
from saiken.register.actions._clock import take
from saiken.register.actions._strokes import Stroke, demand_claims, write_act
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class ActOrder:
    """An act on one person: `form` holds texts, whole numbers and ISO days by field, `submission` is its one-time key."""

    kind: str
    obligor_id: int
    claim_ids: tuple[int, ...]
    submission: str
    form: Mapping[str, Any] = field(default_factory=dict)


def as_payload(orders: Sequence[ActOrder]) -> list[dict[str, Any]]:
    """The orders as plain JSON."""
    return [
        {
            "kind": order.kind,
            "obligor_id": order.obligor_id,
            "claim_ids": list(order.claim_ids),
            "submission": order.submission,
            "form": dict(order.form),
        }
        for order in orders
    ]


def orders_in(payload: Sequence[Mapping[str, Any]]) -> tuple[ActOrder, ...]:
    """The orders as they were drafted."""
    return tuple(ActOrder(**{**kept, "claim_ids": tuple(kept["claim_ids"])}) for kept in payload)


def perform(order: ActOrder, *, scope: Scope, lawbook: LawBook, by: str, on: date) -> int:
    """Do it: a case event of its kind on each claim and the act that groups them; the act's id."""
    demand_approved(order.kind, claim_ids=order.claim_ids, submission=order.submission)
    demand_claims(order.obligor_id, order.claim_ids, scope=scope)
    if order.kind not in set(EventKind):
        raise InvalidInput("この処理は起案から実行できません", place="処理", found=order.kind)
    events = [
        NewEvent(claim_id=claim_id, kind=EventKind(order.kind), on=on, **order.form) for claim_id in order.claim_ids
    ]
    ids = record_case_events(events=events, lawbook=lawbook, by=by, on=on, source=f"債務者 {order.obligor_id}")
    stroke = Stroke(
        kind=order.kind,
        obligor_id=order.obligor_id,
        claim_ids=order.claim_ids,
        submission=order.submission,
        form=order.form,
        events=dict(zip(order.claim_ids, ids, strict=True)),
    )
    return write_act(stroke, stamp=take(), by=by, on=on).pk
