"""The sheet as a document for the template `sheet`: every text worded, every figure formatted.

The one idea: the template sees only texts, spans and flags, so wording and rounding are decided once, in the domain.
"""

from dataclasses import dataclass
from typing import Any

from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.form import (
    NEXT_KINDS,
    OWN_PORTIONS,
    VERIFICATION_KINDS,
    Words,
    balance_total,
    claims_total,
    classes_text,
    differs_by_rounding,
    formula_note,
    group_figure,
    measure_text,
    measures_of,
    numbers_text,
    paused,
    printed,
    row_title,
    state_wordings,
    unplaced_notes,
    words_for,
)
from saiken.domain.sheets.sheet import Measure, Sheet, StateTable
from saiken.domain.states.table import GROUPS, State

#: A part of a document: what JSON knows.
Part = dict[str, Any]

_MEASURES = ("count", "balance")


@dataclass(frozen=True)
class _Paper:
    """What the parts are made from."""

    sheet: Sheet
    edition: Edition
    states: tuple[State, ...]
    words: Words


def sheet_document(sheet: Sheet, *, edition: Edition, states: tuple[State, ...]) -> Part:
    """The document of one sheet; `title` names the PDF."""
    words = words_for(edition, sheet.fiscal_year)
    paper = _Paper(sheet, edition, states, words)
    return {
        "title": f"{numbers_text(sheet)} {sheet.name}｜{words['title']}".strip(),
        "running": f"{numbers_text(sheet)}　{sheet.name}".strip(),
        "heading": words["title"],
        "head": _head(paper),
        "figures_only": words["figures_only"] if sheet.figures_only else None,
        "grade": _grade(paper),
        "development": _development(paper),
        "states": _states(paper),
        "verification": _measures(paper, "verification", kinds=VERIFICATION_KINDS),
        "measures": _measures(paper, "measures", kinds=NEXT_KINDS),
        "comparison": _comparison(paper),
    }


def _head(paper: _Paper) -> list[list[str]]:
    sheet, words = paper.sheet, paper.words
    values = {
        "bureau": f"{sheet.bureau}　{sheet.section}".strip("　"),
        "numbers": numbers_text(sheet),
        "name": sheet.name,
        "legal_class": classes_text(words, sheet),
    }
    return [[words[name], value] for name, value in values.items()]


def _grade(paper: _Paper) -> Part:
    words = paper.words
    marks = (("A", "grade_A"), ("B1", "grade_B1"), ("B2", "grade_B2"), ("－", "grade_none"))
    return {
        "heading": words["grade"],
        "items": [[words[f"portion_{portion}"], paper.sheet.grades.get(portion) or ""] for portion in PORTIONS],
        "legend": [f"{mark}：{words[name]}" for mark, name in marks],
    }


def _development(paper: _Paper) -> Part:
    edition, words = paper.edition, paper.words
    spans = [(portion, sum(column.portion == portion for column in edition.columns)) for portion in PORTIONS]
    firsts = {next(column.id for column in edition.columns if column.portion == portion) for portion in PORTIONS}
    columns = [
        {
            "label": column.label,
            "letter": column.letter,
            "note": paused(formula_note(edition, column)),
            "edge": column.id in firsts,
            "input": column.role == "input",
            "rate": column.is_rate,
        }
        for column in edition.columns
    ]
    return {
        "heading": words["development"],
        "unit": words["unit_thousand_yen"],
        "corner": words["row_label"],
        "portions": [{"label": words[portion], "span": span} for portion, span in spans],
        "columns": columns,
        "aside": words["true_balance"] if paper.sheet.true_balances_yen else None,
        "rows": [_row(paper, spec.id) for spec in edition.rows],
    }


def _row(paper: _Paper, row_id: str) -> Part:
    spec, row = paper.edition.row_of_id[row_id], paper.sheet.row(row_id)
    true_yen = paper.sheet.true_balances_yen.get(row_id)
    return {
        "label": row_title(spec, paper.sheet.fiscal_year),
        "strong": row_id == paper.edition.grade_result_row,
        "cells": [printed(paper.edition, row.cells[column.id] if row else None) for column in paper.edition.columns],
        "aside": "" if true_yen is None else f"{true_yen:,}",
    }


