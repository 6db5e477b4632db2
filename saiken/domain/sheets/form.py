"""The sheet as the form reads it: headings with their years, letters with formula notes, printed figures, numbered measures.

The one idea: workbook, page, PDF and CSV say the same words because all of them take the words from here. It draws nothing, and
apart from `recomputed` it computes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.fiscal_year import long_label
from saiken.domain.sheets.compute import goal_cells
from saiken.domain.sheets.edition import Column, Edition, RowSpec
from saiken.domain.sheets.sheet import Cells, CellValue, Measure, Sheet, StateTable
from saiken.domain.states.table import State

#: The kinds of measures that answer for the year (table 4) and that plan the next one (table 5), in printed order.
VERIFICATION_KINDS = ("planned", "done", "issue", "improvement")
NEXT_KINDS = ("next",)

#: The portions of a sheet that have claims, measures and states of their own; 合計 is only their sum.
OWN_PORTIONS = ("past", "current")

#: Input columns that may fall below zero: a reduction that is an increase.
SIGNED_INPUTS = frozenset({"past_reduction"})

#: Between the numbers or classes of a sheet that covers several.
JOINT = "・"

#: Before a text of a read paper that may speak of past claims, current claims or both.
UNDIVIDED = "〔過年度・現年度の別なし〕"

#: Our wording of what formulas mean on paper, full-width so that CP932 can carry it.
_PAPER_SIGNS = str.maketrans({"+": "＋", "-": "－", "/": "÷"})


@dataclass(frozen=True)
class Words:
    """The wording of one edition for one fiscal year: `words["states"]` is a heading with its years filled in."""

    by_name: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.by_name[name]

    def of_class(self, legal_class: LegalClass) -> str:
        """The full name of a legal class."""
        return self.by_name[f"class_{legal_class.value}"]

    def short_class(self, legal_class: LegalClass) -> str:
        """The short name that marks a text or a state of one class only."""
        return self.by_name[f"short_{legal_class.value}"]


def words_for(edition: Edition, fiscal_year: int) -> Words:
    """The headings of the edition with year, neighbouring years and the result row's label filled in."""
    result = edition.row_of_id[edition.grade_result_row]
    known = {
        "year": long_label(fiscal_year),
        "next_year": long_label(fiscal_year + 1),
        "previous_year": long_label(fiscal_year - 1),
        "result": f"{result.mark}（{result.label(fiscal_year)}）" if result.mark else result.label(fiscal_year),
    }
    return Words({name: text.format(**known) for name, text in edition.headings.items()})


def row_title(row: RowSpec, fiscal_year: int) -> str:
    """The row's mark and label as the form prints them: "D 令3実績", or without a mark "平30実績"."""
    return f"{row.mark} {row.label(fiscal_year)}".strip()


def numbers_text(sheet: Sheet) -> str:
    """The receivable numbers of the sheet: "056・057"."""
    return JOINT.join(sheet.numbers)


def classes_text(words: Words, sheet: Sheet) -> str:
    """The legal classes of the sheet in full."""
    return JOINT.join(words.of_class(legal_class) for legal_class in sheet.legal_classes)


def short_classes_text(words: Words, sheet: Sheet) -> str:
    """The legal classes of the sheet in their short names, for lists."""
    return JOINT.join(words.short_class(legal_class) for legal_class in sheet.legal_classes)


