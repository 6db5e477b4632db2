"""Assigns cases to officers, from a day on, in one stroke that can be taken back.

The one idea: what was seen in the preview is what is applied: every case is named with the officer it had, and a change in between is a
conflict. A day in the future takes effect by the day roll.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._assignments import Stroke, keep_officers, write_assignments
from saiken.register.actions._base import Done, action
from saiken.register.models import Assignment, CaseFile
from saiken.register.queries.assignment import officers_of

#: The most cases that one stroke moves.
MOST_CASES = 20_000


@dataclass(frozen=True)
class Move:
    """A file goes from the officer seen to another; None is nobody."""

    file_id: int
    seen_officer_id: int | None
    officer_id: int | None


@dataclass(frozen=True)
class Allotment:
    """The moves of one office; `own` are the offices of whoever assigns, `run` is the form's one-time key."""

    office_id: int
    own: frozenset[int]
    moves: tuple[Move, ...]
    from_on: date
    reason: str
    run: str


@action
def assign_officers(*, allotment: Allotment, by: str, on: date) -> Done[int]:
    """Returns how many cases were assigned."""
    subject = f"担当割 組織 {allotment.office_id}"
    known = Assignment.objects.filter(run=allotment.run).count()
    if known:
        return Done(known, subject, {"already": True})
    _demand_whole(allotment, on=on)
    files = CaseFile.objects.in_bulk([move.file_id for move in allotment.moves])
    for move in allotment.moves:
        row = files.get(move.file_id)
        if row is None or row.office_id != allotment.office_id:
            raise Refused("この所属の案件ではないものが含まれています")
        if row.officer_id != move.seen_officer_id:
            raise Refused("表示した後に担当が変わった案件があります。もう一度、割当ての案を確かめてください")
    rows = [
        (files[move.file_id].obligor_id, allotment.office_id, move.seen_officer_id, move.officer_id)
        for move in allotment.moves
    ]
    write_assignments(rows, Stroke(allotment.run, allotment.from_on, allotment.reason.strip()), by=by)
    if allotment.from_on <= on:
        keep_officers((move.file_id, move.officer_id) for move in allotment.moves)
    return Done(len(rows), subject, {"cases": len(rows), "from": allotment.from_on, "run": allotment.run})


def _demand_whole(allotment: Allotment, *, on: date) -> None:
    if allotment.office_id not in allotment.own:
        raise Refused("割り当てることができるのは、自分の所属の案件です")
    if not allotment.moves:
        raise InvalidInput("割り当てる案件がありません", place="moves")
    if len(allotment.moves) > MOST_CASES:
        raise InvalidInput("一度に割り当てる数を超えています", place="moves", expected=f"{MOST_CASES:,}件以下")
    if allotment.from_on < on:
        raise InvalidInput("担当は、過ぎた日からは替えられません", place="from_on", found=allotment.from_on.isoformat())
    if not allotment.reason.strip():
        raise InvalidInput("理由がありません", place="reason")
    wanted = {move.officer_id for move in allotment.moves} - {None}
    strangers = wanted - {officer.user_id for officer in officers_of(allotment.office_id, on=allotment.from_on)}
    if strangers:
        raise Refused("その日にこの所属の担当者でない人が含まれています")
