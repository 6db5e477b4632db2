"""Acts as they are ordered, at once or in a proposal: kept as plain JSON, read back unchanged, carried out one by one.

The one idea: an order says everything that the act needs, so that what was approved and what is done are the same value. Approval is
demanded where it is carried out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from saiken.domain.acts.form import Form
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.act_kinds import act_kind
from saiken.register.actions._act_consequences import keep_consequences
from saiken.register.actions._act_drafts import write_drafts
from saiken.register.actions._approval import demand_approved
from saiken.register.actions._clock import take
from saiken.register.actions._strokes import Stroke, demand_claims, write_act
from saiken.register.queries.act_plan import Concern, act_plan
from saiken.register.queries.halts import demand_not_halted
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class ActOrder:
    """An act on one person: `form` holds texts, whole numbers and ISO days by field, `submission` is its one-time key.

    `run` is the key of the bulk run that it belongs to.
    """

    kind: str
    obligor_id: int
    claim_ids: tuple[int, ...]
    submission: str
    form: Mapping[str, Any] = field(default_factory=dict)
    run: str = ""


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
    """Do it on every claim, as one act; its id. `on` is the day of doing, the form may name an earlier day of the act itself.

    Raises Refused in the rule's words when the law or a halt forbids it on one of the claims, or when approval is missing.
    """
    kind, form = act_kind(order.kind), Form(order.form)
    demand_approved(order.kind, claim_ids=order.claim_ids, submission=order.submission)
    demand_claims(order.obligor_id, order.claim_ids, scope=scope)
    acted_on = form.day("on") or on
    demand_not_halted({kind.id, kind.group}, order.claim_ids, on=acted_on)
    _demand_days(form, acted_on=acted_on, on=on)
    plan = act_plan(kind, form, concern=Concern(order.obligor_id, order.claim_ids), on=acted_on, lawbook=lawbook)
    if plan.refusals:
        raise Refused("。".join(plan.refusals))
    made = write_drafts(plan, form, lawbook=lawbook, by=by)
    stroke = Stroke(
        kind=kind.id,
        obligor_id=order.obligor_id,
        claim_ids=order.claim_ids,
        submission=order.submission,
        form=order.form,
        events=made.events,
        entries=made.entries,
        document_number=form.text("document_number"),
        next_on=form.day("next_on"),
        note=form.text("note"),
        run=order.run,
    )
    act = write_act(stroke, stamp=take(), by=by, on=acted_on)
    keep_consequences(act, form, lawbook=lawbook, by=by, on=acted_on)
    return act.pk


def _demand_days(form: Form, *, acted_on: date, on: date) -> None:
    """処理の日は今日までの日であり、次の連絡は処理の日より前にならない."""
    if acted_on > on:
        raise InvalidInput(
            "処理の日が今日より後です", place="処理の日", found=acted_on.isoformat(), expected=on.isoformat()
        )
    next_on = form.day("next_on")
    if next_on is not None and next_on < acted_on:
        raise InvalidInput("次の連絡が処理の日より前です", place="次の連絡", found=next_on.isoformat())
