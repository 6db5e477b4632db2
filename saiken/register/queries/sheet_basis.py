"""What a sheet of now is made of, as one value: the same value is the same sheet.

The one idea: figures, open claims, joins and statements each say how far they are, so a sheet that was computed stays right until one of
its own parts moves; what happens elsewhere in the register does not touch it. It computes no sheet.
"""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache

from django.db import connection
from django.db.models import Max, Model, Subquery

from saiken.register.models import (
    ComparisonFigures,
    FiguresVersion,
    GoalVersion,
    GradeStatement,
    LedgerClock,
    MeasureItem,
)
from saiken.register.queries.joined import last_join
from saiken.register.queries.open_claims import open_of_year
from saiken.register.queries.position import position, register_key
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.year_figures import kept_ledger

_STATED: Sequence[type[Model]] = (ComparisonFigures, FiguresVersion, GoalVersion, GradeStatement, MeasureItem)


def sheet_bases(sheets: Sequence[SheetEntry], fiscal_year: int) -> dict[int, Hashable]:
    """By sheet id what its sheet of the year is made of now."""
    now, stated = position(), _stated()
    ledger, common = kept_ledger(now).ledger, (*register_key(), last_join())
    found: dict[int, Hashable] = {}
    for sheet in sheets:
        open_now = open_of_year(sheet.in_claims(fiscal_year), fiscal_year, now=now)
        cells = frozenset((key, cell.count, cell.yen) for key, cell in open_now.cells.items())
        figures = tuple(tuple(ledger.get(member.receivable_id, {}).items()) for member in sheet.members)
        found[sheet.sheet_id] = (sheet, common, open_now.version, cells, figures, stated.get(sheet.sheet_id))
    return found


def _stated() -> Mapping[int, tuple[int, ...]]:
    """By sheet id the last statement of each kind."""
    last = {model.__name__: Subquery(_last(model)) for model in _STATED}
    (numbers,) = LedgerClock.objects.annotate(**last).values_list(*last)
    return _by_sheet() if connection.in_atomic_block else _kept_by_sheet(register_key(), numbers)


def _last(model: type[Model]):  # type: ignore[no-untyped-def]  # a query set of numbers
    return model._default_manager.order_by("-pk").values("pk")[:1]


@lru_cache(maxsize=8)
def _kept_by_sheet(_register: tuple[str, ...], _last: tuple[int | None, ...]) -> Mapping[int, tuple[int, ...]]:
    return _by_sheet()


def _by_sheet() -> Mapping[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for place, model in enumerate(_STATED):
        rows = model._default_manager.order_by().values_list("sheet_id").annotate(last=Max("pk"))
        for sheet_id, last in rows:
            found.setdefault(sheet_id, [0] * len(_STATED))[place] = last
    return {sheet_id: tuple(numbers) for sheet_id, numbers in found.items()}
