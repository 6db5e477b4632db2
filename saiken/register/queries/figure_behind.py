"""The rows behind a figure as they were when it was counted: how they are kept, and a page of them.

The one idea: numbers and yen lie packed under the figure's own name, the largest first, so the list adds up to the figure whatever was
recorded since and a page is a slice of one row. It does not know what the numbers stand for.
"""

import zlib
from array import array
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Q

from saiken.register.models import KeptFigures, WorkFigure
from saiken.register.queries.kept_content import Unusable, reader
from saiken.register.queries.work_counting import Behind

#: How the names of kept rows begin.
PREFIX = "work/"


@dataclass(frozen=True)
class Slice:
    """Some of the rows (office, number, yen) of a figure, and what all of them come to.

    `lost` counts rows that were counted and whose kept row is missing or cannot be read.
    """

    rows: tuple[tuple[int, int, int], ...]
    number: int
    yen: int
    lost: int


def kept_name(office_id: int, measure: str, *, officer: str, detail: str) -> str:
    """The name under which the rows of a figure are kept."""
    written = "\n".join((str(office_id), measure, officer, detail))
    return PREFIX + sha256(written.encode()).hexdigest()[:48]


def packed(behind: Behind) -> bytes:
    """The rows in few bytes, the largest yen first."""
    order = sorted(range(len(behind.keys)), key=lambda place: (-behind.yen[place], behind.keys[place]))
    keys, yen = (array("q", (column[place] for place in order)) for column in (behind.keys, behind.yen))
    return zlib.compress(keys.tobytes() + yen.tobytes())


@reader
def unpacked(content: bytes) -> Behind:
    """The rows as they were packed."""
    numbers = array("q", zlib.decompress(content))
    half, rest = divmod(len(numbers), 2)
    if rest:
        raise ValueError(f"{len(numbers)} numbers make no pairs")
    return Behind(numbers[:half], numbers[half:])


@dataclass(frozen=True)
class Cell:
    """A figure, or several of one measure together: `detail` exact, with a slash before or after it the end or the beginning of the detail.

    `officer` None means everybody, `details` chooses among several.
    """

    measure: str
    detail: str = ""
    officer: str | None = None
    details: Collection[str] | None = None

    @property
    def condition(self) -> Q:
        """Which figures these are."""
        found = Q(measure=self.measure)
        if self.officer is not None:
            found &= Q(officer=self.officer)
        if self.details is not None:
            return found & Q(detail__in=list(self.details))
        if self.detail.startswith("/"):
            return found & Q(detail__endswith=self.detail)
        return found & (Q(detail__startswith=self.detail) if self.detail.endswith("/") else Q(detail=self.detail))


def slice_of(cell: Cell, *, offices: Collection[int] | None, places: tuple[int, int]) -> Slice:
    """The rows from one place to before another, office after office; `offices` None means every one."""
    figures = WorkFigure.objects.filter(cell.condition)
    figures = figures if offices is None else figures.filter(office_id__in=offices)
    found: list[tuple[int, int, int]] = []
    number = yen = lost = 0
    first, last = places
    for one in figures.order_by("office_id", "officer", "detail"):
        if number < last and number + one.number > first:
            behind = _kept(one)
            lost += one.number - len(behind.keys)
            at = max(0, first - number), max(0, last - number)
            rows = zip(behind.keys[slice(*at)], behind.yen[slice(*at)], strict=True)
            found += [(one.office_id, key, each) for key, each in rows]
        number, yen = number + one.number, yen + one.yen
    return Slice(tuple(found), number, yen, lost)


def _kept(figure: WorkFigure) -> Behind:
    name = kept_name(figure.office_id, figure.measure, officer=figure.officer, detail=figure.detail)
    row = KeptFigures.objects.filter(pk=name).first()
    try:
        return Behind() if row is None else unpacked(bytes(row.content))
    except Unusable:
        return Behind()
