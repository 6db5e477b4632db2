"""Takes a mark off a person's file.

The one idea: a removing row; that the mark was there, from when and by whom, stays to be read.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Mark


@action
def remove_mark(*, mark_id: int, note: str = "", by: str, on: date) -> Done[int]:
    """Returns the id of the removing row."""
    mark = found(Mark, mark_id, called="付箋")
    if mark.removes_id is not None or Mark.objects.filter(removes=mark).exists():
        raise Refused("この付箋はすでに外されています")
    stamp = take()
    row = Mark.objects.create(
        obligor_id=mark.obligor_id,
        office_id=mark.office_id,
        kind=mark.kind,
        note=note.strip(),
        from_on=on,
        removes=mark,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh_case_files([mark.obligor_id])
    return Done(row.pk, f"債務者 {mark.obligor_id}", {"mark": mark_id, "kind": mark.kind, "note": row.note})
