"""The claims behind a figure of table 3, fifty at a time, with their sum beside the figure.

The one idea: the page proves the figure: the sum over all its claims in yen, rounded as the form rounds, stands beside the
printed cell.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.errors import InvalidInput
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.form import numbers_text
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import GROUPS, State, ids_of_group
from saiken.register.queries.state_claims import StateCell, state_claims
from saiken.web.as_of.choice import moment_of
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.context import context_of
from saiken.web.scope import scope
from saiken.web.sheet.kept import checked_sheet


def state_cell(request: HttpRequest, *, sheet_year: int, key: str, portion: str, state_id: str) -> HttpResponse:
    """The claims of a state, a group or all states (`state_id` total) in a portion."""
    context, moment = context_of(request), moment_of(request.GET)
    after = number_of(request.GET, "after")
    cell = StateCell(portion, _states_of(state_id, context.states))
    checked = checked_sheet(key, sheet_year, context=context, as_of=moment.as_of)
    found = state_claims(
        checked.entry,
        sheet_year,
        cell=cell,
        scope=scope(request, purpose="state_claims"),
        as_of=moment.as_of,
        after=after or 0,
    )
    shown = {
        "found": found,
        "moment": moment,
        "is_later_page": after is not None,
    }
    if is_partial(request):
        return render(request, "state_cell/_list.html", shown)
    sheet = checked.sheet
    printed = _printed(sheet, cell)
    shown |= {
        "sheet": sheet,
        "numbers": numbers_text(sheet),
        "key": key,
        "portion": portion,
        "state": next((state for state in context.states if state.id == state_id), None),
        "group": state_id if state_id in GROUPS else "",
        "printed": printed,
        "rounded": to_thousand_yen(found.balance_yen),
        "is_equal": (found.count, to_thousand_yen(found.balance_yen)) == printed,
    }
    return render(request, "state_cell/page.html", shown)


def _states_of(state_id: str, states: tuple[State, ...]) -> frozenset[str]:
    """The states a figure counts; empty for all of them."""
    if state_id == "total":
        return frozenset()
    if state_id in GROUPS:
        return frozenset(ids_of_group(states, state_id))
    if state_id in {state.id for state in states}:
        return frozenset({state_id})
    raise InvalidInput("区分がありません", place="表3", found=state_id)


def _printed(sheet: Sheet, cell: StateCell) -> tuple[int, int]:
    """Count and thousand yen as the sheet prints them."""
    tables = [table for name, table in sheet.states.items() if cell.portion in (name, "total")]
    if not cell.state_ids:
        return sum(table.count_total or 0 for table in tables), sum(table.balance_total or 0 for table in tables)
    counts = sum(table.count.get(state, 0) for table in tables for state in cell.state_ids)
    return counts, sum(table.balance.get(state, 0) for table in tables for state in cell.state_ids)
