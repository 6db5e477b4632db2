"""A small plot of one figure over the years, drawn as an inline SVG by the server.

The one idea: thirty of these stand in one table, so they are a few lines of markup with their numbers as text, not scripts.
The ground line is zero, so heights compare. It computes no figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN = 96, 24, 3


@dataclass(frozen=True)
class Trend:
    """Pairs of a year's label and its thousand yen, oldest first; at least one."""

    points: tuple[tuple[str, int], ...]

    @property
    def width(self) -> int:
        """Width of the drawing in its own units."""
        return WIDTH

    @property
    def height(self) -> int:
        """Height of the drawing in its own units."""
        return HEIGHT

    @property
    def ground(self) -> int:
        """Where zero lies."""
        return HEIGHT - MARGIN

    @property
    def coordinates(self) -> Sequence[tuple[int, int]]:
        """The points in the drawing's units, left to right; the highest year reaches the top."""
        top = max(value for _, value in self.points) or 1
        step = (WIDTH - 2 * MARGIN) // max(len(self.points) - 1, 1)
        room = HEIGHT - 2 * MARGIN
        return [
            (MARGIN + step * place, self.ground - room * max(value, 0) // max(top, 1))
            for place, (_, value) in enumerate(self.points)
        ]

    @property
    def line(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.coordinates)

    @property
    def last(self) -> tuple[int, int]:
        """The newest point."""
        return self.coordinates[-1]

    @property
    def text(self) -> str:
        """The plot in words: 平28 3,361、平29 3,359."""
        return "、".join(f"{label} {value:,}" for label, value in self.points)
