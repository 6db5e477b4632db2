"""Goals in the words of the edition that prints them.

The one idea: one edition asks for the reduction of the past column, another for its assessment; carried in − reduction = assessment turns
one into the other, so a goal set on one form can stand on the next. It reads nothing.
"""

from collections.abc import Mapping

from saiken.domain.sheets.compute import sheet_rows
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Cells
from saiken.register.queries.statements import Goals

_OTHER = {"past_reduction": "past_assessed", "past_assessed": "past_reduction"}


def goal_inputs(
    edition: Edition, *, sheet_year: int, results: Mapping[int, Cells], goals: Goals
) -> dict[str, dict[str, int]]:
    """The edition's input columns by row id; a row whose carried-in balance is unknown cannot be turned and is left out."""
    asked = next(column for column in edition.input_columns if column in _OTHER)
    inputs: dict[str, dict[str, int]] = {}
    for row in edition.goal_rows:
        given = dict(goals.columns.get(row.id, {}))
        if not given:
            continue
        if asked not in given:
            tried = sheet_rows(
                edition, sheet_year=sheet_year, results=results, goals={**inputs, row.id: {}}, outside=goals.outside
            )
            if row.id not in tried:
                continue
            carried_in = tried[row.id]["past_carried_in"]
            given[asked] = (carried_in if isinstance(carried_in, int) else 0) - given.pop(_OTHER[asked])
        inputs[row.id] = given
    return inputs