def _states(paper: _Paper) -> Part:
    sheet, words, states = paper.sheet, paper.words, paper.states
    obligors = "" if sheet.obligors is None else f"{sheet.obligors:,}"
    most = words["at_most"] if sheet.obligors_at_most and obligors else ""
    return {
        "heading": words["states"],
        "unit": words["unit_thousand_yen"],
        "corner": words["portion_and_measure"],
        "total": words["states_total"],
        "groups": [_group(paper, group) for group in GROUPS],
        "portions": [_portion(paper, portion) for portion in OWN_PORTIONS],
        "totals": [
            [words["claims_total"], f"{claims_total(sheet, states):,}", words["unit_claims"]],
            [words["balance_total"], f"{balance_total(sheet, states):,}", words["unit_yen"]],
            [words["obligors"], obligors, words["unit_persons"] + most],
        ],
        "notes": [*unplaced_notes(words, sheet), words["states_note"]],
    }


def _group(paper: _Paper, group: str) -> Part:
    members = [state for state in paper.states if state.group == group]
    return {
        "label": paper.words[group],
        "states": [{"mark": state.mark, "wordings": list(state_wordings(paper.words, state))} for state in members],
        "subtotal": paper.words["subtotal"],
    }


def _portion(paper: _Paper, portion: str) -> Part:
    yellow = differs_by_rounding(paper.edition, paper.sheet, states=paper.states, portion=portion)
    table = paper.sheet.states.get(portion, StateTable())
    rows = [
        {
            "label": paper.words[f"measure_{measure}"],
            "cells": _state_figures(paper, table, measure=measure),
            "yellow": yellow and measure == "balance",
        }
        for measure in _MEASURES
    ]
    return {"label": paper.words[f"portion_{portion}"], "rows": rows}


def _state_figures(paper: _Paper, table: StateTable, *, measure: str) -> list[str]:
    """States and subtotal of each group, then the total."""
    shown = table.count if measure == "count" else table.balance
    figures: list[int | None] = []
    for group in GROUPS:
        figures += [shown.get(state.id) for state in paper.states if state.group == group]
        figures.append(group_figure(table, paper.states, group=group, measure=measure))
    figures.append(group_figure(table, paper.states, group=None, measure=measure))
    return [printed(paper.edition, figure) for figure in figures]


def _measures(paper: _Paper, heading: str, *, kinds: tuple[str, ...]) -> Part:
    words = paper.words
    return {
        "heading": words[heading],
        "corner": words["row_label"],
        "portions": [words[f"portion_{portion}"] for portion in OWN_PORTIONS],
        "kinds": [
            {"label": words[kind], "portions": [_items(paper, kind, portion=portion) for portion in OWN_PORTIONS]}
            for kind in kinds
        ],
    }


def _items(paper: _Paper, kind: str, *, portion: str) -> list[Part]:
    return [_item(paper.words, measure) for measure in measures_of(paper.sheet, kind=kind, portion=portion)]


def _item(words: Words, measure: Measure) -> Part:
    answers = f"{words['planned']}{measure.answers}" if measure.answers is not None else None
    return {"number": str(measure.number), "answers": answers, "text": measure_text(words, measure)}


def _comparison(paper: _Paper) -> Part:
    words, shown = paper.words, paper.sheet.comparison
    facts = []
    if shown.rank is not None:
        facts.append([words["rank"], f"{shown.rank}{words['unit_rank']}"])
    if shown.reason:
        facts.append([words["comparison_reason"], shown.reason])
    return {
        "heading": words["comparison"],
        "columns": [words["row_label"], words["own_rate"], words["average_rate"]],
        "rows": [
            [words[f"rate_{portion}"], shown.own_rates.get(portion, ""), shown.averages.get(portion, "")]
            for portion in PORTIONS
        ],
        "facts": facts,
    }
