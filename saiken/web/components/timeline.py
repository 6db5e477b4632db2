"""A line of days drawn as an inline SVG by the server: a period that began anew, ran, and runs out.

The one idea: only lengths are drawn; days and words stand beside the drawing as text, so it is read at any width. It decides no day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 1000


@dataclass(frozen=True)
class Timeline:
    """From the first day to the day asked or the day on which the period has run out, whichever is later.

    `began_on` is when the running period began, `over_on` when it has run out (None: no such day), `marks` are days on which something
    happened.
    """

    first_on: date
    began_on: date
    over_on: date | None
    on: date
    marks: tuple[date, ...]

    @property
    def width(self) -> int:
        """Width of the drawing in its own units."""
        return WIDTH

    @property
    def last_on(self) -> date:
        """The day at the right end."""
        return max(self.on, self.over_on or self.on)

    @property
    def began(self) -> int:
        """Where the running period begins."""
        return self._place(self.began_on)

    @property
    def run(self) -> int:
        """How far it has run on the day asked."""
        return max(self._place(min(self.on, self.over_on or self.on)) - self.began, 0)

    @property
    def over(self) -> int | None:
        """Where it has run out."""
        return None if self.over_on is None else self._place(self.over_on)

    @property
    def lapsed(self) -> int:
        """What lies after that."""
        return 0 if self.over is None else WIDTH - self.over

    @property
    def asked(self) -> int:
        """Where the day asked lies."""
        return self._place(self.on)

    @property
    def places(self) -> Sequence[int]:
        """Where something happened, left to right."""
        return sorted({self._place(mark) for mark in self.marks if self.first_on <= mark <= self.last_on})

    def _place(self, day: date) -> int:
        whole = max((self.last_on - self.first_on).days, 1)
        return max(min(WIDTH * (day - self.first_on).days // whole, WIDTH), 0)
