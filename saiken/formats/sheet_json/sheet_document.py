"""One sheet → its JSON document.

The one idea: the document says what the paper says, in the form's letters and in thousand yen, with what was repaired
or could not be told beside it. It reads no file and checks nothing.
"""

from typing import Any

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Cells, Comparison, Row, Sheet, Source, StateTable
from saiken.domain.states.table import GROUPS

#: A JSON object.
Document = dict[str, Any]


def sheet_document(sheet: Sheet, edition: Edition, *, address: str = "") -> Document:
    """The document of a sheet of that edition; `address` (file#n) is how a sheet without a head is named."""
    return {
        "kind": "sheet",
        "address": address,
        "numbers": list(sheet.numbers),
        "name": sheet.name,
        "bureau": sheet.bureau,
        "section": sheet.section,
        "legal_classes": [legal_class.value for legal_class in sheet.legal_classes],
        "edition": sheet.edition_id,
        "fiscal_year": sheet.fiscal_year,
        "grades": dict(sheet.grades),
        "rows": [_row(row, edition) for row in sheet.rows],
        "states": {portion: _states(table) for portion, table in sheet.states.items()},
        "claims_total": sheet.claims_total,
        "balance_total": sheet.balance_total,
        "obligors": sheet.obligors,
        "comparison": _comparison(sheet.comparison),
        "texts": dict(sheet.texts),
        "source": source_document(sheet.source),
    }


def source_document(source: Source) -> Document:
    """Where a value was read: file with line, or file with sheet and cell."""
    return {"file": source.file, "line": source.line, "cell": source.cell}


def _row(row: Row, edition: Edition) -> Document:
    letter_of = {column.id: column.letter for column in edition.columns}
    return {
        "id": row.row_id,
        "label": row.label,
        "printed_label": row.printed_label,
        "kind": row.kind,
        "fiscal_year": row.fiscal_year,
        "placement": row.placement,
        "cells": _cells(row.cells, edition),
        "alternatives": [_cells(cells, edition) for cells in row.alternatives],
        "broken": [letter_of[name] for name in row.broken],
        "repairs": [
            {"column": letter_of[repair.column_id], "printed": repair.printed, "derived": repair.derived}
            for repair in row.repairs
        ],
        "source": source_document(row.source),
    }


def _cells(cells: Cells, edition: Edition) -> Document:
    return {column.letter: cells.get(column.id) for column in edition.columns}


def _states(table: StateTable) -> Document:
    return {
        "count": dict(table.count),
        "balance": dict(table.balance),
        "unplaced": {group: _unplaced(table, group) for group in GROUPS},
        "count_recoverable": table.count_recoverable,
        "count_settlement": table.count_settlement,
        "count_total": table.count_total,
        "balance_recoverable": table.balance_recoverable,
        "balance_settlement": table.balance_settlement,
        "balance_total": table.balance_total,
        "source": source_document(table.source),
    }


def _unplaced(table: StateTable, group: str) -> list[Document]:
    """Count and balance of each entry whose state cannot be known, in printed order; null where one row prints
    fewer.
    """
    counts = list(table.unplaced_count.get(group, ()))
    balances = list(table.unplaced_balance.get(group, ()))
    length = max(len(counts), len(balances))
    padded = [values + [None] * (length - len(values)) for values in (_nullable(counts), _nullable(balances))]
    return [{"count": count, "balance": balance} for count, balance in zip(*padded, strict=True)]


def _nullable(values: list[int]) -> list[int | None]:
    return list(values)


def _comparison(comparison: Comparison) -> Document:
    return {
        "own_rates": dict(comparison.own_rates),
        "rank": comparison.rank,
        "averages": dict(comparison.averages),
        "reason": comparison.reason,
        "source": source_document(comparison.source),
    }
