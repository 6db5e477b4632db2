"""Faults of what people stated: typed figures that are none, versions with a gap, moments past the clock.

The one idea: statements have no entries to be recomputed from, so what is verified is that they are whole, in order, and still readable.
It corrects nothing.
"""

from collections.abc import Iterator, Mapping

from django.db.models import Count, Max, Model

from saiken.domain.errors import InvalidInput
from saiken.register.models import (
    CaseEvent,
    Claim,
    ComparisonFigures,
    Entry,
    FiguresVersion,
    GoalVersion,
    GradeStatement,
    LedgerClock,
    MeasureItem,
    ObligorRole,
    ReceivableTerms,
    SheetDefinition,
    StateSpan,
    YearClose,
)
from saiken.register.queries.faults import Fault
from saiken.register.typed_figures import from_json

#: What is numbered by version, with what a run of versions belongs to and its Japanese name.
_VERSIONED: Mapping[type[Model], tuple[str, tuple[str, ...]]] = {
    FiguresVersion: ("数値", ("sheet_id", "fiscal_year")),
    GoalVersion: ("目標", ("sheet_id", "fiscal_year", "kind")),
    GradeStatement: ("達成状況", ("sheet_id", "fiscal_year", "portion")),
    MeasureItem: ("取組", ("sheet_id", "fiscal_year")),
    ComparisonFigures: ("他都市比較", ("sheet_id", "fiscal_year")),
}

#: Everything with a recorded moment.
_RECORDED: tuple[type[Model], ...] = (
    Entry,
    Claim,
    ObligorRole,
    CaseEvent,
    ReceivableTerms,
    StateSpan,
    YearClose,
    *_VERSIONED,
)


def figures() -> Iterator[Fault]:
    """数値のみの債権: every typed figure is a whole number in a cell of the form, for a year in which the sheet exists."""
    rows = FiguresVersion.objects.select_related("sheet").order_by("sheet_id", "fiscal_year", "version")
    for row in rows.iterator():
        subject = f"様式 {row.sheet.key} {row.fiscal_year}年度 第{row.version}版"
        try:
            from_json(row.figures)
        except (InvalidInput, TypeError, AttributeError) as error:
            yield Fault("typed-figures", subject, f"数値が読めません（{error}）")
        until = row.sheet.until_fiscal_year
        if row.fiscal_year < row.sheet.from_fiscal_year or (until is not None and row.fiscal_year >= until):
            yield Fault("typed-figures", subject, "様式のない年度の数値です")


def versions() -> Iterator[Fault]:
    """版: 1 to n without a gap, for everything that people state."""
    keys = dict(SheetDefinition.objects.values_list("pk", "key"))
    for model, (name, run) in _VERSIONED.items():
        rows = model._default_manager.values(*run).order_by(*run)
        for row in rows.annotate(last=Max("version"), count=Count("version", distinct=True)):
            if row["last"] != row["count"]:
                subject = f"様式 {keys[row['sheet_id']]} {row['fiscal_year']}年度 {name}"
                yield Fault("version", subject, f"最後の版は {row['last']} ですが、{row['count']}件の版しかありません")


def moments() -> Iterator[Fault]:
    """記録の時刻: none is later than the clock that gives them out."""
    last = LedgerClock.objects.get().last_recorded_at
    for model in _RECORDED:
        for pk in model._default_manager.filter(recorded_at__gt=last).order_by("pk").values_list("pk", flat=True):
            yield Fault("moment", f"{model._meta.db_table} {pk}", "記録の時刻が、台帳の最後の記録より後です")
