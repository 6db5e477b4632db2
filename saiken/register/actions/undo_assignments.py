"""Takes back one run of assignments: every case goes back to whoever had it before.

The one idea: taking back is a further run that names the first; a case that was assigned again meanwhile is left where it is and counted.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._assignments import Stroke, keep_officers, write_assignments
from saiken.register.actions._base import Done, action
from saiken.register.models import Assignment, CaseFile

_REASON = "割当ての取消し"


@action
def undo_assignments(*, run: str, new_run: str, own: frozenset[int], by: str, on: date) -> Done[int]:
    """Returns how many cases went back."""
    rows = list(Assignment.objects.filter(run=run).order_by("pk"))
    if not rows:
        raise InvalidInput("担当割がありません", place="run", found=run)
    subject = f"担当割 組織 {rows[0].office_id}"
    if not {row.office_id for row in rows} <= own:
        raise Refused("取り消すことができるのは、自分の所属の担当割です")
    if rows[0].undoes:
        raise Refused("取消しを取り消すことはできません。もう一度割り当ててください")
    if Assignment.objects.filter(undoes=run).exists():
        return Done(0, subject, {"already": True})
    back = _not_assigned_again(run)
    changes = [(row.obligor_id, row.office_id, row.officer_id, row.before_id) for row in back]
    write_assignments(changes, Stroke(new_run, max(on, rows[0].from_on), _REASON, undoes=run), by=by)
    if rows[0].from_on <= on:
        files = _files(back)
        keep_officers((files[row.obligor_id], row.before_id) for row in back if row.obligor_id in files)
    return Done(len(back), subject, {"cases": len(back), "left": len(rows) - len(back)})


def _not_assigned_again(run: str) -> list[Assignment]:
    later = Assignment.objects.filter(
        obligor_id=OuterRef("obligor_id"), office_id=OuterRef("office_id"), pk__gt=OuterRef("pk")
    )
    return list(Assignment.objects.filter(~Exists(later), run=run).order_by("pk"))


def _files(rows: Sequence[Assignment]) -> dict[int, int]:
    """The ids of the files by obligor."""
    run = Assignment.objects.filter(run__in={row.run for row in rows})
    found = CaseFile.objects.filter(office_id__in=run.values("office_id"), obligor_id__in=run.values("obligor_id"))
    return dict(found.values_list("obligor_id", "pk"))
