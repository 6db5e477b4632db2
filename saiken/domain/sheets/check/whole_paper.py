"""The checks of whole published papers: every sheet, every report, and what the reading found odd.

The one idea: an oddity the reader tells and one the rows show are the same oddity, so it is said once. Sheets
without a head are named by file and position.
"""

from collections.abc import Iterator, Mapping, Sequence

from saiken.domain.sheets.check.finding import Finding, Rule, Spot, subject_of
from saiken.domain.sheets.check.one_sheet import check_progress, check_sheet, check_sheets
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State


def address_of(paper: Paper, index: int) -> str:
    """How the sheet at `index` (from 0) is named where it has no number: file#1."""
    return f"{paper.file}#{index + 1}"


def check_papers(
    papers: Sequence[Paper], editions: Mapping[str, Edition], *, states: tuple[State, ...]
) -> tuple[Finding, ...]:
    """All findings paper by paper in printed order, then those that only several papers together show."""
    alone = [finding for paper in papers for finding in _check_paper(paper, editions, states=states)]
    sheets = [sheet for paper in papers for sheet in paper.sheets]
    reports = [paper.progress for paper in papers if paper.progress]
    return (*alone, *check_sheets(sheets, editions, reports=reports))


def _check_paper(paper: Paper, editions: Mapping[str, Edition], *, states: tuple[State, ...]) -> Iterator[Finding]:
    for index, sheet in enumerate(paper.sheets):
        address = address_of(paper, index)
        found = check_sheet(sheet, editions[sheet.edition_id], states=states, address=address)
        yield from found
        yield from _oddities(paper, index, sheet=sheet, told=found)
    if paper.progress:
        yield from check_progress(paper.progress, address=paper.file)
    yield from _oddities(paper, None, sheet=None, told=())


def _oddities(paper: Paper, index: int | None, *, sheet: Sheet | None, told: Sequence[Finding]) -> Iterator[Finding]:
    """The reader's findings about one sheet, or with None about the paper, that the checks have not told yet."""
    known = {(finding.row, finding.column) for finding in told if finding.rule is Rule.FORMAT}
    for odd in paper.findings:
        if odd.sheet_index != index or (odd.row, odd.column) in known:
            continue
        subject = subject_of(sheet, address_of(paper, index or 0)) if sheet else subject_of(None, paper.file)
        at = Spot(odd.row, odd.column, odd.source)
        printed = f"（印字「{odd.printed}」）" if odd.printed else ""
        yield subject.warning(
            Rule.FORMAT, odd.message + printed, at=at, expected=odd.derived, found=odd.printed or None
        )
