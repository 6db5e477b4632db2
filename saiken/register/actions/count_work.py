"""Counts the figures of the offices' work anew for a day, and keeps what stands behind them.

The one idea: all of them are replaced together, so a page never shows figures of two days; counted twice they are the same.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import KeptFigures, WorkFigure
from saiken.register.queries.figure_behind import PREFIX, kept_name, packed
from saiken.register.queries.work_counting import Counted, figures_of

_BATCH = 2_000


@action
def count_work(*, by: str, on: date) -> Done[int]:
    """Returns how many figures there are."""
    stamp = take()
    WorkFigure.objects.all().delete()
    KeptFigures.objects.filter(pk__startswith=PREFIX).delete()
    counted, number = figures_of(on), 0
    while some := list(islice(counted, _BATCH)):
        number += len(some)
        WorkFigure.objects.bulk_create(WorkFigure(on=on, **one.figure._asdict()) for one in some)
        KeptFigures.objects.bulk_create(_behind(iter(some), at=stamp.recorded_at))
    return Done(number, "執行管理の数字", {"figures": number})


def _behind(counted: Iterator[Counted], *, at: datetime) -> Iterator[KeptFigures]:
    for figure, behind in counted:
        if behind is not None:
            name = kept_name(figure.office_id, figure.measure, officer=figure.officer, detail=figure.detail)
            yield KeptFigures(what=name, last_recorded_at=at, content=packed(behind))
