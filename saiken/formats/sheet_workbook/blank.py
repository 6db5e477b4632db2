"""An empty form for a section to fill.

The one idea: whose sheet it is and what is carried in from outside stay, everything a section fills is gone; the form remembers
what it was made from. The writer is the same.
"""

from dataclasses import replace

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import fixed_carried_in
from saiken.domain.sheets.parts import fingerprints
from saiken.domain.sheets.sheet import Comparison, Row, Sheet


def blank_form(sheet: Sheet, edition: Edition) -> Sheet:
    """The sheet without inputs, grades, states, obligors, measures and comparison; known ア of outside rows are kept."""
    rows = []
    for row_id, carried_in in fixed_carried_in(edition, sheet).items():
        spec, known = edition.row_of_id[row_id], sheet.row(row_id)
        if known and carried_in is not None and spec.carried_in_from is None:
            cells = {column.id: None for column in edition.columns} | {"past_carried_in": carried_in}
            rows.append(Row(row_id, known.label, known.kind, known.fiscal_year, cells))
    return replace(
        sheet,
        rows=tuple(rows),
        grades={},
        states={},
        claims_total=None,
        balance_total=None,
        obligors=None,
        comparison=Comparison(),
        measures=(),
        texts={},
        true_balances_yen={},
        basis=fingerprints(sheet, edition),
    )
