"""The catalogue of worklists, loaded from `catalogue.toml`, and what the municipality chose about them.

The one idea: names, groups, next acts and thresholds are data; the rule of a list is found by its id. It reads no facts.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saiken.domain.errors import InvalidInput
from saiken.law.citation import Citation, cite

#: The name of the file in a municipality's folder.
FILE_NAME = "worklists.toml"

_CATALOGUE = Path(__file__).parent / "catalogue.toml"


@dataclass(frozen=True)
class ListSettings:
    """The numbers of `[settings]`: months, days, counts and yen from which a list takes somebody up."""

    prescription_months: int
    untouched_months: int
    answer_days: int
    seizure_notice_days: int
    returned_mail_times: int
    instalments_unpaid: int
    large_balance_yen: int
    small_balance_yen: int
    arrears_months: int
    guarantor_months: int
    review_months: int
    review_ahead_days: int
    conversion_months: int
    extinct_ahead_months: int
    changed_days: int
    undo_minutes: int
    young_child_months: int
    young_child_yen: int


@dataclass(frozen=True)
class WorkList:
    """One list. `by_person`: a row is a person at an office, else a claim. `held_by`: what takes a row out while it lasts.

    `next_act` is the kind of act that the row offers, `mark` the mark of the person that puts him or her on the list.
    """

    id: str
    japanese: str
    english: str
    group: str
    about: str
    next_act: str
    by_person: bool
    bulk: bool
    held_by: frozenset[str]
    mark: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ListGroup:
    """A heading of the first page."""

    id: str
    japanese: str
    english: str


@dataclass(frozen=True)
class Catalogue:
    """The lists by id in printed order, their groups, the settings."""

    lists: Mapping[str, WorkList]
    groups: tuple[ListGroup, ...]
    settings: ListSettings

    def of_group(self, group_id: str) -> tuple[WorkList, ...]:
        """The lists of one group in printed order."""
        return tuple(one for one in self.lists.values() if one.group == group_id)


def load_catalogue(overlay: Path | None = None) -> Catalogue:
    """Everything about the lists; the folder's `worklists.toml` may give other numbers. Raises InvalidInput naming file and entry."""
    book = tomllib.loads(_CATALOGUE.read_text(encoding="utf-8"))
    numbers = book["settings"] | (_own_numbers(overlay.joinpath(FILE_NAME), book["settings"]) if overlay else {})
    lists = (_list(entry) for entry in book["lists"])
    return Catalogue(
        {one.id: one for one in lists},
        tuple(ListGroup(**entry) for entry in book["groups"]),
        ListSettings(**numbers),
    )


def _own_numbers(path: Path, known: Mapping[str, int]) -> dict[str, int]:
    """The municipality's numbers: only those that the package knows, whole and above zero."""
    try:
        book = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidInput("一覧の設定のファイルが読めません", place=str(path), found=str(error)) from error
    own = book.pop("settings", {})
    unknown = [*book, *(name for name in own if name not in known)]
    if unknown:
        raise InvalidInput("知らない項目です", place=str(path), found=unknown[0], expected="、".join(known))
    for name, number in own.items():
        if type(number) is not int or number < 1:
            raise InvalidInput("1以上の整数です", place=f"{path} {name}", found=str(number), expected="1以上の整数")
    return dict(own)


def _list(entry: Mapping[str, Any]) -> WorkList:
    return WorkList(
        id=entry["id"],
        japanese=entry["japanese"],
        english=entry["english"],
        group=entry["group"],
        about=entry["about"],
        next_act=entry["next_act"],
        by_person=entry.get("row", "claim") == "person",
        bulk=entry.get("bulk", False),
        held_by=frozenset(entry.get("held_by", ())),
        mark=entry.get("mark", ""),
        citations=tuple(cite(written) for written in entry.get("cites", ())),
    )
