"""Values of the sheet by the key of the cell that shows them, and a sheet from such values.

The one idea: both directions name a value by the same key. Rates are fractions in a workbook (0.14) and texts in the domain ("14.0%").
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.money import format_rate
from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.form import OWN_PORTIONS, Words, measure_text, measures_of, recomputed
from saiken.domain.sheets.sheet import CellValue, Comparison, Measure, Row, Sheet, StateTable
from saiken.domain.states.table import GROUPS, ids_of_group
from saiken.formats.sheet_workbook.cell import Key
from saiken.formats.sheet_workbook.paper import Paper
from saiken.formats.sheet_workbook.table_states import MEASURES

#: What a cell can hold: a whole number, a fraction (rates only), a text, or nothing.
Value = int | float | str | None


def values_of(paper: Paper, sheet: Sheet) -> dict[Key, Value]:
    """What every keyed cell shows; formula cells hold what the formulas give, whatever a paper may have printed."""
    values: dict[Key, Value] = {("obligors",): sheet.obligors}
    values |= _figures(paper, sheet)
    values |= _states(paper, sheet)
    values |= {("grade", portion): sheet.grades.get(portion) for portion in PORTIONS}
    values |= _items(paper, sheet)
    comparison = sheet.comparison
    values |= {("average", portion): fraction(text) for portion, text in comparison.averages.items()}
    values[("rank",)] = comparison.rank
    values[("reason",)] = comparison.reason or None
    return values


def fraction(rate: CellValue) -> Value:
    """A rate's text as the fraction a spreadsheet keeps; 「－」 and blanks stay."""
    if not isinstance(rate, str) or not rate.endswith("%"):
        return rate or None
    return float(Decimal(rate.removesuffix("%")).scaleb(-2))


def rate_text(value: int | float) -> str:
    """A fraction of a spreadsheet as the rate's text: 0.14 is "14.0%"."""
    return format_rate(round(Decimal(str(value)) * 1000))


def _figures(paper: Paper, sheet: Sheet) -> dict[Key, Value]:
    edition, values = paper.edition, dict[Key, Value]()
    rows = recomputed(edition, sheet)
    for spec in edition.rows:
        row = sheet.row(spec.id)
        for column in edition.columns:
            value = rows[spec.id][column.id]
            if column.role == "input" or (column.role == "carried_in" and spec.id in paper.metadata.carried_in):
                value = row.cells[column.id] if row else None
            values["cell", spec.id, column.id] = fraction(value) if column.is_rate else value
    for portion in PORTIONS:
        values["own_rate", portion] = values["cell", edition.comparison_row, f"{portion}_collection_rate"]
    return values


def _states(paper: Paper, sheet: Sheet) -> dict[Key, Value]:
    values: dict[Key, Value] = {}
    totals = dict.fromkeys(MEASURES, 0)
    for portion in OWN_PORTIONS:
        table = sheet.states.get(portion, StateTable())
        for measure, shown in zip(MEASURES, (table.count, table.balance), strict=True):
            values |= {("state", portion, state.id, measure): shown.get(state.id) for state in paper.states}
            for group in GROUPS:
                values["sum", portion, group, measure] = _added(shown, ids_of_group(paper.states, group))
            values["sum", portion, "total", measure] = sum(shown.values())
            totals[measure] += sum(shown.values())
    return values | {("sum", "total", "total", measure): total for measure, total in totals.items()}


def _items(paper: Paper, sheet: Sheet) -> dict[Key, Value]:
    """Filled items, then the numbers that the free slots offer."""
    values: dict[Key, Value] = {}
    for kind, slots in paper.metadata.slots.items():
        for portion in OWN_PORTIONS:
            items = measures_of(sheet, kind=kind, portion=portion)
            next_number = max((item.number for item in items), default=0) + 1
            for slot in range(len(slots)):
                key = ("item", kind, portion, str(slot))
                item = items[slot] if slot < len(items) else None
                values[(*key, "number")] = item.number if item else next_number + slot - len(items)
                values[(*key, "answers")] = item.answers if item else None
                values[(*key, "text")] = measure_text(paper.words, item) if item else None
    return values


def sheet_from(paper: Paper, values: Mapping[Key, Value]) -> Sheet:
    """The sheet that a returned worksheet stands for; its formula cells are computed from its inputs."""
    metadata, edition = paper.metadata, paper.edition
    typed = Sheet(
        edition_id=edition.id,
        fiscal_year=metadata.fiscal_year,
        numbers=metadata.numbers,
        name=metadata.name,
        bureau=metadata.bureau,
        section=metadata.section,
        legal_classes=metadata.legal_classes,
        rows=_typed_rows(paper, values),
        grades={portion: _text(values, ("grade", portion)) for portion in PORTIONS},
        states={portion: _state_table(paper, values, portion=portion) for portion in OWN_PORTIONS},
        obligors=_whole(values, ("obligors",)),
        measures=_measures(paper, values),
        true_balances_yen=metadata.true_balances_yen,
        figures_only=metadata.figures_only,
        basis=metadata.basis,
    )
    return _computed(paper, typed, values=values)


