"""A paper of facts and tables on A4: certificates, lists of cases.

The one idea: whoever composes the paper gives texts, the template lays them out; a table without rows is left out.
"""

from dataclasses import asdict, dataclass
from datetime import date

from saiken.printing.render import render_pdf


@dataclass(frozen=True)
class PaperTable:
    """`widths` are shares of the line per column; `numbers` are the places of the columns of figures."""

    heading: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class TablesPaper:
    """`running` stands at the foot of every page, `notes` above the tables; `landscape` turns the paper."""

    title: str
    running: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    tables: tuple[PaperTable, ...]
    landscape: bool = False


def tables_pdf(paper: TablesPaper, *, printed_on: date) -> bytes:
    """The PDF. Raises InvalidInput when the fonts are missing."""
    document = asdict(paper) | {"tables": [asdict(table) for table in paper.tables if table.rows]}
    return render_pdf("tables", document, printed_on=printed_on)
