"""What the parts of a worksheet's plan are made from.

The one idea: the parts share one frozen value instead of many parameters. It holds no figures.
"""

from dataclasses import dataclass

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import Words
from saiken.domain.states.table import State
from saiken.formats.sheet_workbook.metadata import Metadata


@dataclass(frozen=True)
class Paper:
    """Edition, states, metadata and wording of a worksheet; `last_figure` is the last column of the tables."""

    edition: Edition
    states: tuple[State, ...]
    metadata: Metadata
    words: Words
    last_figure: int
