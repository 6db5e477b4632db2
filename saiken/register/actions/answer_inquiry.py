"""Records the answer to an inquiry about property, with what was found.

The one idea: answer, property and the end of the investigation are one stroke; the investigation of the claims ends when the last of the
institutions asked by the same act has answered.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from saiken.domain.claim.asset import AnswerResult
from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._inquiries import AnswerNote, is_answered, write_answer
from saiken.register.actions._properties import NewProperty, Place, write_properties
from saiken.register.actions._strokes import demand_claims
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.models import ActClaim, CaseEvent, Investigation
from saiken.register.queries.hidden_places import HIDDEN
from saiken.register.queries.scope import Scope

__all__ = ["AnswerNote", "NewProperty", "answer_inquiry"]


@action
def answer_inquiry(
    *,
    investigation_id: int,
    answer: AnswerNote,
    scope: Scope,
    lawbook: LawBook,
    by: str,
    on: date,
    found: Sequence[NewProperty] = (),
) -> Done[tuple[int, ...]]:
    """Record it; returns the ids of the property found. `on` is the day of recording, the answer has its own.

    A holder that was hidden from whoever answers (支援措置) is the institution that was asked.
    """
    _demand_result(answer, found)
    stamp = take()
    row = write_answer(investigation_id, answer, stamp=stamp, by=by)
    claim_ids = tuple(ActClaim.objects.filter(act_id=row.act_id).order_by("pk").values_list("claim_id", flat=True))
    demand_claims(row.obligor_id, claim_ids, scope=scope)
    place = Place(row.obligor_id, row.office_id, row.pk)
    known = [replace(new, holder=row.institution) if new.holder == HIDDEN else new for new in found]
    ids = write_properties(known, place, stamp=stamp, by=by, on=answer.answered_on)
    if is_answered(row.act_id):
        _end_investigation(row, lawbook=lawbook, by=by, on=answer.answered_on)
    subject = f"照会 {investigation_id} 債務者 {row.obligor_id}"
    return Done(ids, subject, {"result": answer.result, "answered_on": answer.answered_on, "properties": list(ids)})


def _demand_result(answer: AnswerNote, found: Sequence[NewProperty]) -> None:
    if found and answer.result not in (AnswerResult.FOUND, AnswerResult.PARTLY):
        raise InvalidInput(
            "財産なしの回答に財産が記されています", place="回答", remedy="回答を財産ありとしてください。"
        )
    if answer.result is AnswerResult.FOUND and not found:
        raise InvalidInput("財産ありの回答に財産の表示がありません", place="財産の表示", expected="判明した財産")


def _end_investigation(row: Investigation, *, lawbook: LawBook, by: str, on: date) -> None:
    """Conclude what the act began and nobody has ended; no earlier than the latest answer."""
    events = CaseEvent.objects.filter(
        act_claim__act_id=row.act_id, kind=EventKind.PROPERTY_INVESTIGATION.value, reversed_by__isnull=True
    ).exclude(concluded_by__ends=True)
    latest_on = max(
        [on, *Investigation.objects.filter(act_id=row.act_id).values_list("answer__answered_on", flat=True)]
    )
    for event_id in events.values_list("pk", flat=True):
        conclusion = Conclusion(EventKind.PROPERTY_INVESTIGATION, Outcome.COMPLETED)
        conclude_case_event(event_id=event_id, conclusion=conclusion, lawbook=lawbook, by=by, on=latest_on)
