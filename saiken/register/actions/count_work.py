"""Counts the figures of the offices' work anew for a day.

The one idea: all of them are replaced together, so a page never shows figures of two days; counted twice they are the same.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import WorkFigure
from saiken.register.queries.work_counting import figures_of

_BATCH = 2_000


@action
def count_work(*, by: str, on: date) -> Done[int]:
    """Returns how many figures there are."""
    take()
    rows = [WorkFigure(on=on, **figure._asdict()) for figure in figures_of(on)]
    WorkFigure.objects.all().delete()
    WorkFigure.objects.bulk_create(rows, batch_size=_BATCH)
    return Done(len(rows), "執行管理の数字", {"figures": len(rows)})
