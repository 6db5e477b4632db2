"""One sheet under examination, with what its rules share.

The one idea: the rows and table 3 are studied once, and every rule reads the same study, so a fault found in one
table is not reported again from another. It holds no rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from saiken.domain.sheets.check.finding import Spot, Subject
from saiken.domain.sheets.check.row_study import RowStudy, study_rows
from saiken.domain.sheets.check.state_study import StateStudy, study_states
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.grade import GRADED_COLUMNS
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.domain.states.table import State

#: What table 3 shows, by the names of the fields of a sheet's state table.
MEASURE_LABELS = {"count": "件数", "balance": "残高"}


@dataclass(frozen=True)
class Case:
    """The sheet, its edition, the sixteen states, and the key its findings carry."""

    sheet: Sheet
    edition: Edition
    states: tuple[State, ...]
    subject: Subject

    @cached_property
    def rows(self) -> Mapping[str, RowStudy]:
        """The study of every row with figures, by row id."""
        return study_rows(self.sheet, self.edition)

    @cached_property
    def repaired(self) -> Sheet:
        """The sheet with the yen cells of table 2 as they should be, where exactly one explanation says so."""
        return replace(self.sheet, rows=tuple(self._repaired_row(row) for row in self.sheet.rows))

    def _repaired_row(self, row: Row) -> Row:
        study = self.rows.get(row.row_id)
        if study is None or len(study.explanations) != 1:
            return row
        return replace(row, cells={**row.cells, **study.repaired})

    @cached_property
    def closing(self) -> Mapping[str, int]:
        """Table 2's balances of the result row by portion, repaired where the row itself is broken."""
        study = self.rows.get(self.edition.grade_result_row)
        values = study.repaired if study else {}
        return {portion: values[column] for portion, column in GRADED_COLUMNS.items() if column in values}

    @cached_property
    def state_studies(self) -> Mapping[str, StateStudy]:
        """The study of table 3 by measure; empty when the sheet has none."""
        closing = {f"{portion}.total": balance for portion, balance in self.closing.items()}
        return study_states(self.sheet, self.states, closing=closing)

    def portion_label(self, portion: str) -> str:
        """過年度分, 現年度分 or 合計 as the edition prints it."""
        return self.edition.headings[portion]

    def state_row(self, portion: str, measure: str) -> str:
        """The label of a row of table 3: 過年度分 残高."""
        return f"{self.portion_label(portion)} {MEASURE_LABELS[measure]}"

    def spot(self, row: Row, column: Column) -> Spot:
        """The place of a cell of table 2."""
        return Spot(row.label, column.letter, row.source)
