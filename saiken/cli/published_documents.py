"""The JSON document of a finding of `saiken published check`.

The one idea: the shape is a contract of the command, so it is written out field by field. What `read` writes is
`saiken.formats.sheet_json`.
"""

from saiken.domain.sheets.check import Finding
from saiken.formats.sheet_json.sheet_document import Document, source_document


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
