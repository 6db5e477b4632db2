"""Writes inquiries about property and what was answered.

The one idea: an inquiry waits in the register of outstanding requests until its answer takes it out; the investigation of the claims ends
with the last answer to the act that began it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.asset import AnswerResult, PropertyKind
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import Stamp
from saiken.register.actions._found import found
from saiken.register.models import Act, AwaitedAnswer, Investigation, InvestigationAnswer


@dataclass(frozen=True)
class Inquiry:
    """One institution asked about one kind of property."""

    kind: PropertyKind
    institution: str
    document_number: str = ""
    note: str = ""


@dataclass(frozen=True)
class AnswerNote:
    """What came back to an inquiry."""

    result: AnswerResult
    answered_on: date
    note: str = ""


def write_inquiries(
    inquiries: Sequence[Inquiry], act: Act, *, due_on: date, legal_ground: str, stamp: Stamp, by: str
) -> tuple[int, ...]:
    """The rows of an act, each waiting for its answer."""
    rows = [
        Investigation(
            act=act,
            obligor_id=act.obligor_id,
            office_id=act.office_id,
            kind=inquiry.kind.value,
            institution=inquiry.institution.strip(),
            asked_on=act.on,
            answer_due_on=due_on,
            document_number=inquiry.document_number,
            legal_ground=legal_ground,
            note=inquiry.note,
            recorded_at=stamp.recorded_at,
            recorded_by=by,
        )
        for inquiry in inquiries
    ]
    Investigation.objects.bulk_create(rows)
    AwaitedAnswer.objects.bulk_create(
        AwaitedAnswer(investigation=row, office_id=row.office_id, answer_due_on=due_on) for row in rows
    )
    refresh_case_files([act.obligor_id])
    return tuple(row.pk for row in rows)


def demand_inquiries(inquiries: Sequence[Inquiry], *, due_on: date, on: date) -> None:
    """Raise InvalidInput where nobody is asked, one is asked the same twice, or the answer is due before it is asked."""
    if not inquiries:
        raise InvalidInput("照会先がありません", place="照会先", expected="一つ以上")
    named = [(inquiry.kind, inquiry.institution.strip()) for inquiry in inquiries]
    for kind, institution in named:
        if not institution:
            raise InvalidInput("照会先の名称がありません", place="照会先", expected="金融機関、勤務先などの名称")
        if named.count((kind, institution)) > 1:
            raise InvalidInput("同じ照会先が二度あります", place="照会先", found=institution)
    if due_on < on:
        raise InvalidInput("回答の期限が照会の日より前です", place="回答の期限", found=due_on.isoformat())


def write_answer(investigation_id: int, answer: AnswerNote, *, stamp: Stamp, by: str) -> Investigation:
    """The answer, taken off the register of outstanding requests. Raises Refused when it has been answered."""
    row = found(Investigation, investigation_id, called="照会")
    if InvestigationAnswer.objects.filter(pk=investigation_id).exists():
        raise Refused(f"{row.institution} への照会には、すでに回答が記録されています")
    if answer.answered_on < row.asked_on:
        raise InvalidInput(
            "回答の日が照会の日より前です",
            place="回答の日",
            found=answer.answered_on.isoformat(),
            expected=f"{row.asked_on.isoformat()}以後",
        )
    InvestigationAnswer.objects.create(
        investigation=row,
        answered_on=answer.answered_on,
        result=answer.result.value,
        note=answer.note,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    AwaitedAnswer.objects.filter(pk=investigation_id).delete()
    refresh_case_files([row.obligor_id])
    return row


def is_answered(act_id: int) -> bool:
    """Whether every inquiry of the act has its answer."""
    return not AwaitedAnswer.objects.filter(investigation__act_id=act_id).exists()
