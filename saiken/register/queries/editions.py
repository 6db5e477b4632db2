"""Which edition of the form a fiscal year's sheet is printed in.

The one idea: an edition is named after the year it was first published in, the year after the sheet's; the newest not later counts.
"""

from collections.abc import Mapping

from saiken.domain.sheets.edition import Edition


def edition_of(editions: Mapping[str, Edition], fiscal_year: int) -> Edition:
    """The edition of the sheet of `fiscal_year`; years before the oldest edition are printed in the oldest."""
    fitting = [edition for edition in editions.values() if int(edition.id) <= fiscal_year + 1]
    return max(fitting or [min(editions.values(), key=_year)], key=_year)


def _year(edition: Edition) -> int:
    return int(edition.id)
