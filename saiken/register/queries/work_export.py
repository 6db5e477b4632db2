"""A worklist or an extraction as a table for a spreadsheet: every person of it, up to a cap.

The one idea: the pages of the screen one after the other, with what a file needs beside; addresses of protected persons never leave the
register, and what is written is logged with its purpose.
"""

from collections.abc import Sequence

from saiken.domain.errors import InvalidInput
from saiken.formats.list_table.write import ListTable, Value
from saiken.register.access import log_obligors, log_read
from saiken.register.models import Obligor
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_extract import Extraction, ExtractLine, extract_lines, extract_places
from saiken.register.queries.work_filter import CAP, WorkFilter
from saiken.register.queries.work_lines import WorkLine
from saiken.register.queries.work_list import lines_of, places_of
from saiken.register.queries.work_rows import catalogue

#: Persons read by one round of statements.
_BATCH = 500

_HEADS = (
    "債務者番号", "宛名番号", "氏名・名称", "カナ", "郵便番号", "住所", "電話", "所属", "担当者", "債権", "件数", "一覧の残高（円）",
    "残高合計（円）", "掲載の始まり", "期日", "時効期間の経過", "最後の処理", "次の連絡日", "理由",
)  # fmt: skip

_OF_FILES = (
    "債務者番号", "宛名番号", "氏名・名称", "カナ", "郵便番号", "住所", "電話", "所属", "担当者", "件数", "残高合計（円）",
    "最も古い納期限", "時効期間の経過", "最後の処理", "次の連絡日",
)  # fmt: skip

_HIDDEN = "支援措置により非表示"
_EXTRACTED = "条件抽出"


def work_table(list_id: str, found: WorkFilter, *, scope: Scope, sort: str) -> ListTable:
    """The list as a table. Raises InvalidInput without a purpose; the scope's purpose is what the reader wrote."""
    _demand_purpose(scope)
    work_list = catalogue().lists[list_id]
    places = list(places_of(list_id, found, sort=sort, size=CAP))[:CAP]
    parts = (places[start : start + _BATCH] for start in range(0, len(places), _BATCH))
    lines = [line for part in parts for line in lines_of(list_id, part, found=found, sort=sort)]
    persons = _logged(scope, f"一覧 {list_id} {len(lines)}人", obligor_ids={line.obligor_id for line in lines})
    notes = _notes(f"{work_list.japanese}　{found.on.isoformat()} 現在　{len(lines)}人", scope)
    return ListTable(work_list.japanese, _HEADS, [_row(line, persons[line.obligor_id]) for line in lines], notes)


def extract_table(asked: Extraction, *, scope: Scope) -> ListTable:
    """The persons of the extraction as a table. Raises InvalidInput without a purpose."""
    _demand_purpose(scope)
    files = [file_id for _, file_id in extract_places(asked, size=CAP)][:CAP]
    lines = [line for start in range(0, len(files), _BATCH) for line in extract_lines(files[start : start + _BATCH])]
    persons = _logged(scope, f"{_EXTRACTED} {len(lines)}人", obligor_ids={line.obligor_id for line in lines})
    notes = _notes(f"{_EXTRACTED}　{asked.found.on.isoformat()} 現在　{len(lines)}人", scope)
    return ListTable(_EXTRACTED, _OF_FILES, [_file_row(line, persons[line.obligor_id]) for line in lines], notes)


def _demand_purpose(scope: Scope) -> None:
    if not scope.purpose.strip():
        raise InvalidInput("書き出しの目的がありません", place="目的", expected="目的")


def _logged(scope: Scope, subject: str, *, obligor_ids: set[int]) -> dict[int, Obligor]:
    """The persons, after it was noted that they leave the register."""
    log_read(scope, what="export", subject=subject)
    log_obligors(scope, what="export", obligor_ids=obligor_ids)
    return _persons(sorted(obligor_ids))


def _notes(words: str, scope: Scope) -> tuple[str, ...]:
    return words, f"目的: {scope.purpose}　書き出した人: {scope.by}"


def _persons(ids: Sequence[int]) -> dict[int, Obligor]:
    parts = (list(ids[start : start + _BATCH]) for start in range(0, len(ids), _BATCH))
    return {pk: row for part in parts for pk, row in Obligor.objects.in_bulk(part).items()}


def _row(line: WorkLine, person: Obligor) -> tuple[Value, ...]:
    return (
        *_who(person), line.office, line.officer, line.receivable, line.claims or None, line.yen, line.balance_yen, line.since_on,
        line.due_on, line.completes_on, line.last_act_on, line.next_on, line.why,
    )  # fmt: skip


def _file_row(line: ExtractLine, person: Obligor) -> tuple[Value, ...]:
    return (
        *_who(person), line.office, line.officer, line.claims, line.balance_yen, line.oldest_due_on, line.completes_on,
        line.last_act_on, line.next_on,
    )  # fmt: skip


def _who(person: Obligor) -> tuple[Value, ...]:
    place = (_HIDDEN, _HIDDEN, _HIDDEN) if person.protected else (person.postal_code, person.address, person.telephone)
    return (person.pk, person.external_number, person.name, person.name_kana, *place)
