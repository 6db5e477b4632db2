"""Lasting case events that are not over on a day: seizures, graces, suspensions, courts, investigations waiting for an answer.

The one idea: one statement finds the open rows of a person's claims; rows of one stroke (same kind, days, document) are one line that
counts its claims. What an open event means for a claim is decided by the rules, not here.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from saiken.domain.claim.case_event import EventKind
from saiken.register.models import ActClaim, CaseEvent, Investigation, Plan
from saiken.register.queries.answering import claims_answered_for
from saiken.register.queries.running_item import RunningItem
from saiken.register.queries.scope import Scope

#: Kinds of events that last until they are concluded or their last day has passed.
LASTING = frozenset(
    {
        EventKind.PAYMENT_PLEDGE,
        EventKind.NEGOTIATION_AGREEMENT,
        EventKind.REVIEW_REQUEST,
        EventKind.PROPERTY_INVESTIGATION,
        EventKind.WHEREABOUTS_INVESTIGATION,
        EventKind.HEIR_INVESTIGATION,
        EventKind.NOTICE_OF_INTENDED_SEIZURE,
        EventKind.SEIZURE,
        EventKind.PARTICIPATING_SEIZURE,
        EventKind.DISTRIBUTION_REQUEST,
        EventKind.PROVISIONAL_ATTACHMENT,
        EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT,
        EventKind.SETTLEMENT_BEFORE_SUIT,
        EventKind.MEDIATION,
        EventKind.COMPULSORY_EXECUTION,
        EventKind.PROPERTY_DISCLOSURE,
        EventKind.THIRD_PARTY_INFORMATION,
        EventKind.COLLECTION_GRACE,
        EventKind.CONVERSION_GRACE,
        EventKind.PERFORMANCE_DEFERRAL,
        EventKind.DISPOSITION_SUSPENSION,
        EventKind.COLLECTION_SUSPENSION,
        EventKind.DEBT_ADJUSTMENT_NOTICE,
        EventKind.BANKRUPTCY_PARTICIPATION,
        EventKind.ESTATE_ADMINISTRATOR,
        EventKind.LEGAL_CONSULTATION,
        EventKind.CRIMINAL_COMPLAINT,
        EventKind.ENTRUSTMENT,
    }
)
#: A notice of an intended seizure is over on the day it sets, even when nobody concludes it.
_BY_DESIGNATED_DAY = frozenset({EventKind.NOTICE_OF_INTENDED_SEIZURE.value})


class OpenEvent(NamedTuple):
    """An open lasting event of one claim."""

    kind: str
    on: date
    until: date | None
    designated_on: date | None
    document_number: str
    instalment_yen: int | None
    claim_id: int


def running_events(
    obligor_ids: tuple[int, ...], scope: Scope, *, on: date, claim_ids: Sequence[int] | None = None
) -> list[RunningItem]:
    """The open lasting events of the claims that the persons answer for and the scope sees; `claim_ids` are these where they are known."""
    strokes: dict[OpenEvent, list[int]] = defaultdict(list)
    for event in _open_events(obligor_ids, scope, on=on, claim_ids=claim_ids):
        strokes[event._replace(claim_id=0)].append(event.claim_id)
    return [_item(stroke, sorted(claim_ids)) for stroke, claim_ids in strokes.items()]


def _open_events(
    obligor_ids: tuple[int, ...], scope: Scope, *, on: date, claim_ids: Sequence[int] | None
) -> list[OpenEvent]:
    """Claim by claim, without those whose plan or inquiries are lines of their own."""
    plans = Plan.objects.filter(act=OuterRef("act"), obligor_id__in=obligor_ids)
    inquiries = Investigation.objects.filter(act=OuterRef("act"), obligor_id__in=obligor_ids)
    told_better = ActClaim.objects.filter(Exists(plans) | Exists(inquiries), case_event=OuterRef("pk"))
    theirs = Q(claim_id__in=claim_ids or ())
    if claim_ids is None:
        theirs = Q(claim__in=claims_answered_for(obligor_ids, scope).values("pk"))
    rows = open_rows(on).filter(theirs, ~Exists(told_better), kind__in=sorted(kind.value for kind in LASTING))
    return [OpenEvent(*row) for row in rows.order_by("on", "pk").values_list(*OpenEvent._fields)]


def open_rows(on: date) -> QuerySet[CaseEvent]:
    """Events of whatever kind that are neither over on the day nor taken back, of all claims; the caller narrows them."""
    ended = CaseEvent.objects.filter(concludes=OuterRef("pk"), ends=True)
    taken_back = CaseEvent.objects.filter(reverses=OuterRef("pk"))
    lasts = Q(until__isnull=True) | Q(until__gte=on)
    by_day = Q(kind__in=_BY_DESIGNATED_DAY, designated_on__lt=on)
    plain = CaseEvent.objects.filter(concludes__isnull=True, reverses__isnull=True, outcome="", on__lte=on)
    return plain.filter(lasts, ~by_day, ~Exists(ended), ~Exists(taken_back))


def _item(stroke: OpenEvent, claim_ids: list[int]) -> RunningItem:
    parts = [f"債権{len(claim_ids)}件"]
    if stroke.instalment_yen is not None:
        parts.append(f"月{stroke.instalment_yen:,}円")
    if stroke.document_number:
        parts.append(stroke.document_number)
    return RunningItem(
        kind=stroke.kind,
        label=" ".join(parts),
        since_on=stroke.on,
        until_on=stroke.until,
        next_on=stroke.designated_on,
        address=f"/claims/{claim_ids[0]}/",
    )
