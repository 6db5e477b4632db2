"""What a worklist is narrowed to, as conditions of SQL.

The one idea: one value from the address, the saved search or the bulk run; the same conditions count, page and choose. It reads nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saiken.domain.claim.halt import HaltedMeasures
from saiken.domain.worklists.catalogue import WorkList

#: The most that is counted.
CAP = 10_000


#: Instead of a user's name: one's own files, files without an officer.
MINE, NOBODY = "mine", "nobody"


@dataclass(frozen=True)
class WorkFilter:
    """The conditions, all of which hold. `offices` are ids of handling offices; `officer` is a user's name, MINE or NOBODY.

    At the offices `beyond` one's own only `own_receivables` are seen. `within_days` is days to the earliest prescription of the person at
    the office. `held` asks for what is held back instead.
    """

    offices: tuple[int, ...]
    on: date
    by: str
    officer: str = ""
    receivable_id: int | None = None
    fiscal_year: int | None = None
    state_id: str = ""
    from_yen: int | None = None
    to_yen: int | None = None
    within_days: int | None = None
    mark: str = ""
    held: bool = False
    new_today: bool = False
    obligor_ids: tuple[int, ...] | None = None
    beyond: frozenset[int] = frozenset()
    own_receivables: tuple[int, ...] = ()


#: SQL text and its parameters.
Condition = tuple[str, Sequence[Any]]


def listed(found: WorkFilter, work_list: WorkList, *, halts: Sequence[HaltedMeasures], alias: str = "w") -> Condition:
    """The rows of a list that the filter leaves, beside the office, as SQL over `register_workitem` under an alias."""
    parts: list[Condition] = [(f"{alias}.list_id = %s", [work_list.id]), _shown(found, alias)]
    if not found.held:
        parts += [_not_halted(halt, alias) for halt in halts]
    if found.beyond:
        parts.append((_own(found, alias), []))
    parts += _narrowed(found, alias)
    return " AND ".join(text for text, _ in parts), [value for _, values in parts for value in values]


def _own(found: WorkFilter, alias: str) -> str:
    """At another's office only what is owed on a receivable of one's own; who owes several there is looked up."""
    own = ", ".join(map(str, found.own_receivables)) or "NULL"
    return f"""({alias}.office_id NOT IN ({", ".join(map(str, sorted(found.beyond)))}) OR {alias}.receivable_id IN ({own})
        OR ({alias}.receivable_id IS NULL AND EXISTS (SELECT 1 FROM register_workitem o WHERE o.obligor_id = {alias}.obligor_id
            AND o.office_id = {alias}.office_id AND o.receivable_id IN ({own}))))"""


def _shown(found: WorkFilter, alias: str) -> Condition:
    if found.held:
        text = f"{alias}.held <> '' AND {alias}.since_on <= %s AND {alias}.from_on > %s AND {alias}.until_on > %s"
        return text, [found.on, found.on, found.on]
    first = [(f"{alias}.from_on = %s", [found.on])] if found.new_today else [(f"{alias}.from_on <= %s", [found.on])]
    return f"{first[0][0]} AND {alias}.until_on > %s", [*first[0][1], found.on]


def _not_halted(halt: HaltedMeasures, alias: str) -> Condition:
    """What the halt does not cover; a row without a receivable is covered by halts of every receivable alone."""
    parts: list[Condition] = []
    if halt.receivable_id is not None:
        parts.append((f"{alias}.receivable_id = %s", [halt.receivable_id]))
    if halt.office_id is not None:
        parts.append((f"{alias}.office_id = %s", [halt.office_id]))
    if not parts:
        return "1 = 0", []
    covered = " AND ".join(text for text, _ in parts)
    return f"NOT COALESCE({covered}, FALSE)", [value for _, values in parts for value in values]


def _narrowed(found: WorkFilter, alias: str) -> list[Condition]:
    plain = {
        "receivable_id = %s": found.receivable_id,
        "fiscal_year = %s": found.fiscal_year,
        "state_id = %s": found.state_id or None,
        "yen >= %s": found.from_yen,
        "yen <= %s": found.to_yen,
    }
    parts: list[Condition] = [(f"{alias}.{text}", [value]) for text, value in plain.items() if value is not None]
    parts += _of_file(found, alias)
    if found.mark:
        text = f"""EXISTS (SELECT 1 FROM register_mark m WHERE m.kind = %s AND m.obligor_id = {alias}.obligor_id
            AND m.removes_id IS NULL AND m.from_on <= %s AND (m.until_on IS NULL OR m.until_on > %s)
            AND NOT EXISTS (SELECT 1 FROM register_mark r WHERE r.removes_id = m.id))"""
        parts.append((text, [found.mark, found.on, found.on]))
    if found.obligor_ids is not None:
        parts.append((f"{alias}.obligor_id IN ({', '.join(map(str, found.obligor_ids)) or 'NULL'})", []))
    return parts


def _of_file(found: WorkFilter, alias: str) -> list[Condition]:
    """Conditions on the person's file at the office."""
    file = (
        f"SELECT 1 FROM register_casefile f WHERE f.obligor_id = {alias}.obligor_id AND f.office_id = {alias}.office_id"
    )
    parts: list[Condition] = []
    if found.officer == NOBODY:
        parts.append((f"NOT EXISTS ({file} AND f.officer_id IS NOT NULL)", []))
    elif found.officer:
        name = found.by if found.officer == MINE else found.officer
        officer = "(SELECT u.id FROM register_user u WHERE u.username = %s)"
        parts.append((f"EXISTS ({file} AND f.officer_id = {officer})", [name]))
    if found.within_days is not None:
        parts.append((f"EXISTS ({file} AND f.completes_on <= %s)", [found.on + timedelta(days=found.within_days)]))
    return parts
