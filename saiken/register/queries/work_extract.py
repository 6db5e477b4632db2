"""Free extraction (条件抽出): persons at offices by conditions that all hold, the largest balance first.

The one idea: where few rows of the lists meet a condition, their persons are found first and the answer is exact; where many do, the files
are walked from the largest balance and the page is soon full, and no more than some thousands of files are walked to count. It shows
persons, so it takes a Scope and leaves rows in the access log.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from saiken.register.access import log_obligors
from saiken.register.models import CaseFile, Obligor, ObligorOffice
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_filter import CAP, MINE, NOBODY, WorkFilter

PAGE_SIZE = 50

#: Up to so many rows, the persons of a condition are found from its rows; so many files are walked to count.
FEW, WALKED = 2_000, 3_000

#: Balance and number of the file after which a page begins.
Place = tuple[int, int]


@dataclass(frozen=True)
class Extraction:
    """The filter of the lists, and what only files know: not worked on since, next day by, on these lists at once."""

    found: WorkFilter
    untouched_since: date | None = None
    next_by: date | None = None
    lists: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExtractLine:
    """A person at an office with the figures of the file."""

    file_id: int
    obligor_id: int
    obligor: str
    protected: bool
    office: str
    officer: str
    claims: int
    balance_yen: int
    oldest_due_on: date | None
    completes_on: date | None
    last_act_on: date | None
    next_on: date | None


@dataclass(frozen=True)
class ExtractPage:
    """`rows` counts up to the cap and one more; `is_whole` is False where there may be more than were counted."""

    lines: tuple[ExtractLine, ...]
    rows: int
    is_whole: bool
    next_place: Place | None


def extract_page(asked: Extraction, *, scope: Scope, after: Place | None = None, size: int = PAGE_SIZE) -> ExtractPage:
    """The persons after a place; the filter's offices must lie in the scope."""
    among = _few(asked)
    places = list(islice(_places(asked, among=among, after=after, size=size), size + 1))
    lines = extract_lines([pk for _, pk in places[:size]])
    log_obligors(scope, what="work_extract", obligor_ids={line.obligor_id for line in lines})
    rows, is_whole = _count(asked, among)
    return ExtractPage(lines, max(rows, len(lines)), is_whole, places[size - 1] if len(places) > size else None)


def known_obligors(numbers: Sequence[str], *, scope: Scope) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The persons in scope with these numbers of the other system or, failing that, of the register; and the numbers of nobody there."""
    seen = _seen(scope)
    by_number = dict(seen.filter(external_number__in=numbers).values_list("external_number", "pk"))
    plain = {
        int(text) for text in numbers if text not in by_number and text.isascii() and text.isdigit() and len(text) < 19
    }
    by_id = set(seen.filter(pk__in=plain).values_list("pk", flat=True))
    found = {
        text: by_number.get(text) or (int(text) if text.isdigit() and int(text) in by_id else None) for text in numbers
    }
    return (
        tuple(dict.fromkeys(pk for pk in found.values() if pk is not None)),
        tuple(text for text, pk in found.items() if pk is None),
    )


def _seen(scope: Scope) -> QuerySet[Obligor]:
    """The persons of whom a claim concerns an office of the scope, under every number."""
    if scope.offices is None:
        return Obligor.objects.all()
    kept = Coalesce(OuterRef("joined_to_id"), OuterRef("pk"))
    return Obligor.objects.filter(Exists(ObligorOffice.objects.filter(obligor_id=kept, office_id__in=scope.offices)))


def extract_places(asked: Extraction, *, size: int, after: Place | None = None) -> Iterator[Place]:
    """The places of the persons' files after one, the largest balance first; at most `size` and one more of each office."""
    return _places(asked, among=_few(asked), after=after, size=size)


def extract_lines(file_ids: Sequence[int]) -> tuple[ExtractLine, ...]:
    """The files as lines in the order given; whoever asks logs the reading."""
    files = CaseFile.objects.select_related("obligor", "office", "officer").in_bulk(list(file_ids))
    return tuple(_line(files[pk]) for pk in file_ids)


def _few(asked: Extraction) -> str | None:
    """The persons who meet a condition on claims or lists, as SQL, where few rows do; None where many do or nothing is asked."""
    found = asked.found
    offices = ", ".join(map(str, found.offices)) or "NULL"
    of_claims, given = _claims(found)
    conditions = [(f" AND +w.office_id IN ({offices}){of_claims}", given)] if of_claims else []
    for list_id in asked.lists:
        text = f" AND w.office_id IN ({offices}) AND w.from_on <= %s AND w.until_on > %s"
        conditions.append((f" AND w.list_id = %s{text}", [list_id, found.on, found.on]))
    for text, values in conditions:
        rows = _rows(f"SELECT w.obligor_id FROM register_workitem w WHERE 1 = 1{text} LIMIT {FEW + 1}", values)
        if len(rows) <= FEW:
            return ", ".join(map(str, sorted({row[0] for row in rows}))) or "NULL"
    return None


def _places(asked: Extraction, *, among: str | None, after: Place | None, size: int) -> Iterator[Place]:
    text, values = _conditions(asked)
    later = " AND f.balance_yen <= %s AND (f.balance_yen < %s OR f.id > %s)" if after else ""
    bound = [after[0], after[0], after[1]] if after else []
    if among is not None:
        offices = ", ".join(map(str, asked.found.offices)) or "NULL"
        place = f"f.obligor_id IN ({among}) AND +f.office_id IN ({offices})"
        return iter(_rows(_page(f"{place} AND {text}{later}", size), [*values, *bound]))
    streams = [
        _rows(_page(f"f.office_id = {office_id} AND {text}{later}", size), [*values, *bound])
        for office_id in asked.found.offices
    ]
    return iter(heapq.merge(*streams, key=lambda place: (-place[0], place[1])))


