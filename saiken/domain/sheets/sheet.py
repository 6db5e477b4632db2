"""A sheet as a value: read from a published paper, read from a workbook, or computed from the register.

The one idea: all three are the same frozen type, so one checker, one set of writers and one JSON serve them. Cells are keyed by
column id; a reader that could not see a cell leaves None. It does not compute or check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from saiken.domain.claim.legal_class import LegalClass

#: Thousand yen, a rate's text ("14.0%", "－"), or None for a blank or unreadable cell.
CellValue = int | str | None

#: Column id → value. Every column of the edition is present.
Cells = Mapping[str, CellValue]

#: What the placement of a row's numbers into columns is worth.
CERTAIN, AMBIGUOUS, INCONSISTENT = "certain", "ambiguous", "inconsistent"


@dataclass(frozen=True)
class Source:
    """Where a value was read: file, line (text) or sheet and cell (workbook). Empty for computed values."""

    file: str = ""
    line: int | None = None
    cell: str | None = None


@dataclass(frozen=True)
class Repair:
    """A damaged cell that exactly one formula fixes: the printed token and the derived thousand yen (or rate text)."""

    column_id: str
    printed: str
    derived: CellValue


@dataclass(frozen=True)
class Row:
    """One row of table 2. `alternatives` are other placements (cells) that fit as well when it is ambiguous.

    `printed_label` and `tokens` are as printed; `broken` lists ids of columns whose formula fails in an inconsistent placement.
    """

    row_id: str
    label: str
    kind: str
    fiscal_year: int
    cells: Cells
    placement: str = CERTAIN
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[Cells, ...] = ()
    broken: tuple[str, ...] = ()
    printed_label: str = ""
    tokens: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()

    def yen(self, column_id: str) -> int:
        """Thousand yen of a cell, a blank counting as zero."""
        value = self.cells[column_id]
        return value if isinstance(value, int) else 0


@dataclass(frozen=True)
class StateTable:
    """Table 3 for one portion (過年度 or 現年度): counts and thousand yen by state id (S01 … S16).

    A blank state is absent from `count` and `balance`. Numbers whose state cannot be known are in `unplaced_*` by group
    ("recoverable", "settlement"), in printed order. Subtotals are None where unreadable.
    """

    count: Mapping[str, int] = field(default_factory=dict)
    balance: Mapping[str, int] = field(default_factory=dict)
    unplaced_count: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unplaced_balance: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    count_recoverable: int | None = None
    count_settlement: int | None = None
    count_total: int | None = None
    balance_recoverable: int | None = None
    balance_settlement: int | None = None
    balance_total: int | None = None
    source: Source = Source()


@dataclass(frozen=True)
class Comparison:
    """Table 6: rates of the city per portion, rank among the designated cities, their averages, or the reason why not."""

    own_rates: Mapping[str, str] = field(default_factory=dict)
    rank: int | None = None
    averages: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    source: Source = Source()


@dataclass(frozen=True)
class Measure:
    """A numbered item of tables 4 and 5. `kind` is planned | done | issue | improvement | next; `portion` past | current.

    `legal_class` is set where a sheet of mixed class splits its text; `answers` is the number of the planned item it reports on.
    """

    number: int
    kind: str
    portion: str
    text: str
    legal_class: LegalClass | None = None
    answers: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One whole sheet of `fiscal_year` (the year of its main result row).

    `numbers` are three half-width digits each, empty when the paper has no head; `grades` and `states` are keyed by portion.
    `true_balances_yen` (computed sheets only) maps row id to the ledger's balance where it differs from the chained cell. `basis`
    (forms only) gives the fingerprints of what the form was made from, see `parts`; empty means the sheet itself.
    """

    edition_id: str
    fiscal_year: int
    numbers: tuple[str, ...]
    name: str
    bureau: str
    section: str
    legal_classes: tuple[LegalClass, ...]
    rows: tuple[Row, ...]
    grades: Mapping[str, str | None] = field(default_factory=dict)
    states: Mapping[str, StateTable] = field(default_factory=dict)
    claims_total: int | None = None
    balance_total: int | None = None
    obligors: int | None = None
    obligors_at_most: bool = False
    comparison: Comparison = Comparison()
    measures: tuple[Measure, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    true_balances_yen: Mapping[str, int] = field(default_factory=dict)
    figures_only: bool = False
    basis: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()

    def row(self, row_id: str) -> Row | None:
        """The row with that id, or None when the paper lacks it."""
        return next((row for row in self.rows if row.row_id == row_id), None)
