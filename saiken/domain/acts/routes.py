"""Who must approve an act before it is carried out (決裁区分), read from `routes.toml` and a municipality's file over it.

The one idea: for an act, the legal classes of its claims and what is owed on them, a list of levels in the order in which they decide; an
empty list means that nobody need approve. Who sits at a level is the register's matter.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput

#: The name of the file in the package and in a municipality's folder.
FILE_NAME = "routes.toml"

_BASE = Path(__file__).parent
_KNOWN = frozenset({"document_number", "abbreviations", "routes"})
_KNOWN_OF_ROUTE = frozenset({"acts", "legal_classes", "from_yen", "levels"})
_ENDINGS = ("課", "室", "係")


class Level(StrEnum):
    """課長決裁, 局長決裁, 債権回収対策室合議, 市長の専決処分, 議会の議決: in the order in which they decide."""

    SECTION_MANAGER = "section_manager_level"
    BUREAU = "bureau_level"
    RECOVERY_OFFICE = "recovery_office_level"
    DELEGATED_DECISION = "delegated_decision"
    ASSEMBLY_VOTE = "assembly_vote"

    @property
    def is_recorded(self) -> bool:
        """Whether the decision falls outside the office, which only records its day and number."""
        return self in (Level.DELEGATED_DECISION, Level.ASSEMBLY_VOTE)


_ORDER = tuple(Level)
_WORDS = {
    "section_manager": Level.SECTION_MANAGER,
    "bureau": Level.BUREAU,
    "recovery_office": Level.RECOVERY_OFFICE,
    "delegated_decision": Level.DELEGATED_DECISION,
    "assembly_vote": Level.ASSEMBLY_VOTE,
}


@dataclass(frozen=True)
class Route:
    """One entry for one act: it holds for claims of these classes that together owe `from_yen` or more."""

    act: str
    legal_classes: frozenset[LegalClass]
    from_yen: int
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Routes:
    """The entries by act, and how a document's number is written."""

    of_act: Mapping[str, tuple[Route, ...]]
    document_number: str
    abbreviations: Mapping[str, str]

    def levels(self, act: str, *, legal_classes: Iterable[LegalClass], owed_yen: int) -> tuple[Level, ...]:
        """決裁は、処理の種類、債権区分及び金額に応じて受ける: the levels; of several classes all that one of them asks for."""
        asked: set[Level] = set()
        for legal_class in set(legal_classes):
            asked.update(self._of_class(act, legal_class, owed_yen=owed_yen))
        return tuple(level for level in _ORDER if level in asked)

    def number(self, office: str, *, count: int) -> str:
        """The document's number as it is printed: 介護保険第12号."""
        sign = self.abbreviations.get(office) or _without_ending(office)
        return self.document_number.format(office=sign, number=count)

    def _of_class(self, act: str, legal_class: LegalClass, *, owed_yen: int) -> tuple[Level, ...]:
        reached = [
            route
            for route in self.of_act.get(act, ())
            if legal_class in route.legal_classes and route.from_yen <= owed_yen
        ]
        return max(reached, key=_from_yen).levels if reached else ()


def load_routes(overlays: Sequence[Path] = (), *, base: Path = _BASE) -> Routes:
    """Read the package's file and the files of the folders over it; raises InvalidInput naming file and entry."""
    of_act: dict[str, tuple[Route, ...]] = {}
    pattern, abbreviations = "", {}
    for folder in (base, *overlays):
        path = folder.joinpath(FILE_NAME)
        book = _read(path)
        of_act.update(_routes(book.get("routes", ()), place=str(path)))
        abbreviations.update(book.get("abbreviations", {}))
        pattern = book.get("document_number", pattern)
        _check_pattern(pattern, place=str(path))
    return Routes(of_act, pattern, abbreviations)


def _read(path: Path) -> dict[str, Any]:
    try:
        book = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidInput("決裁区分のファイルが読めません", place=str(path), found=str(error)) from error
    _only_known(book, _KNOWN, place=str(path))
    return book


def _routes(entries: Sequence[Mapping[str, Any]], *, place: str) -> dict[str, tuple[Route, ...]]:
    found: dict[str, tuple[Route, ...]] = {}
    for position, entry in enumerate(entries, start=1):
        here = f"{place} routes {position}"
        _only_known(entry, _KNOWN_OF_ROUTE, place=here)
        for act in entry.get("acts", ()):
            route = Route(act, _classes(entry, here), _yen(entry, here), _levels(entry, here))
            _refuse_twice(route, found.get(act, ()), place=here)
            found[act] = (*found.get(act, ()), route)
    return found


def _classes(entry: Mapping[str, Any], place: str) -> frozenset[LegalClass]:
    names = entry.get("legal_classes", [legal_class.value for legal_class in LegalClass])
    unknown = [name for name in names if name not in set(LegalClass)]
    if unknown:
        raise InvalidInput("債権区分がありません", place=place, found=str(unknown[0]), expected="、".join(LegalClass))
    return frozenset(LegalClass(name) for name in names)


def _yen(entry: Mapping[str, Any], place: str) -> int:
    yen = entry.get("from_yen", 0)
    if not isinstance(yen, int) or yen < 0:
        raise InvalidInput("金額は0以上の整数です", place=place, found=str(yen))
    return yen


def _levels(entry: Mapping[str, Any], place: str) -> tuple[Level, ...]:
    names = entry.get("levels", ())
    unknown = [name for name in names if name not in _WORDS]
    if unknown:
        raise InvalidInput("決裁の段階がありません", place=place, found=str(unknown[0]), expected="、".join(_WORDS))
    asked = {_WORDS[name] for name in names}
    return tuple(level for level in _ORDER if level in asked)


def _refuse_twice(route: Route, others: Sequence[Route], *, place: str) -> None:
    """同じ処理、債権区分及び金額について、決裁区分を二度定めることはできない."""
    same = [one for one in others if one.from_yen == route.from_yen and one.legal_classes & route.legal_classes]
    if same:
        raise InvalidInput("同じ処理・債権区分・金額の決裁区分が二度あります", place=place, found=route.act)


def _check_pattern(pattern: str, *, place: str) -> None:
    if "{office}" not in pattern or "{number}" not in pattern:
        raise InvalidInput(
            "文書番号の形に {office} と {number} がありません",
            place=place,
            found=pattern,
            expected="{office}第{number}号",
        )


def _only_known(entry: Mapping[str, Any], known: frozenset[str], *, place: str) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise InvalidInput("知らない項目です", place=place, found=unknown[0], expected="、".join(sorted(known)))


def _without_ending(office: str) -> str:
    return next((office.removesuffix(ending) for ending in _ENDINGS if office.endswith(ending)), office)


def _from_yen(route: Route) -> int:
    return route.from_yen
