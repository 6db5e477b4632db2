"""The demo city's sheets against the published ones, every sheet of every paper.

The one idea: what is compared is what a screen would show, computed from the register now; the published figures are read again and take
no part in the computation.
"""

from collections.abc import Callable, Mapping

from saiken.domain.sheets.edition import Edition
from saiken.domain.states.table import State
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.tie_out import TieOut, tie_out
from saiken.register.samples.published import PublishedSheet


def tie_out_city(
    published: tuple[PublishedSheet, ...],
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    advance: Callable[[int], None] = lambda _: None,
) -> list[tuple[PublishedSheet, TieOut]]:
    """The comparison of every sheet, in the order given; `advance` is told of each."""
    compared = []
    for sheet in published:
        computed = sheet_value(sheet.key, sheet.printed.fiscal_year, editions=editions, states=states)
        edition = editions[sheet.printed.edition_id]
        found = tie_out(sheet.key, published=sheet.printed, computed=computed, edition=edition, states=states)
        compared.append((sheet, found))
        advance(1)
    return compared
