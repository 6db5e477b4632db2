"""Sends a list with a question to offices: each row to be answered by a day.

The one idea: a person goes to every chosen office that has a file of them, and to no other; whoever has none is told to the sender, not
sent.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import CaseFile, SentList, SentListRow

#: The longest list that can be sent in one stroke.
MOST_ROWS = 5_000
#: The longest answer to choose from.
_LONGEST_ANSWER = 100


@dataclass(frozen=True)
class NewList:
    """`own` are the offices of the sender. `office_ids` empty: every office with a file of one of the persons."""

    from_office_id: int
    own: frozenset[int]
    title: str
    question: str
    answers: tuple[str, ...]
    due_on: date
    obligor_ids: tuple[int, ...]
    submission: str
    office_ids: tuple[int, ...] = ()
    source: str = ""


@action
def send_list(*, new: NewList, by: str, on: date) -> Done[int]:
    """Returns the id of the list."""
    known = SentList.objects.filter(submission=new.submission).first()
    if known is not None:
        return Done(known.pk, f"一覧の照会 {known.pk}", {"already": True})
    _demand_whole(new, on=on)
    rows = _rows(new)
    if not rows:
        raise Refused("選んだ所属に、この人たちの担当案件がありません")
    sent = SentList.objects.create(
        from_office_id=new.from_office_id,
        title=new.title.strip(),
        question=new.question.strip(),
        answers=list(new.answers),
        source=new.source,
        on=on,
        due_on=new.due_on,
        submission=new.submission,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    SentListRow.objects.bulk_create(
        (
            SentListRow(sent_list=sent, place=place, office_id=office_id, obligor_id=obligor_id)
            for place, (office_id, obligor_id) in enumerate(rows, start=1)
        ),
        batch_size=500,
    )
    return Done(sent.pk, f"一覧の照会 {sent.pk}", {"rows": len(rows), "until": new.due_on})


def _demand_whole(new: NewList, *, on: date) -> None:
    if new.from_office_id not in new.own:
        raise Refused("照会は自分の所属から送ります")
    for place, text in (("title", new.title), ("question", new.question)):
        if not text.strip():
            raise InvalidInput("件名と照会の内容を入力してください", place=place)
    if len(new.answers) < 2 or len(set(new.answers)) < len(new.answers):
        raise InvalidInput("答えの選択肢は、互いに異なるものを2つ以上入力してください", place="answers")
    if max(map(len, new.answers)) > _LONGEST_ANSWER:
        raise InvalidInput("答えの選択肢が長すぎます", place="answers", expected=f"{_LONGEST_ANSWER}字以内")
    if new.due_on < on:
        raise InvalidInput("回答の期限が過ぎています", place="due_on", found=new.due_on.isoformat())
    if len(new.obligor_ids) > MOST_ROWS:
        raise InvalidInput("一度に送ることができる数を超えています", place="numbers", expected=f"{MOST_ROWS:,}人以下")


def _rows(new: NewList) -> list[tuple[int, int]]:
    """Office and person, by office and then in the order given."""
    place = {obligor_id: number for number, obligor_id in enumerate(dict.fromkeys(new.obligor_ids))}
    files = CaseFile.objects.filter(obligor_id__in=place, open_claims__gt=0).exclude(office_id=new.from_office_id)
    if new.office_ids:
        files = files.filter(office_id__in=new.office_ids)
    found = files.values_list("office_id", "obligor_id")
    return sorted(found, key=lambda row: (row[0], place[row[1]]))
