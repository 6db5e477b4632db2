"""The sheet as an HTML fragment and as a page of its own.

The one idea: `sheet_fragment` is the sheet as the form reads it, `sheet_page` the same in a complete document. Styling belongs to whoever
shows it, by these classes:

- `sheet` the article; `sheet-head`, `sheet-title` (h2, h1 on a page of its own), `sheet-facts` (dl of dt/dd in div), `sheet-figures-only`
- `sheet-section` with `sheet-part-grade`, `-development`, `-states`, `-verification`, `-measures`, `-comparison`, `-findings`; headings
  are `sheet-heading`, one level below the title
- `sheet-grades` (dl), `sheet-grade` (dd of a grade), `sheet-hint` (explaining lines)
- `sheet-scroll` a focusable region around each wide table; `sheet-table` with `sheet-figures`, `sheet-measures` or `sheet-rates`
- headers: `sheet-corner`, `sheet-column-label`, `sheet-letter`, `sheet-note`, `sheet-state`; `sheet-edge` begins a portion or group
- rows: `sheet-row-result`, `sheet-row-first-goal`, `sheet-row-revised-goal`, `sheet-row-effort-goal`, `sheet-result` (the year's own),
  `sheet-count`, `sheet-balance`
- cells: `sheet-yen`, `sheet-whole`, `sheet-rate`, `sheet-input` (coloured input), `sheet-sum`, `sheet-negative`, `sheet-difference`
  (yellow: differs by rounding), `sheet-aside` (true balance), `sheet-link` (a figure's link)
- findings: `sheet-has-error`, `sheet-has-warning` (cells), `sheet-mark` with `sheet-mark-error` or `sheet-mark-warning` (number links),
  `sheet-finding-list`, `sheet-finding`, `sheet-severity` with the same endings
- texts: `sheet-totals` (dl), `sheet-items` (ol), `sheet-answers`, `sheet-empty`, `sheet-unplaced`
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from saiken.domain.sheets.check.finding import Finding
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import numbers_text, words_for
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.formats.sheet_html import texts
from saiken.formats.sheet_html.development import development_table
from saiken.formats.sheet_html.element import el, to_html
from saiken.formats.sheet_html.notes import Notes
from saiken.formats.sheet_html.states import states_table
from saiken.formats.sheet_html.view import View

#: What ids begin with when nothing else is asked for.
_PREFIX = "sheet"

_STYLESHEET = Path(__file__).parent / "page.css"


def no_link(row_id: str, column_id: str) -> None:
    """Figures of table 2 that open nothing."""


def no_state_link(*_key: str) -> None:
    """Figures of table 3 that open nothing."""


def sheet_fragment(
    sheet: Sheet,
    *,
    edition: Edition,
    states: tuple[State, ...],
    findings: Sequence[Finding] = (),
    link_of: Callable[[str, str], str | None] = no_link,
    state_link_of: Callable[[str, str, str], str | None] = no_state_link,
    prefix: str = _PREFIX,
) -> str:
    """The sheet as `<article class="sheet">`.

    `link_of(row id, column id)` and `state_link_of(portion, state, measure)` give the address behind a figure or None; portion is past,
    current or total, state an id S01 … S16, a group, "total" or "obligors", measure count or balance. `findings` go by row label or id
    and column letter (table 3: "過年度分 残高" and the state's mark). `prefix` begins all ids.
    """
    words = words_for(edition, sheet.fiscal_year)
    return _article(View(sheet, edition, states, words, Notes(findings, prefix), prefix, 2, link_of, state_link_of))


def sheet_page(sheet: Sheet, *, edition: Edition, states: tuple[State, ...], findings: Sequence[Finding] = ()) -> bytes:
    """A complete HTML document in UTF-8 that needs nothing else: the sheet under an h1 and a small stylesheet."""
    words = words_for(edition, sheet.fiscal_year)
    notes = Notes(findings, _PREFIX)
    article = _article(View(sheet, edition, states, words, notes, _PREFIX, 1, no_link, no_state_link))
    title = to_html(el("title", None, f"{numbers_text(sheet)} {sheet.name}｜{words['title']}".strip()))
    head = f'<meta charset="utf-8">{title}<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = f"<style>{_stylesheet()}</style>"
    page = f'<!DOCTYPE html>\n<html lang="ja"><head>{head}{style}</head><body><main>{article}</main></body></html>\n'
    return page.encode()


def _article(view: View) -> str:
    parts = [
        texts.head(view),
        view.section("grade", *texts.grades(view)),
        view.section("development", development_table(view)),
        view.section("states", *states_table(view)),
        view.section("verification", texts.verification(view)),
        view.section("measures", texts.next_measures(view)),
        view.section("comparison", *texts.comparison(view)),
    ]
    listed = view.notes.listed(view.heading_level + 1)
    return to_html(el("article", {"class": "sheet", "lang": "ja", "aria-labelledby": view.id("title")}, *parts, listed))


@cache
def _stylesheet() -> str:
    return _STYLESHEET.read_text(encoding="utf-8")
