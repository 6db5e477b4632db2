"""Figures of the offices' work that are not what stands in the register.

The one idea: each figure is compared with the rows kept behind it; where nothing was recorded since the counting, all are counted anew. It
corrects nothing.
"""

from collections.abc import Iterator

from saiken.register.models import KeptFigures, LedgerClock, WorkFigure
from saiken.register.queries.faults import Fault
from saiken.register.queries.figure_behind import PREFIX, kept_name, unpacked
from saiken.register.queries.kept_content import Unusable
from saiken.register.queries.work_counting import Figure, figures_of
from saiken.register.work_measures import BEHIND_OF

RULE = "work-figure"


def work_figures() -> Iterator[Fault]:
    """執行管理の数字: each is the number and the yen of its rows, and what acts, files, balances and entries give."""
    yield from _against_rows()
    last = WorkFigure.objects.order_by("-on").values_list("on", flat=True).first()
    if last is None:
        return
    counted_at = KeptFigures.objects.filter(pk__startswith=PREFIX).values_list("last_recorded_at", flat=True).first()
    if counted_at == LedgerClock.objects.get().last_recorded_at:
        yield from _counted_anew()


def _against_rows() -> Iterator[Fault]:
    contents = dict(KeptFigures.objects.filter(pk__startswith=PREFIX).values_list("what", "content"))
    for row in WorkFigure.objects.filter(measure__in=list(BEHIND_OF)).order_by("pk"):
        name = kept_name(row.office_id, row.measure, officer=row.officer, detail=row.detail)
        if name not in contents:
            yield Fault(RULE, _subject(row), "数の内訳がありません。saiken day roll を行ってください")
            continue
        try:
            behind = unpacked(bytes(contents[name]))
        except Unusable:
            yield Fault(RULE, _subject(row), "数の内訳を読めません。saiken day roll を行ってください")
            continue
        if (row.number, row.yen) != (len(behind.keys), sum(behind.yen)):
            message = f"{row.number:,}（{row.yen:,}円）ですが、内訳は {len(behind.keys):,}（{sum(behind.yen):,}円）です"
            yield Fault(RULE, _subject(row), message)


def _counted_anew() -> Iterator[Fault]:
    """Every figure of the day of counting beside what is kept."""
    kept = {_place(row): row for row in WorkFigure.objects.all()}
    on = next(iter(kept.values())).on
    for figure, _ in figures_of(on):
        row = kept.pop(figure[:4], None)
        if row is None:
            yield Fault(RULE, _named(figure), f"{figure.number:,}（{figure.yen:,}円）のはずですが、ありません")
        elif (row.number, row.yen) != (figure.number, figure.yen):
            message = f"{row.number:,}（{row.yen:,}円）ですが、数え直すと {figure.number:,}（{figure.yen:,}円）です"
            yield Fault(RULE, _named(figure), message)
    for row in kept.values():
        yield Fault(RULE, _subject(row), f"{row.number:,}（{row.yen:,}円）ですが、数え直すとありません")


def _place(row: WorkFigure) -> tuple[int, str, str, str]:
    return row.office_id, row.measure, row.officer, row.detail


def _subject(row: WorkFigure) -> str:
    return _named(Figure(*_place(row)))


def _named(figure: Figure) -> str:
    return " ".join(filter(None, (f"組織 {figure.office_id}", figure.measure, figure.officer, figure.detail)))
