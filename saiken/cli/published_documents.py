"""The JSON documents of `saiken published`.

The one idea: columns go by the form's letters and every value keeps its place of origin; the shape is a contract of
the command, so it is written out here field by field. It reads and checks nothing.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from saiken.domain.sheets.check import Finding
from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.progress import PortionRates, ProgressReport, RatePair, ReceivableProgress, WardRow
from saiken.domain.sheets.sheet import AMBIGUOUS, INCONSISTENT, Cells, Row, Sheet, Source, StateTable
from saiken.domain.states.table import GROUPS

Document = dict[str, Any]


def paper_documents(paper: Paper, editions: Mapping[str, Edition]) -> list[Document]:
    """One document per sheet in printed order, then one for the progress report if the paper holds one."""
    documents = [sheet_document(sheet, editions[sheet.edition_id]) for sheet in paper.sheets]
    return documents + ([progress_document(paper.progress)] if paper.progress else [])


def sheet_document(sheet: Sheet, edition: Edition) -> Document:
    """A sheet as read."""
    return {
        "numbers": list(sheet.numbers),
        "name": sheet.name,
        "bureau": sheet.bureau,
        "section": sheet.section,
        "legal_classes": [legal_class.value for legal_class in sheet.legal_classes],
        "edition": sheet.edition_id,
        "fiscal_year": sheet.fiscal_year,
        "grades": {portion: sheet.grades.get(portion) for portion in PORTIONS},
        "rows": [_row(row, edition) for row in sheet.rows],
        "states": {portion: _states(table) for portion, table in sheet.states.items()},
        "claims_total": sheet.claims_total,
        "balance_total": sheet.balance_total,
        "obligors": sheet.obligors,
        "comparison": {
            "own_rates": dict(sheet.comparison.own_rates),
            "rank": sheet.comparison.rank,
            "averages": dict(sheet.comparison.averages),
            "reason": sheet.comparison.reason,
        },
        "texts": dict(sheet.texts),
        "source": source_document(sheet.source),
    }


def _row(row: Row, edition: Edition) -> Document:
    document: Document = {
        "label": row.label,
        "kind": row.kind,
        "fiscal_year": row.fiscal_year,
        "placement": row.placement,
        "cells": _cells(row.cells, edition),
        "repairs": [
            {
                "column": edition.column_of_id[repair.column_id].letter,
                "printed": repair.printed,
                "derived": repair.derived,
            }
            for repair in row.repairs
        ],
        "source": source_document(row.source),
    }
    if row.placement == AMBIGUOUS:
        document["alternatives"] = [_cells(cells, edition) for cells in row.alternatives]
    if row.placement == INCONSISTENT:
        document["broken"] = [edition.column_of_id[column].letter for column in row.broken]
    return document


def _cells(cells: Cells, edition: Edition) -> Document:
    return {column.letter: cells[column.id] for column in edition.columns}


def _states(table: StateTable) -> Document:
    return {
        "count": dict(table.count),
        "balance": dict(table.balance),
        "unplaced": {group: list(table.unplaced_count.get(group, ())) for group in GROUPS},
        "unplaced_balance": {group: list(table.unplaced_balance.get(group, ())) for group in GROUPS},
        "count_recoverable": table.count_recoverable,
        "count_settlement": table.count_settlement,
        "count_total": table.count_total,
        "balance_recoverable": table.balance_recoverable,
        "balance_settlement": table.balance_settlement,
        "balance_total": table.balance_total,
        "source": source_document(table.source),
    }


def progress_document(report: ProgressReport) -> Document:
    """A progress report as read."""
    return {
        "progress_report": {
            "fiscal_year": report.fiscal_year,
            "as_of": report.as_of.isoformat(),
            "receivables": [_receivable(receivable) for receivable in report.receivables],
            "recovery": [{**asdict(row), "source": source_document(row.source)} for row in report.recovery],
        },
        "source": source_document(report.source),
    }


def _receivable(receivable: ReceivableProgress) -> Document:
    total = receivable.ward_total
    return {
        "numbers": list(receivable.numbers),
        "name": receivable.name,
        "bureau": receivable.bureau,
        "section": receivable.section,
        "portions": {portion: _rates(rates) for portion, rates in receivable.portions.items()},
        "ward_total": _ward(total) if total else None,
        "wards": [_ward(row) for row in receivable.wards],
        "texts": dict(receivable.texts),
        "source": source_document(receivable.source),
    }


def _rates(rates: PortionRates) -> Document:
    pairs: dict[str, RatePair] = {"at_cut_off": rates.at_cut_off, "forecast": rates.forecast, "goal": rates.goal}
    return {name: {"this_year": pair.this_year, "last_year": pair.last_year} for name, pair in pairs.items()}


def _ward(row: WardRow) -> Document:
    return {"name": row.name, "rates": dict(row.rates), "source": source_document(row.source)}


def finding_document(finding: Finding) -> Document:
    """A finding; `expected` and `found` are thousand yen where the cell is yen."""
    return {
        "rule": finding.rule.value,
        "severity": finding.severity.value,
        "bureau": finding.bureau,
        "number": finding.number,
        "row": finding.row,
        "column": finding.column,
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message,
        "source": source_document(finding.source),
    }


def source_document(source: Source) -> Document:
    """Where it was read: file and line, for a workbook file and cell."""
    document: Document = {"file": source.file, "line": source.line}
    return {**document, "cell": source.cell} if source.cell else document
