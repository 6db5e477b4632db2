"""Puts a mark on a person's file (付箋).

The one idea: the same mark of the same office stands once at a time; whoever wants another last day removes it and puts it anew.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.person.mark import mark_kind
from saiken.register.actions._base import Done, action
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Mark, Obligor


@dataclass(frozen=True)
class NewMark:
    """A mark of an office; `until_on` is the first day on which it is not shown any more."""

    kind: str
    office_id: int
    until_on: date | None = None
    note: str = ""


@action
def put_mark(*, obligor_id: int, mark: NewMark, by: str, on: date) -> Done[int]:
    """It is shown from `on`; returns its id."""
    kind, place = mark_kind(mark.kind), f"債務者 {obligor_id}"
    found(Obligor, obligor_id, called="債務者")
    if mark.until_on is not None and mark.until_on <= on:
        raise InvalidInput("付箋の終わりの日が過ぎています", place=place, expected=f"{on.isoformat()}以後")
    if _standing(obligor_id, mark, on=on):
        raise Refused(f"付箋「{kind.japanese}」はすでに付いています")
    stamp = take()
    row = Mark.objects.create(
        obligor_id=obligor_id,
        office_id=mark.office_id,
        kind=kind.id,
        note=mark.note.strip(),
        from_on=on,
        until_on=mark.until_on,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh_case_files([obligor_id])
    return Done(row.pk, place, {"mark": row.pk, "kind": kind.id, "until": mark.until_on})


def _standing(obligor_id: int, mark: NewMark, *, on: date) -> bool:
    lasts = Q(until_on__isnull=True) | Q(until_on__gt=on)
    same = Mark.objects.filter(lasts, obligor_id=obligor_id, office_id=mark.office_id, kind=mark.kind)
    return same.filter(removes__isnull=True, removed_by__isnull=True).exists()