def class_groups(words: Words, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The short names that the sheets' classes have, each once: single classes and joint ones in the law's order."""
    order = list(LegalClass)
    groups = {
        tuple(order.index(one) for one in sheet.legal_classes): short_classes_text(words, sheet) for sheet in sheets
    }
    return tuple(groups[key] for key in sorted(groups))


def formula_note(edition: Edition, column: Column) -> str:
    """What the form prints under a letter: the formula in letters, then the edition's own note."""
    if column.formula is None:
        return column.note
    rendered = column.formula.render(lambda column_id: edition.column_of_id[column_id].letter)
    formula = "＝" + rendered.translate(_PAPER_SIGNS)
    return f"{formula}（{column.note}）" if column.note else formula


def paused(note: str) -> str:
    """A formula note that is too long for one line of its column, broken where a reader would pause.

    >>> paused("＝(エ＋サ)÷(ウ＋コ)")
    '＝(エ＋サ)\\n÷(ウ＋コ)'
    """
    for pause in ("÷(", "（", "－("):
        note = note.replace(pause, f"\n{pause}", 1) if "\n" not in note else note
    return note


def printed(edition: Edition, value: CellValue) -> str:
    """A cell as the form prints it: grouped thousand yen with the edition's sign, a rate's text, an empty text for a blank.

    A minus edition prints -1,262, a triangle edition ▲1,262.
    """
    if not isinstance(value, int):
        return value or ""
    sign = "▲" if edition.reduction_sign == "triangle" else "-"
    return f"{sign}{abs(value):,}" if value < 0 else f"{value:,}"


def state_wordings(words: Words, state: State) -> tuple[str, ...]:
    """The wording of a state: one text, or one per group of classes where they differ."""
    if state.label == state.label_other:
        return (state.label,)
    enforceable = words.short_class(LegalClass.PUBLIC_ENFORCEABLE)
    return (f"【{enforceable}】{state.label}", f"【{words['short_other_classes']}】{state.label_other}")


def measures_of(sheet: Sheet, *, kind: str, portion: str) -> tuple[Measure, ...]:
    """The numbered items of one kind and portion in order of number; of a read paper, its unnumbered text as one item.

    A text whose portion the paper does not tell stands with the past portion and says so.
    """
    found = [item for item in sheet.measures if item.kind == kind and item.portion == portion]
    if found:
        return tuple(sorted(found, key=lambda item: item.number))
    text = sheet.texts.get(f"{kind}/{portion}")
    if text is None and portion == OWN_PORTIONS[0] and kind in sheet.texts:
        text = UNDIVIDED + sheet.texts[kind]
    return (Measure(1, kind, portion, text),) if text else ()


def measure_text(words: Words, measure: Measure) -> str:
    """The item's text, marked with its class where the sheet splits its text by class."""
    return f"【{words.short_class(measure.legal_class)}】{measure.text}" if measure.legal_class else measure.text


def group_figure(table: StateTable, states: tuple[State, ...], *, group: str | None, measure: str) -> int:
    """The count or balance (`measure` count | balance) of a group or, with group None, of all states.

    A figure the paper itself prints wins over the sum of the states, since a paper's states may be unreadable.
    """
    stated: int | None = getattr(table, f"{measure}_{group or 'total'}")
    if stated is not None:
        return stated
    placed, unplaced = (
        (table.count, table.unplaced_count) if measure == "count" else (table.balance, table.unplaced_balance)
    )
    inside = [state.id for state in states if group in (None, state.group)]
    loose = [value for name, values in unplaced.items() if group in (None, name) for value in values]
    return sum(placed.get(state_id, 0) for state_id in inside) + sum(loose)


def differs_by_rounding(edition: Edition, sheet: Sheet, *, states: tuple[State, ...], portion: str) -> bool:
    """Whether the edition fills the balance total of table 3 yellow: it differs from the balance of table 2's result row."""
    result, table = sheet.row(edition.grade_result_row), sheet.states.get(portion)
    if not edition.yellow_difference or result is None or table is None:
        return False
    return group_figure(table, states, group=None, measure="balance") != result.yen(f"{portion}_balance")


def claims_total(sheet: Sheet, states: tuple[State, ...]) -> int:
    """件数 of both portions, as printed or added."""
    if sheet.claims_total is not None:
        return sheet.claims_total
    return sum(group_figure(table, states, group=None, measure="count") for table in sheet.states.values())


def balance_total(sheet: Sheet, states: tuple[State, ...]) -> int:
    """残高 of both portions in thousand yen, as printed or added."""
    if sheet.balance_total is not None:
        return sheet.balance_total
    return sum(group_figure(table, states, group=None, measure="balance") for table in sheet.states.values())


def unplaced_notes(words: Words, sheet: Sheet) -> tuple[str, ...]:
    """A sentence for every list of values whose state a paper does not tell."""
    notes = []
    for portion, table in sheet.states.items():
        for measure, loose in (("count", table.unplaced_count), ("balance", table.unplaced_balance)):
            for group in (group for group in loose if loose[group]):
                place = JOINT.join((words[f"portion_{portion}"], words[f"measure_{measure}"], words[group]))
                notes.append(f"{words['unplaced']}（{place}）：{'、'.join(f'{value:,}' for value in loose[group])}")
    return tuple(notes)


def fixed_carried_in(edition: Edition, sheet: Sheet) -> dict[str, int | None]:
    """ア of the rows that chain from no other row of this sheet, by row id; None where nobody knows the figure yet.

    A row chains when its source row has figures on the sheet, or when it has none itself (an empty form to be filled).
    """
    fixed: dict[str, int | None] = {}
    for row in edition.rows:
        if row.carried_in_from is None or (
            not _has_figures(sheet, row.carried_in_from) and _carried_in(sheet, row.id) is not None
        ):
            fixed[row.id] = _carried_in(sheet, row.id)
    return fixed


def recomputed(edition: Edition, sheet: Sheet) -> dict[str, Cells]:
    """All rows of the edition as its formulas give them from the sheet's inputs, a blank counting as zero.

    This is what a workbook with live formulas shows; where a paper breaks a formula or a chain it differs from the paper.
    """
    fixed = fixed_carried_in(edition, sheet)
    closing = {column.id: column.carries for column in edition.columns if column.carries}
    rows: dict[str, Cells] = {}
    for spec in edition.rows:
        row = sheet.row(spec.id)
        inputs = {column: row.yen(column) for column in edition.input_columns} if row else {}
        source = spec.carried_in_from
        carried_in: CellValue = fixed.get(spec.id, 0)
        if spec.id not in fixed and source:
            carried_in = rows[source][closing["past_carried_in"]]
        rows[spec.id] = goal_cells(edition, inputs=inputs, carried_in=carried_in if isinstance(carried_in, int) else 0)
    return rows


def _has_figures(sheet: Sheet, row_id: str) -> bool:
    row = sheet.row(row_id)
    return row is not None and any(value is not None for value in row.cells.values())


def _carried_in(sheet: Sheet, row_id: str) -> int | None:
    row = sheet.row(row_id)
    value = row.cells.get("past_carried_in") if row else None
    return value if isinstance(value, int) else None
