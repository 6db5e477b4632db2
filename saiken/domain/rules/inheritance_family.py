"""The relatives of a person who died, as far as succession asks: who lives, who renounced, who lost the right, who descends from whom.

The one idea: facts only; a fact that cannot be (two people of one name, a disinherited sister) is refused here. Shares are computed
in `inheritance`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from saiken.domain.errors import InvalidInput


@dataclass(frozen=True)
class Relative:
    """One relative. `children` are asked only where someone represents this one.

    `is_half_blood` is a sibling of one common parent; `degree` counts ascendants (parent 1, grandparent 2); `is_nonmarital` a child whose
    parents were not married; `is_unborn` a child conceived; `is_descendant` is false for a child that an adopted child had before.
    """

    name: str
    died_on: date | None = None
    renounced: bool = False
    disqualified: bool = False
    disinherited: bool = False
    is_half_blood: bool = False
    is_nonmarital: bool = False
    is_unborn: bool = False
    is_descendant: bool = True
    degree: int = 1
    children: tuple["Relative", ...] = ()

    @property
    def lost_right(self) -> bool:
        """Whether the right to inherit was lost, so that children may step in."""
        return self.disqualified or self.disinherited


@dataclass(frozen=True)
class Family:
    """The relatives who may inherit, the day of death, and the shares that a will set, by name."""

    died_on: date
    spouse: Relative | None = None
    children: tuple[Relative, ...] = ()
    ascendants: tuple[Relative, ...] = ()
    siblings: tuple[Relative, ...] = ()
    designated: Mapping[str, Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Names tell people apart; nobody disinherits a sibling; ascendants have a degree."""
        doubled = [name for name, count in Counter(relative.name for relative in self.everyone()).items() if count > 1]
        if doubled:
            raise InvalidInput("同じ名の者が二人います", place="家族", found=doubled[0], remedy="名を分けてください")
        for sibling in self.siblings:
            if sibling.disinherited:
                raise InvalidInput(
                    "兄弟姉妹は廃除の対象になりません（民法892条）", place="兄弟姉妹", found=sibling.name
                )
        for ascendant in self.ascendants:
            if ascendant.degree < 1:
                raise InvalidInput(
                    "親等が正しくありません", place=ascendant.name, found=str(ascendant.degree), expected="1以上"
                )

    def everyone(self) -> Iterator[Relative]:
        """All relatives, each before its children."""
        spouse = (self.spouse,) if self.spouse else ()
        for relative in (*spouse, *self.children, *self.ascendants, *self.siblings):
            yield from _with_children(relative)

    def had_died(self, relative: Relative) -> bool:
        """Whether a relative died before or together with the person (相続の開始以前)."""
        return relative.died_on is not None and relative.died_on <= self.died_on


def _with_children(relative: Relative) -> Iterator[Relative]:
    yield relative
    for child in relative.children:
        yield from _with_children(child)
