"""What other rows know about a row: ア is carried in from another row's balance.

The one idea: the chain only chooses between placements that all fit; it never alters a number and never turns a row
that fits into another one, because a published sheet may really break its chain.
"""

from collections.abc import Mapping
from dataclasses import replace

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.placement.row import Placement
from saiken.domain.sheets.sheet import AMBIGUOUS, CERTAIN, Cells


def choose_by_chain(edition: Edition, placements: Mapping[str, Placement]) -> dict[str, Placement]:
    """Placements by row id, with ambiguous rows made certain where exactly one alternative carries the balance of its
    source row.

    Only source rows that are certain count, so the rows are visited in printed order.
    """
    chosen = dict(placements)
    for row in edition.rows:
        placement, source = chosen.get(row.id), chosen.get(row.carried_in_from or "")
        if placement and source and placement.verdict == AMBIGUOUS and source.verdict == CERTAIN:
            chosen[row.id] = _choose(edition, placement, source=source)
    return chosen


def _choose(edition: Edition, placement: Placement, *, source: Placement) -> Placement:
    options = (placement.cells, *placement.alternatives)
    kept = [cells for cells in options if _carries(edition, cells, source=source.cells)]
    if len(kept) != 1:
        return placement
    if kept[0] is placement.cells:
        return replace(placement, verdict=CERTAIN, alternatives=())
    printed = {name: text for name, text in placement.printed.items() if placement.cells[name] == kept[0][name]}
    repairs = tuple(repair for repair in placement.repairs if kept[0][repair.column_id] == repair.derived)
    return replace(placement, cells=kept[0], printed=printed, repairs=repairs, verdict=CERTAIN, alternatives=())


def _carries(edition: Edition, cells: Cells, *, source: Cells) -> bool:
    return all((cells[column.id] or 0) == (source[column.carries] or 0) for column in edition.columns if column.carries)
