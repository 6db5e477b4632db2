"""A worklist as a table for a spreadsheet: every person of it, up to a cap.

The one idea: the pages of the screen one after the other, with what a file needs beside; addresses of protected persons never leave the
register, and what is written is logged with its purpose.
"""

from collections.abc import Sequence

from saiken.domain.errors import InvalidInput
from saiken.formats.list_table.write import ListTable, Value
from saiken.register.access import log_obligors, log_read
from saiken.register.models import Obligor
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_filter import CAP, WorkFilter
from saiken.register.queries.work_list import WorkLine, lines_of, places_of
from saiken.register.queries.work_rows import catalogue

#: Persons read by one round of statements.
_BATCH = 500

_HEADS = (
    "債務者番号", "宛名番号", "氏名・名称", "カナ", "郵便番号", "住所", "電話", "所属", "担当者", "債権", "件数", "一覧の残高（円）",
    "残高合計（円）", "掲載の始まり", "期日", "時効期間の経過", "最後の処理", "次の連絡日", "理由",
)  # fmt: skip

_HIDDEN = "支援措置により非表示"


def work_table(list_id: str, found: WorkFilter, *, scope: Scope, sort: str) -> ListTable:
    """The list as a table. Raises InvalidInput without a purpose; the scope's purpose is what the reader wrote."""
    if not scope.purpose.strip():
        raise InvalidInput("書き出しの目的がありません", place="目的", expected="目的")
    work_list = catalogue().lists[list_id]
    places = list(places_of(list_id, found, sort=sort, size=CAP))[:CAP]
    parts = (places[start : start + _BATCH] for start in range(0, len(places), _BATCH))
    lines = [line for part in parts for line in lines_of(list_id, part, found=found, sort=sort)]
    ids = {line.obligor_id for line in lines}
    log_read(scope, what="export", subject=f"一覧 {list_id} {len(lines)}人")
    log_obligors(scope, what="export", obligor_ids=ids)
    persons = _persons(sorted(ids))
    notes = (
        f"{work_list.japanese}　{found.on.isoformat()} 現在　{len(lines)}人",
        f"目的: {scope.purpose}　書き出した人: {scope.by}",
    )
    return ListTable(work_list.japanese, _HEADS, [_row(line, persons[line.obligor_id]) for line in lines], notes)


def _persons(ids: Sequence[int]) -> dict[int, Obligor]:
    parts = (list(ids[start : start + _BATCH]) for start in range(0, len(ids), _BATCH))
    return {pk: row for part in parts for pk, row in Obligor.objects.in_bulk(part).items()}


def _row(line: WorkLine, person: Obligor) -> tuple[Value, ...]:
    place = (_HIDDEN, _HIDDEN, _HIDDEN) if person.protected else (person.postal_code, person.address, person.telephone)
    return (
        line.obligor_id, person.external_number, person.name, person.name_kana, *place, line.office, line.officer, line.receivable,
        line.claims or None, line.yen, line.balance_yen, line.since_on, line.due_on, line.completes_on, line.last_act_on,
        line.next_on, line.why,
    )  # fmt: skip
