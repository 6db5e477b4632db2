"""What the steps of a hand-over write: the step, the standing, who handles the claims, the case events of both ends.

The one idea: custody, steps and events move in one transaction, and the files of the persons follow from the custody. Whether a step may be
taken is decided by `domain.claim.hand_over`.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.hand_over import HELD, RUNNING, HandOverStepKind
from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._bulk import insert_rows
from saiken.register.actions._case_files import refresh_files_of_claims
from saiken.register.actions._clock import take
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.models import CaseEvent, ClaimCustody, HandOver, HandOverStanding, HandOverStep
from saiken.register.queries.custody import handled_claims


def add_step(
    hand_over: HandOver, kind: HandOverStepKind, *, reason: str, figures: Mapping[str, int], by: str, on: date
) -> HandOverStep:
    """Write the next step and bring the standing up to it."""
    place = HandOverStep.objects.filter(hand_over=hand_over).count() + 1
    step = HandOverStep.objects.create(
        hand_over=hand_over,
        place=place,
        kind=kind.value,
        on=on,
        reason=reason,
        figures=dict(figures),
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    changed: dict[str, object] = {"step": kind.value, "since_on": on}
    if kind is HandOverStepKind.ACCEPTED:
        changed["accepted_on"] = on
    if kind not in RUNNING:
        changed["ended_on"] = on
    HandOverStanding.objects.filter(hand_over=hand_over).update(**changed)
    return step


def give(hand_over: HandOver, *, lawbook: LawBook, by: str, on: date) -> None:
    """The receiving office handles the claims from now on; every claim's history says so."""
    claim_ids = claims_of(hand_over)
    handled = handled_claims(claim_ids)
    elsewhere = sorted(pk for pk in claim_ids if handled[pk].office_id != hand_over.from_office_id)
    if elsewhere:
        raise Refused(f"債権 {'、'.join(map(str, elsewhere))} は、もう引き継ぐ側の所属が扱っていません")
    keep_custody(claim_ids, office_id=hand_over.to_office_id, on=on)
    note = f"{hand_over.from_office.name} から {hand_over.to_office.name} へ"
    events = [NewEvent(pk, EventKind.HAND_OVER, on, document_number=hand_over.number, note=note) for pk in claim_ids]
    record_case_events(events=events, lawbook=lawbook, by=by, on=on, source=f"引継ぎ {hand_over.number}")


def give_back(hand_over: HandOver, *, outcome: Outcome, lawbook: LawBook, by: str, on: date) -> None:
    """The giving office handles the claims again; the events of the hand-over end."""
    claim_ids = claims_of(hand_over)
    handled = handled_claims(claim_ids)
    elsewhere = sorted(pk for pk in claim_ids if handled[pk].office_id != hand_over.to_office_id)
    if elsewhere:
        raise Refused(
            f"債権 {'、'.join(map(str, elsewhere))} は、さらに他の所属に引き継がれています。先にそれを終えてください"
        )
    at_home = [pk for pk in claim_ids if handled[pk].booked_office_id == hand_over.from_office_id]
    ClaimCustody.objects.filter(claim_id__in=at_home).delete()
    keep_custody(sorted(set(claim_ids) - set(at_home)), office_id=hand_over.from_office_id, on=on)
    for event in _open_events(hand_over, claim_ids):
        ended = Conclusion(EventKind.HAND_OVER, outcome, document_number=hand_over.number)
        conclude_case_event(event_id=event.pk, conclusion=ended, lawbook=lawbook, by=by, on=on)
    refresh_files_of_claims(claim_ids)


def keep_custody(claim_ids: Sequence[int], *, office_id: int, on: date) -> None:
    """Say who handles the claims from the day on."""
    rows = [(pk, office_id, on.isoformat()) for pk in claim_ids]
    insert_rows(ClaimCustody, ("claim_id", "office_id", "from_on"), rows=rows, replacing="claim_id")


def claims_of(hand_over: HandOver) -> list[int]:
    """The ids of the claims given, in order."""
    return sorted(hand_over.claims.values_list("claim_id", flat=True))


def running_with(claim_ids: Sequence[int], office_id: int) -> HandOverStanding | None:
    """A hand-over by the office that one of the claims is in already."""
    running = HandOverStanding.objects.filter(
        step__in=[kind.value for kind in RUNNING],
        from_office_id=office_id,
        hand_over__claims__claim_id__in=list(claim_ids),
    )
    return running.select_related("hand_over").first()


def is_held(step: str) -> bool:
    """Whether the receiving office handles the claims after that step."""
    return HandOverStepKind(step) in HELD


def _open_events(hand_over: HandOver, claim_ids: Sequence[int]) -> list[CaseEvent]:
    rows = CaseEvent.objects.filter(
        claim_id__in=claim_ids,
        kind=EventKind.HAND_OVER.value,
        document_number=hand_over.number,
        concludes__isnull=True,
        reverses__isnull=True,
        concluded_by__isnull=True,
        reversed_by__isnull=True,
    )
    return list(rows.order_by("pk"))
