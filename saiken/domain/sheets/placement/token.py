"""One printed token of a row: what was printed and what it can mean.

The one idea: a legible token has exactly one reading; a damaged one has the readings its look-alikes allow (perhaps
none) and may be derived from a formula. It does not normalise text: a format's reader does that.
"""

from dataclasses import dataclass

from saiken.domain.money import NO_RATE
from saiken.domain.sheets.sheet import CellValue

#: The rate that stands for a zero, as some forms print it.
ZERO_RATE = "0.0%"


@dataclass(frozen=True)
class Token:
    """`printed` as it stands in the paper; `readings` are thousand yen (int) or rate texts ("14.0%", "－").

    `column_index` is the place among the printed columns where the paper shows columns (tab-separated or cells), else
    None. `is_mended` tells that it was put together from pieces that stood apart.
    """

    printed: str
    readings: tuple[int | str, ...]
    legible: bool
    column_index: int | None = None
    is_mended: bool = False

    def yen_readings(self) -> tuple[tuple[int, int], ...]:
        """(thousand yen, cost) in a yen column: a rate's zero or a dash there is a zero in a wrong format, at cost
        1.
        """
        found = []
        for reading in self.readings:
            if isinstance(reading, int):
                found.append((reading, 0))
            elif reading in (NO_RATE, ZERO_RATE):
                found.append((0, 1))
        return tuple(dict(reversed(found)).items())

    def rate_readings(self) -> tuple[tuple[CellValue, int], ...]:
        """(rate text, cost) in a rate column: a bare 0 there is a rate of nothing in a wrong format, at cost 1."""
        texts: list[tuple[CellValue, int]] = [(reading, 0) for reading in self.readings if isinstance(reading, str)]
        return tuple(texts) + (((None, 1),) if 0 in self.readings else ())
