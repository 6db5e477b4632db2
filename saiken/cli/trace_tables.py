"""A traced figure as JSON and as lines for people.

The one idea: the figure, what its entries add up to, and the claims with their entries below each other; a cut list says so.
"""

from collections.abc import Iterator
from typing import Any

from saiken.glossary import Glossary, load_glossary
from saiken.register.queries.trace import Trace, TracedClaim, TracedEntry


def trace_document(found: Trace) -> dict[str, Any]:
    """The figure with its sums over all claims and the claims of the page."""
    return {
        "sheet": found.sheet.key,
        "bureau": found.sheet.bureau,
        "numbers": list(found.sheet.numbers),
        "name": found.sheet.name,
        "fiscal_year": found.row.fiscal_year,
        "row": found.row.label,
        "column": found.column.letter,
        "label": found.column.label,
        "cell": found.cell,
        "yen": found.sum_yen,
        "thousand_yen": found.sum_thousand_yen,
        "rounding_drift": found.rounding_drift,
        "claims_total": found.claims,
        "entries_total": found.entries,
        "offset": found.offset,
        "claims": [{**vars(claim), "entries": [vars(entry) for entry in claim.entries]} for claim in found.lines],
    }


def trace_lines(found: Trace) -> Iterator[str]:
    """The figure, its sum, and each claim with its entries."""
    numbers = "・".join(found.sheet.numbers)
    yield f"■ {found.sheet.bureau} {numbers} {found.sheet.name}"
    yield f"{found.row.label} {found.column.letter} {found.column.label}: {found.cell:,}千円"
    yield f"記入の合計 {found.sum_yen:,}円（調定 {found.claims:,}件、記入 {found.entries:,}件）"
    if found.rounding_drift:
        yield f"様式の端数処理による差 {found.rounding_drift:+,}千円"
    glossary = load_glossary()
    for claim in found.lines:
        yield _claim_line(claim)
        yield from (_entry_line(entry, glossary) for entry in claim.entries)
    left = found.claims - found.offset - len(found.lines)
    if left > 0:
        yield f"ほか {left:,}件の調定（--limit、--offset で続きを示す）"


def _claim_line(claim: TracedClaim) -> str:
    bulk = f"　{claim.stands_for:,}件分" if claim.stands_for > 1 else ""
    where = f"{claim.fiscal_year}年度 {claim.instalment}　{claim.office}　{claim.obligor}"
    return f"{claim.assessment_number}　{where}{bulk}　{claim.yen:,}円"


def _entry_line(entry: TracedEntry, glossary: Glossary) -> str:
    kind = glossary.japanese(entry.kind)
    return f"    {entry.sequence}　{entry.effective_on.isoformat()}　{kind}　{entry.counted_yen:,}円"
