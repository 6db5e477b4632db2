"""Answers one row of a list that was sent to the office.

The one idea: an answer names the revision that was seen, so nobody overwrites what another answered meanwhile.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import SentListAnswer, SentListRow


@dataclass(frozen=True)
class RowAnswer:
    """`offices` are those of whoever answers; `seen` is how many answers the row had when it was shown."""

    row_id: int
    choice: str
    offices: frozenset[int]
    seen: int
    note: str = ""


@action
def answer_row(*, answer: RowAnswer, by: str, on: date) -> Done[int]:
    """Returns the revision of the answer."""
    row = found(SentListRow, answer.row_id, called="照会の行")
    subject = f"一覧の照会 {row.sent_list_id} 行 {row.place}"
    if row.office_id not in answer.offices:
        raise Refused("この行は、ほかの所属への照会です")
    if answer.choice not in row.sent_list.answers:
        raise InvalidInput("答えを選んでください", place="choice", expected="、".join(row.sent_list.answers))
    last = row.answers.order_by("-revision").first()
    count = last.revision if last else 0
    if last is not None and count > answer.seen:
        if (last.choice, last.note, last.recorded_by) == (answer.choice, answer.note, by):
            return Done(count, subject, {"already": True})
        raise Refused("表示した後に、ほかの人がこの行に答えました。今の答えを確かめてください")
    SentListAnswer.objects.create(
        row=row,
        revision=count + 1,
        choice=answer.choice,
        note=answer.note,
        on=on,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    return Done(count + 1, subject, {"choice": answer.choice})
