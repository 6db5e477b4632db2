"""Asks institutions about a person's property (財産調査の照会), several in one stroke.

The one idea: one act, one investigation on every claim it concerns, one inquiry for each institution. Which law lets the office ask is
named, or the person's consent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._inquiries import Inquiry, demand_inquiries, write_inquiries
from saiken.register.actions._standings import refresh
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.models import Claim, Investigation
from saiken.register.queries.scope import Scope

__all__ = ["Inquiries", "Inquiry", "ask_about_property"]

#: The kind of the act.
ASKING = "property_investigation"


@dataclass(frozen=True)
class Inquiries:
    """Who is asked what, until when, on which ground; `consented` where the person agreed to it in writing."""

    claim_ids: tuple[int, ...]
    inquiries: Sequence[Inquiry]
    answer_due_on: date
    legal_ground: str = ""
    consented: bool = False
    note: str = ""


@action
def ask_about_property(
    *, obligor_id: int, asked: Inquiries, submission: str, scope: Scope, lawbook: LawBook, by: str, on: date
) -> Done[tuple[int, ...]]:
    """Record it; returns the ids of the inquiries. `on` is the day they were sent."""
    subject = f"財産の照会 債務者 {obligor_id}"
    earlier = earlier_act(submission)
    if earlier is not None:
        again = Investigation.objects.filter(act=earlier).order_by("pk").values_list("pk", flat=True)
        return Done(tuple(again), subject, {"again": submission})
    demand_claims(obligor_id, asked.claim_ids, scope=scope)
    demand_inquiries(asked.inquiries, due_on=asked.answer_due_on, on=on)
    _demand_ground(asked)
    events = [NewEvent(claim_id, EventKind.PROPERTY_INVESTIGATION, on) for claim_id in asked.claim_ids]
    event_ids = record_case_events(events=events, lawbook=lawbook, by=by, on=on, source="財産調査")
    stamp = take()
    stroke = Stroke(
        kind=ASKING,
        obligor_id=obligor_id,
        claim_ids=asked.claim_ids,
        submission=submission,
        form={
            "inquiries": [[inquiry.kind.value, inquiry.institution] for inquiry in asked.inquiries],
            "legal_ground": asked.legal_ground,
            "consented": asked.consented,
        },
        events=dict(zip(asked.claim_ids, event_ids, strict=True)),
        next_on=asked.answer_due_on,
        note=asked.note,
    )
    act = write_act(stroke, stamp=stamp, by=by, on=on)
    ground = "" if asked.consented else asked.legal_ground
    ids = write_inquiries(asked.inquiries, act, due_on=asked.answer_due_on, legal_ground=ground, stamp=stamp, by=by)
    of_person = Claim.objects.filter(obligor_id=obligor_id).values_list("pk", flat=True)
    refresh(
        of_person, on=on, lawbook=lawbook, by=by
    )  # from the first inquiry on, these tell what the events had guessed
    return Done(ids, subject, {"act": act.pk, "inquiries": list(ids)})


def _demand_ground(asked: Inquiries) -> None:
    """質問検査は、滞納処分のできる債権についてだけすることができ、ほかの債権では本人の同意等による."""
    if asked.consented:
        return
    if not asked.legal_ground:
        raise Refused("照会の根拠となる条文か、本人の同意を選んでください")
    others = Claim.objects.filter(pk__in=asked.claim_ids).exclude(legal_class=LegalClass.PUBLIC_ENFORCEABLE.value)
    if others.exists() and asked.legal_ground.startswith("national_tax_collection_act/"):
        raise Refused(
            "滞納処分のできない債権について、国税徴収法による質問検査はできません。"
            "強制徴収公債権だけを選ぶか、本人の同意による照会としてください"
        )
