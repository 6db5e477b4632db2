"""A progress report → JSON documents that stand in the same list as sheets.

The one idea: every receivable of the report is one document with all keys of a sheet (rows and states empty, edition
"progress"), its own figures under `progress`; the recovery office's table is one more. A consumer of sheets meets no
missing key.
"""

from saiken.domain.sheets.progress import (
    PortionRates,
    ProgressReport,
    RatePair,
    ReceivableProgress,
    RecoveryRow,
    WardRow,
)
from saiken.domain.sheets.sheet import Source
from saiken.formats.sheet_json.sheet_document import Document, source_document

#: What stands for an edition in the documents of a progress report.
PROGRESS = "progress"


def progress_documents(report: ProgressReport) -> list[Document]:
    """One document per receivable, then one for the recovery office's table if the report has it."""
    documents = [_receivable(receivable, report) for receivable in report.receivables]
    if report.recovery:
        figures = {"recovery": [_recovery(row) for row in report.recovery]}
        documents.append(_document(report, figures=figures, source=report.recovery[0].source))
    return documents


def _receivable(receivable: ReceivableProgress, report: ProgressReport) -> Document:
    figures: Document = {
        "portions": {portion: _portion(rates) for portion, rates in receivable.portions.items()},
        "wards": [_ward(row) for row in receivable.wards],
        "ward_total": _ward(receivable.ward_total) if receivable.ward_total else None,
    }
    document = _document(report, figures=figures, source=receivable.source)
    return document | {
        "numbers": list(receivable.numbers),
        "name": receivable.name,
        "bureau": receivable.bureau,
        "section": receivable.section,
        "texts": dict(receivable.texts),
    }


def _document(report: ProgressReport, *, figures: Document, source: Source) -> Document:
    """A document with every key of a sheet."""
    return {
        "kind": PROGRESS,
        "address": "",
        "numbers": [],
        "name": "",
        "bureau": "",
        "section": "",
        "legal_classes": [],
        "edition": PROGRESS,
        "fiscal_year": report.fiscal_year,
        "grades": {},
        "rows": [],
        "states": {},
        "claims_total": None,
        "balance_total": None,
        "obligors": None,
        "comparison": None,
        "texts": {},
        "progress": {"as_of": report.as_of.isoformat(), **figures},
        "source": source_document(source),
    }


def _portion(rates: PortionRates) -> Document:
    return {"at_cut_off": _pair(rates.at_cut_off), "forecast": _pair(rates.forecast), "goal": _pair(rates.goal)}


def _pair(pair: RatePair) -> Document:
    return {"this_year": pair.this_year, "last_year": pair.last_year, "source": source_document(pair.source)}


def _ward(row: WardRow) -> Document:
    return {"name": row.name, **row.rates, "source": source_document(row.source)}


def _recovery(row: RecoveryRow) -> Document:
    return {
        "part": row.part,
        "name": row.name,
        "bureau": row.bureau,
        "condition": row.condition,
        "is_total": row.is_total,
        "cases": row.cases,
        "owed_million": row.owed_million,
        "goal_million": row.goal_million,
        "collected_million": row.collected_million,
        "ratio": row.ratio,
        "ratio_before": row.ratio_before,
        "source": source_document(row.source),
    }
