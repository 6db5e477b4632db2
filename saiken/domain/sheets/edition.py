"""Editions of the sheet, loaded from `editions/*.toml`.

The one idea: an edition is data. A third edition is a new file, and nothing in Python knows a letter of the form. Columns keep
the same id in every edition, so the ledger fills any of them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.sheets.formula import Formula, parse

#: Portions of a sheet in printed order: 過年度, 現年度, 合計.
PORTIONS = ("past", "current", "total")

#: The columns whose thousand-yen value comes from the ledger in yen; all others follow from them.
LEDGER_COLUMNS = (
    "past_assessed",
    "past_received",
    "past_written_off",
    "current_assessed",
    "current_received",
    "current_written_off",
)

#: Cells that can never hold less than nothing. A reduction may (an increase), and with it what is settled.
NEVER_NEGATIVE = frozenset({"past_carried_in", *LEDGER_COLUMNS})


@dataclass(frozen=True)
class Column:
    """A column: `role` is carried_in | input | formula | rate; `carries` names the column of the other row that ア takes."""

    id: str
    letter: str
    portion: str
    label: str
    role: str
    note: str
    formula: Formula | None
    carries: str | None

    @property
    def is_rate(self) -> bool:
        """Whether the cell is a rate text instead of thousand yen."""
        return self.role == "rate"


@dataclass(frozen=True)
class RowSpec:
    """A row: its year relative to the sheet's, kind result | first_goal | revised_goal | effort_goal, and where ア comes from.

    `carried_in_from` is the id of another row, or None when the figure comes from outside the sheet.
    """

    id: str
    mark: str
    year_offset: int
    kind: str
    label_pattern: str
    carried_in_from: str | None

    def fiscal_year(self, sheet_year: int) -> int:
        """The fiscal year the row speaks of on the sheet of `sheet_year`."""
        return sheet_year + self.year_offset

    def label(self, sheet_year: int) -> str:
        """The label as generated across eras: 平30実績, 令元当初目標."""
        return self.label_pattern.format(year=short_label(self.fiscal_year(sheet_year)))


@dataclass(frozen=True)
class Edition:
    """One edition of the form. `total_check` is exact | rounding (table 3 against table 2); see the TOML for the rest."""

    id: str
    reduction_sign: str
    total_check: str
    yellow_difference: bool
    columns: tuple[Column, ...]
    rows: tuple[RowSpec, ...]
    grade_goal_row: str
    grade_result_row: str
    comparison_row: str
    headings: Mapping[str, str]

    @cached_property
    def column_of_letter(self) -> dict[str, Column]:
        """Columns by the form's letter."""
        return {column.letter: column for column in self.columns}

    @cached_property
    def column_of_id(self) -> dict[str, Column]:
        """Columns by id."""
        return {column.id: column for column in self.columns}

    @cached_property
    def row_of_id(self) -> dict[str, RowSpec]:
        """Rows by id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def input_columns(self) -> tuple[str, ...]:
        """Ids of the coloured cells, in printed order."""
        return tuple(column.id for column in self.columns if column.role == "input")

    @cached_property
    def result_rows(self) -> tuple[RowSpec, ...]:
        """The rows that show what happened."""
        return tuple(row for row in self.rows if row.kind == "result")

    @cached_property
    def goal_rows(self) -> tuple[RowSpec, ...]:
        """The rows that show what was aimed at."""
        return tuple(row for row in self.rows if row.kind != "result")


_EDITIONS = Path(__file__).parent / "editions"


def load_editions(folder: Path = _EDITIONS) -> dict[str, Edition]:
    """All editions of a folder by id, oldest first. Raises ValueError naming the file and what is wrong in it."""
    editions = [_load(path) for path in sorted(folder.glob("*.toml"))]
    return {edition.id: edition for edition in editions}


def _load(path: Path) -> Edition:
    try:
        edition = _edition(tomllib.loads(path.read_text(encoding="utf-8")))
        _check(edition)
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return edition


def _edition(book: dict) -> Edition:  # type: ignore[type-arg]  # the shape is checked by what follows
    return Edition(
        id=book["id"],
        reduction_sign=book["reduction_sign"],
        total_check=book["total_check"],
        yellow_difference=book["yellow_difference"],
        columns=tuple(_column(entry) for entry in book["columns"]),
        rows=tuple(_row(entry) for entry in book["rows"]),
        grade_goal_row=book["grade"]["goal"],
        grade_result_row=book["grade"]["result"],
        comparison_row=book["comparison"]["row"],
        headings=book["headings"],
    )


def _column(entry: dict[str, str]) -> Column:
    text = entry.get("formula")
    return Column(
        id=entry["id"],
        letter=entry["letter"],
        portion=entry["portion"],
        label=entry["label"],
        role=entry["role"],
        note=entry.get("note", ""),
        formula=parse(text) if text else None,
        carries=entry.get("carries"),
    )


def _row(entry: dict) -> RowSpec:  # type: ignore[type-arg]
    source = entry["carried_in_from"]
    return RowSpec(
        id=entry["id"],
        mark=entry.get("mark", ""),
        year_offset=entry["year_offset"],
        kind=entry["kind"],
        label_pattern=entry["label"],
        carried_in_from=None if source == "outside" else source,
    )


def _check(edition: Edition) -> None:
    """Refuse an edition that refers to columns or rows it does not have."""
    columns, rows = set(edition.column_of_id), set(edition.row_of_id)
    for column in edition.columns:
        unknown = (column.formula.columns if column.formula else frozenset()) - columns
        if unknown or (column.role in ("formula", "rate")) != (column.formula is not None):
            raise ValueError(f"column {column.letter}: role {column.role}, unknown columns {sorted(unknown)}")
    named_rows = [edition.grade_goal_row, edition.grade_result_row, edition.comparison_row]
    named_rows += [row.carried_in_from for row in edition.rows if row.carried_in_from]
    if unknown_rows := set(named_rows) - rows:
        raise ValueError(f"unknown rows {sorted(unknown_rows)}")
    if missing := set(LEDGER_COLUMNS) - columns:
        raise ValueError(f"missing columns {sorted(missing)}")