def _page(text: str, size: int) -> str:
    return f"""SELECT f.balance_yen, f.id FROM register_casefile f WHERE {text}
        ORDER BY f.balance_yen DESC, f.id LIMIT {size + 1}"""


def _count(asked: Extraction, among: str | None) -> tuple[int, bool]:
    """How many there are, up to the cap and one more, and whether every file was looked at."""
    text, values = _conditions(asked)
    offices = ", ".join(map(str, asked.found.offices)) or "NULL"
    if among is not None:
        files, is_whole = (
            f"SELECT * FROM register_casefile WHERE obligor_id IN ({among}) AND +office_id IN ({offices})",
            True,
        )
    else:
        most = WALKED if _claims(asked.found)[0] or asked.lists or asked.found.mark else CAP + 1
        files = f"SELECT * FROM register_casefile WHERE office_id IN ({offices}) AND balance_yen > 0 LIMIT {most}"
        is_whole = int(_rows(f"SELECT COUNT(*) FROM ({files}) walked", [])[0][0]) < most
    inner = f"SELECT 1 AS one FROM ({files}) f WHERE {text} LIMIT {CAP + 1}"
    return int(_rows(f"SELECT COUNT(*) FROM ({inner}) counted", values)[0][0]), is_whole


def _rows(statement: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return cursor.fetchall()


def _conditions(asked: Extraction) -> tuple[str, list[Any]]:
    found = asked.found
    parts: list[tuple[str, list[Any]]] = [("f.balance_yen > 0", [])]
    if found.officer == NOBODY:
        parts.append(("f.officer_id IS NULL", []))
    elif found.officer:
        name = found.by if found.officer == MINE else found.officer
        parts.append(("f.officer_id = (SELECT u.id FROM register_user u WHERE u.username = %s)", [name]))
    plain = {
        "f.balance_yen >= %s": found.from_yen,
        "f.balance_yen <= %s": found.to_yen,
        "(f.last_act_on IS NULL OR f.last_act_on < %s)": asked.untouched_since,
        "f.next_on <= %s": asked.next_by,
        "f.completes_on <= %s": found.on + timedelta(days=found.within_days) if found.within_days is not None else None,
    }
    parts += [(text, [value]) for text, value in plain.items() if value is not None]
    parts += _of_claims(found)
    for list_id in asked.lists:
        listed = """EXISTS (SELECT 1 FROM register_workitem w WHERE w.obligor_id = f.obligor_id AND w.list_id = %s
            AND +w.office_id = f.office_id AND w.from_on <= %s AND w.until_on > %s)"""
        parts.append((listed, [list_id, found.on, found.on]))
    if found.mark:
        mark = """EXISTS (SELECT 1 FROM register_mark m WHERE m.kind = %s AND m.obligor_id = f.obligor_id AND m.removes_id IS NULL
            AND m.from_on <= %s AND (m.until_on IS NULL OR m.until_on > %s)
            AND NOT EXISTS (SELECT 1 FROM register_mark r WHERE r.removes_id = m.id))"""
        parts.append((mark, [found.mark, found.on, found.on]))
    if found.obligor_ids is not None:
        parts.append((f"f.obligor_id IN ({', '.join(map(str, found.obligor_ids)) or 'NULL'})", []))
    return " AND ".join(text for text, _ in parts), [value for _, values in parts for value in values]


def _claims(found: WorkFilter) -> tuple[str, list[Any]]:
    """What is asked of one open claim of the person, as its rows on the lists tell it; empty when nothing is."""
    plain = {
        "receivable_id": found.receivable_id,
        "fiscal_year": found.fiscal_year,
        "state_id": found.state_id or None,
    }
    asked = {name: value for name, value in plain.items() if value is not None}
    if not asked:
        return "", []
    return f" AND w.claim_id IS NOT NULL{''.join(f' AND w.{name} = %s' for name in asked)}", list(asked.values())


def _of_claims(found: WorkFilter) -> list[tuple[str, list[Any]]]:
    """The same beside a file: always found by the person, so the other columns are kept from the planner."""
    row = "SELECT 1 FROM register_workitem w WHERE w.obligor_id = f.obligor_id AND +w.office_id = f.office_id"
    parts: list[tuple[str, list[Any]]] = []
    text, values = _claims(found)
    if text:
        hidden = text.replace("w.receivable_id", "+w.receivable_id").replace("w.fiscal_year", "+w.fiscal_year")
        hidden = hidden.replace("w.claim_id IS", "+w.claim_id IS").replace("w.state_id =", "w.state_id || '' =")
        parts.append((f"EXISTS ({row}{hidden})", values))
    if found.beyond:
        own = ", ".join(map(str, found.own_receivables)) or "NULL"
        beyond = ", ".join(map(str, sorted(found.beyond)))
        parts.append((f"(f.office_id NOT IN ({beyond}) OR EXISTS ({row} AND +w.receivable_id IN ({own})))", []))
    return parts


def _line(file: CaseFile) -> ExtractLine:
    return ExtractLine(
        file_id=file.pk,
        obligor_id=file.obligor_id,
        obligor=file.obligor.name,
        protected=file.obligor.protected,
        office=file.office.name,
        officer=file.officer.display_name if file.officer is not None else "",
        claims=file.open_claims,
        balance_yen=file.balance_yen,
        oldest_due_on=file.oldest_due_on,
        completes_on=file.completes_on,
        last_act_on=file.last_act_on,
        next_on=file.next_on,
    )