def _typed_rows(paper: Paper, values: Mapping[Key, Value]) -> tuple[Row, ...]:
    """Rows with at least one filled input, holding only what was filled."""
    rows, year = [], paper.metadata.fiscal_year
    for spec in paper.edition.rows:
        cells: dict[str, CellValue] = {column.id: None for column in paper.edition.columns}
        cells |= {column: _whole(values, ("cell", spec.id, column)) for column in paper.edition.input_columns}
        if all(value is None for value in cells.values()):
            continue
        if spec.id in paper.metadata.carried_in:
            known = paper.metadata.carried_in[spec.id]
            cells["past_carried_in"] = _whole(values, ("cell", spec.id, "past_carried_in")) if known is None else known
        rows.append(Row(spec.id, spec.label(year), spec.kind, spec.fiscal_year(year), cells))
    return tuple(rows)


def _computed(paper: Paper, typed: Sheet, *, values: Mapping[Key, Value]) -> Sheet:
    """The sheet with every other cell computed: a second pass, since ア chains from row to row."""
    edition = paper.edition
    all_cells = recomputed(edition, typed)
    rows = tuple(
        replace(row, cells={**all_cells[row.row_id], **{one: row.cells[one] for one in edition.input_columns}})
        for row in typed.rows
    )
    tables = typed.states.values()
    known = {portion: all_cells[edition.comparison_row][f"{portion}_collection_rate"] for portion in PORTIONS}
    averages = {
        portion: rate_text(value)
        for portion in PORTIONS
        if isinstance(value := values.get(("average", portion)), int | float)
    }
    comparison = Comparison(
        own_rates={portion: rate for portion, rate in known.items() if isinstance(rate, str)},
        rank=_whole(values, ("rank",)),
        averages=averages,
        reason=_text(values, ("reason",)) or "",
    )
    return replace(
        typed,
        rows=rows,
        comparison=comparison if typed.row(edition.comparison_row) else replace(comparison, own_rates={}),
        claims_total=sum(table.count_total or 0 for table in tables),
        balance_total=sum(table.balance_total or 0 for table in tables),
    )


def _state_table(paper: Paper, values: Mapping[Key, Value], *, portion: str) -> StateTable:
    """One portion of table 3 with its subtotals added up."""
    count, balance = (_filled_states(paper, values, portion=portion, measure=measure) for measure in MEASURES)
    recoverable, settlement = (ids_of_group(paper.states, group) for group in GROUPS)
    return StateTable(
        count=count,
        balance=balance,
        count_recoverable=_added(count, recoverable),
        count_settlement=_added(count, settlement),
        count_total=sum(count.values()),
        balance_recoverable=_added(balance, recoverable),
        balance_settlement=_added(balance, settlement),
        balance_total=sum(balance.values()),
    )


def _filled_states(paper: Paper, values: Mapping[Key, Value], *, portion: str, measure: str) -> dict[str, int]:
    filled = {state.id: _whole(values, ("state", portion, state.id, measure)) for state in paper.states}
    return {state: value for state, value in filled.items() if value is not None}


def _added(shown: Mapping[str, int], state_ids: tuple[str, ...]) -> int:
    return sum(shown.get(state_id, 0) for state_id in state_ids)


def _measures(paper: Paper, values: Mapping[Key, Value]) -> tuple[Measure, ...]:
    """The items that have a text and a number, in the order of the form."""
    slots = [
        (kind, portion, str(slot))
        for kind, spans in paper.metadata.slots.items()
        for portion in OWN_PORTIONS
        for slot in range(len(spans))
    ]
    found = (_measure(paper.words, values, place=place) for place in slots)
    return tuple(measure for measure in found if measure)


def _measure(words: Words, values: Mapping[Key, Value], *, place: tuple[str, str, str]) -> Measure | None:
    """The item of a kind, portion and slot, None where it is free."""
    kind, portion, _ = place
    text = _text(values, ("item", *place, "text"))
    number = _whole(values, ("item", *place, "number"))
    if not text or number is None:
        return None
    legal_class, plain = _split_class(words, text)
    return Measure(number, kind, portion, plain, legal_class, _whole(values, ("item", *place, "answers")))


def _split_class(words: Words, text: str) -> tuple[LegalClass | None, str]:
    """The class a text begins with in 【】, and the rest."""
    for legal_class in LegalClass:
        mark = f"【{words.short_class(legal_class)}】"
        if text.startswith(mark):
            return legal_class, text.removeprefix(mark)
    return None, text


def _whole(values: Mapping[Key, Value], key: Key) -> int | None:
    value = values.get(key)
    return value if isinstance(value, int) else None


def _text(values: Mapping[Key, Value], key: Key) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) else None
