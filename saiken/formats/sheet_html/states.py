"""Table 3 as an HTML table: sixteen states in two groups with subtotals, past and current by count and balance.

The one idea: the figures are those of the sheet; a paper's own subtotals win over sums, and values whose state could not be read are named
below the table instead of being guessed into it.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from saiken.domain.sheets.form import (
    OWN_PORTIONS,
    balance_total,
    claims_total,
    differs_by_rounding,
    group_figure,
    printed,
    state_wordings,
    unplaced_notes,
)
from saiken.domain.sheets.sheet import StateTable
from saiken.domain.states.table import GROUPS, State
from saiken.formats.sheet_html.element import Child, classes, el, lines
from saiken.formats.sheet_html.view import View, figure

_MEASURES = ("count", "balance")


def states_table(view: View) -> list[Child]:
    """Table 3, the totals below it, and what could not be placed."""
    caption = el("caption", None, view.words["unit_thousand_yen"])
    rows = [row for portion in OWN_PORTIONS for row in _rows(view, portion)]
    table = el("table", {"class": "sheet-table sheet-figures"}, caption, _head(view), el("tbody", None, *rows))
    return [
        view.scroll("states", table),
        _totals(view),
        *(el("p", {"class": "sheet-unplaced"}, note) for note in unplaced_notes(view.words, view.sheet)),
        el("p", {"class": "sheet-hint"}, view.words["states_note"]),
    ]


def _groups(view: View) -> Iterator[tuple[str, list[State]]]:
    for group in GROUPS:
        yield group, [state for state in view.states if state.group == group]


def _head(view: View) -> Element:
    words = view.words
    top = [
        el(
            "th",
            {"scope": "col", "rowspan": "2", "colspan": "2", "class": "sheet-corner"},
            words["portion_and_measure"],
        )
    ]
    second = []
    for group, members in _groups(view):
        attributes: dict[str, str | None] = {
            "scope": "colgroup", "colspan": str(len(members) + 1), "id": view.id("group", group), "class": "sheet-edge",
        }  # fmt: skip
        top.append(el("th", attributes, words[group]))
        second += [_state_head(view, state, first=state is members[0]) for state in members]
        second.append(_sum_head(view, group, marks=f"{members[0].mark}～{members[-1].mark}", label=words["subtotal"]))
    attributes = {"scope": "col", "rowspan": "2", "id": view.id("state", "total"), "class": "sheet-edge sheet-sum"}
    top.append(el("th", attributes, words["states_total"]))
    return el("thead", None, el("tr", None, *top), el("tr", None, *second))


def _state_head(view: View, state: State, *, first: bool) -> Element:
    attributes: dict[str, str | None] = {
        "scope": "col",
        "id": view.id("state", state.id),
        "headers": view.id("group", state.group),
        "class": classes("sheet-state", "sheet-edge" if first else None),
    }
    wording = lines("\n".join(state_wordings(view.words, state)))
    return el(
        "th",
        attributes,
        el("span", {"class": "sheet-letter"}, state.mark),
        el("span", {"class": "sheet-note"}, *wording),
    )


def _sum_head(view: View, group: str, *, marks: str, label: str) -> Element:
    attributes: dict[str, str | None] = {
        "scope": "col", "id": view.id("state", group), "headers": view.id("group", group), "class": "sheet-sum",
    }  # fmt: skip
    return el("th", attributes, el("span", {"class": "sheet-letter"}, marks), label)


def _rows(view: View, portion: str) -> Iterator[Element]:
    table = view.sheet.states.get(portion)
    for measure in _MEASURES:
        heads = []
        if measure == _MEASURES[0]:
            attributes = {"scope": "rowgroup", "rowspan": str(len(_MEASURES)), "id": view.id("states", portion)}
            heads.append(el("th", dict(attributes), view.words[f"portion_{portion}"]))
        attributes = {"scope": "row", "id": view.id("states", portion, measure), "headers": view.id("states", portion)}
        heads.append(el("th", dict(attributes), view.words[f"measure_{measure}"]))
        yield el(
            "tr",
            {"class": f"sheet-{measure}"},
            *heads,
            *_cells(view, portion, measure=measure, table=table or StateTable()),
        )


def _cells(view: View, portion: str, *, measure: str, table: StateTable) -> Iterator[Element]:
    shown = table.count if measure == "count" else table.balance
    for group, members in _groups(view):
        for state in members:
            kind = classes("sheet-input", "sheet-edge" if state is members[0] else None)
            yield _cell(view, (portion, state.id, measure), column=state.mark, value=shown.get(state.id), kind=kind)
        heading = f"{members[0].mark}～{members[-1].mark}{view.words['subtotal']}"
        yield _cell(
            view,
            (portion, group, measure),
            column=heading,
            value=group_figure(table, view.states, group=group, measure=measure),
            kind="sheet-sum",
        )
    yellow = measure == "balance" and differs_by_rounding(view.edition, view.sheet, states=view.states, portion=portion)
    total = group_figure(table, view.states, group=None, measure=measure)
    kind = classes("sheet-sum sheet-edge", "sheet-difference" if yellow else None)
    yield _cell(view, (portion, "total", measure), column=view.words["states_total"], value=total, kind=kind)


def _cell(view: View, key: tuple[str, str, str], *, column: str, value: int | None, kind: str | None) -> Element:
    """One figure; `key` is portion, state or group, and measure."""
    portion, state, measure = key
    names = (f"{view.words[portion]} {view.words[f'measure_{measure}']}",)
    attributes: dict[str, str | None] = {
        "headers": " ".join((view.id("states", portion), view.id("states", portion, measure), view.id("state", state))),
        "class": classes(
            "sheet-yen" if measure == "balance" else "sheet-whole", kind, view.notes.severity(names, column)
        ),
    }
    shown = figure(printed(view.edition, value), view.state_link_of(*key))
    return el("td", attributes, *view.notes.mark(names, column), shown)


def _totals(view: View) -> Element:
    """Claims, balance and obligors at the end of the year."""
    sheet, words = view.sheet, view.words
    total = words["total"]
    obligors = "" if sheet.obligors is None else f"{sheet.obligors:,}"
    most = words["at_most"] if sheet.obligors_at_most and obligors else ""
    entries = (
        (
            "claims_total",
            f"{claims_total(sheet, view.states):,}",
            words["unit_claims"],
            ((f"{total} {words['measure_count']}",), total),
        ),
        (
            "balance_total",
            f"{balance_total(sheet, view.states):,}",
            words["unit_yen"],
            ((f"{total} {words['measure_balance']}",), total),
        ),
        ("obligors", obligors, words["unit_persons"] + most, (("債務者数",), "")),
    )
    items = []
    for name, value, unit, (rows, column) in entries:
        link = view.state_link_of(
            "total", "obligors" if name == "obligors" else "total", "balance" if name == "balance_total" else "count"
        )
        shown = el(
            "dd",
            {"class": classes(view.notes.severity(rows, column))},
            *view.notes.mark(rows, column),
            figure(value, link),
            f" {unit}",
        )
        items.append(el("div", {"class": f"sheet-total-{name.replace('_', '-')}"}, el("dt", None, words[name]), shown))
    return el("dl", {"class": "sheet-totals"}, *items)
