"""What a published file held: its sheets, its progress report, and what was odd about its form.

The one idea: reading never stops at an oddity. What could not be read as printed is told in `FormatFinding`s beside the
values, so that a check can report it with everything else. Nothing is checked here.
"""

from dataclasses import dataclass

from saiken.domain.sheets.progress import ProgressReport
from saiken.domain.sheets.sheet import CellValue, Sheet, Source


@dataclass(frozen=True)
class FormatFinding:
    """One oddity of form: a damaged cell that was repaired, a stray mark, a part that could not be read.

    `sheet_index` counts the paper's sheets from 0 (None: the whole paper). `printed` is the raw token, `derived` what
    it was taken for (None when it could not be). `message` is a Japanese sentence.
    """

    message: str
    sheet_index: int | None = None
    row: str = ""
    column: str = ""
    printed: str = ""
    derived: CellValue = None
    source: Source = Source()  # noqa: RUF009 - Source is frozen


@dataclass(frozen=True)
class Paper:
    """One published file: sheets in printed order, the progress report if it holds one, findings about its form."""

    file: str
    sheets: tuple[Sheet, ...] = ()
    progress: ProgressReport | None = None
    findings: tuple[FormatFinding, ...] = ()
