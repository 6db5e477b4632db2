"""The figures of the offices' work for a spreadsheet: one row a figure, with its table, its line and its class.

The one idea: a long table that can be filtered and turned as anybody likes. It shows no obligor.
"""

from collections.abc import Callable, Iterator

from saiken.formats.list_table.write import ListTable, Value
from saiken.register import work_measures as measures
from saiken.register.queries.work_figures import ManagedWork

_HEADS = ("表", "所属・担当者・債権・督促の年月", "区分", "数", "金額（円）")

#: Table and id of a class → its words.
Words = Callable[[str, str], str]


def managed_work_table(work: ManagedWork, *, office: str, words: Words) -> ListTable:
    """Every figure of the screen."""
    day = f"{work.on.isoformat()} 現在" if work.on else "まだ集計されていません"
    return ListTable("執行管理", _HEADS, list(_rows(work, words)), (f"{office or '全体'}　{day}",))


def _rows(work: ManagedWork, words: Words) -> Iterator[tuple[Value, ...]]:
    for line in work.lines:
        for measure, one in line.of.items():
            yield "担当", line.name or "担当者未定", words("lines", measure), one.number, one.yen
        yield "担当", line.name or "担当者未定", "うち連絡・文書", line.contacts, None
    for table, numbers in (
        (measures.ACTS, work.acts),
        (measures.PROMISES, work.promises),
        (measures.PLANS, work.plans),
    ):
        for key, number in numbers.items():
            yield words("tables", table), "", words(table, key), number, None
    for cohort in work.cohorts:
        for stage, one in cohort.of.items():
            yield words("tables", measures.COHORT), cohort.period, words(measures.COHORT, stage), one.number, one.yen
    for owned in work.cohort_lines:
        for stage, one in owned.of.items():
            whose = f"{owned.name or '担当者未定'} {work.year}年度"
            yield words("tables", measures.COHORT), whose, words(measures.COHORT, stage), one.number, one.yen
    for table, lines in ((measures.AGEING, work.ageing), (measures.UNREACHED, work.unreached)):
        for opened in lines:
            for key, one in opened.of.items():
                yield words("tables", table), opened.name, words(table, key), one.number, one.yen
