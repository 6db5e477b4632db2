"""Findings beside the cells they are about.

The one idea: findings are numbered once in their order; a cell carries the numbers, the list below the tables carries the sentences,
and both link to each other. A finding whose cell is not on the sheet stays in the list, so none is lost.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from saiken.domain.sheets.check.finding import Finding
from saiken.formats.sheet_html.element import classes, el

_SEVERITIES = {"error": "誤り", "warning": "要確認"}

#: Between the letters of a finding that is about several columns.
_SEVERAL = "、"


class Notes:
    """The findings of one sheet by row (label or id) and column (letter or heading)."""

    def __init__(self, findings: Sequence[Finding], prefix: str) -> None:
        self._findings, self._prefix = tuple(findings), prefix
        self._by_cell: dict[tuple[str, str], list[int]] = {}
        for number, finding in enumerate(self._findings, start=1):
            for column in finding.column.split(_SEVERAL):
                self._by_cell.setdefault((finding.row, column), []).append(number)
        self._first_cell: set[int] = set()

    def mark(self, rows: Sequence[str], column: str) -> list[Element]:
        """Links to the findings of a cell whose row goes by any of those names."""
        numbers = [number for row in rows for number in self._by_cell.get((row, column), [])]
        return [self._link(number) for number in numbers]

    def severity(self, rows: Sequence[str], column: str) -> str | None:
        """The class that colours the cell: sheet-has-error, sheet-has-warning or none."""
        found = {
            self._findings[number - 1].severity.value for row in rows for number in self._by_cell.get((row, column), [])
        }
        return f"sheet-has-{'error' if 'error' in found else 'warning'}" if found else None

    def _link(self, number: int) -> Element:
        finding = self._findings[number - 1]
        attributes = {
            "class": f"sheet-mark sheet-mark-{finding.severity.value}",
            "href": f"#{self._prefix}-finding-{number}",
            "aria-label": f"指摘{number}: {finding.message}",
            "title": finding.message,
        }
        if number not in self._first_cell:
            self._first_cell.add(number)
            attributes["id"] = f"{self._prefix}-mark-{number}"
        return el("a", dict(attributes), str(number))

    def listed(self, heading_level: int) -> Element | None:
        """All findings as a list, each linking back to its cell when that is on the sheet; None without findings."""
        if not self._findings:
            return None
        items = [self._item(number, finding) for number, finding in enumerate(self._findings, start=1)]
        title = el(f"h{heading_level}", {"class": "sheet-heading"}, f"指摘（{len(items)}件）")
        return el(
            "section",
            {"class": "sheet-section sheet-part-findings", "id": f"{self._prefix}-findings"},
            title,
            el("ol", {"class": "sheet-finding-list"}, *items),
        )

    def _item(self, number: int, finding: Finding) -> Element:
        place = f"{finding.row} {finding.column}".strip() or "様式全体"
        back = f"#{self._prefix}-mark-{number}" if number in self._first_cell else None
        severity = el(
            "span",
            {"class": f"sheet-severity sheet-severity-{finding.severity.value}"},
            _SEVERITIES[finding.severity.value],
        )
        at = el("a", {"href": back}, place) if back else el("span", None, place)
        return el(
            "li",
            {"id": f"{self._prefix}-finding-{number}", "class": classes("sheet-finding", f"sheet-finding-{finding.severity.value}")},
            severity, " ", at, " ", finding.message,
        )  # fmt: skip
