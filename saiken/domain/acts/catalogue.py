"""The catalogue of acts (処理) that an office can do about a person's claims, loaded from `kinds/*.toml`.

The one idea: what an act is called, asks and writes is data; what the law demands of it is a rule found by name in `preconditions`, who
must approve it stands in `routes`. A kind with a `screen` has a form of its own; all others share one.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.law.citation import Citation, cite

_KINDS = Path(__file__).parent / "kinds"


class Writes(StrEnum):
    """What an act leaves on each claim besides itself: nothing, a case event, the end of a running one, a ledger entry."""

    NOTHING = "nothing"
    EVENT = "event"
    CONCLUSION = "conclusion"
    ENTRY = "entry"


class FieldKind(StrEnum):
    """How a field is filled in. PARTIES are obligors of the claims, RUNNING one of the running events that the act ends.

    PROPERTY is one that was found of the person, EVIDENCE answers that there is nothing, PLAN a whole plan of instalments as JSON.
    """

    DAY = "day"
    YEN = "yen"
    COUNT = "count"
    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHECK = "check"
    PARTIES = "parties"
    RUNNING = "running"
    PROPERTY = "property"
    EVIDENCE = "evidence"
    PLAN = "plan"


@dataclass(frozen=True)
class Choice:
    """One answer of a field."""

    id: str
    japanese: str
    english: str


@dataclass(frozen=True)
class Field:
    """One field of a form; `about` explains it in one line of either language, `default_days` counts from the day of the act.

    `longest` is the number of characters that fit, `role` narrows PARTIES to those who answer in it.
    """

    id: str
    kind: FieldKind
    japanese: str
    english: str
    required: bool = False
    choices: tuple[Choice, ...] = ()
    about: str = ""
    about_english: str = ""
    default: str = ""
    default_days: int | None = None
    longest: int = 300
    role: PartyRole | None = None


#: The fields that every common form ends with; they are not written in the files.
COMMON_FIELDS = (
    Field("on", FieldKind.DAY, "処理の日", "Day of the act", required=True, default_days=0),
    Field("document_number", FieldKind.TEXT, "文書番号", "Document number", longest=40),
    Field("next_on", FieldKind.DAY, "次の連絡・期限", "Next date"),
    Field("note", FieldKind.LONG_TEXT, "記録", "Note", longest=2_000),
)


@dataclass(frozen=True)
class ActKind:
    """One act. `event` is begun or ended on each claim, `outcomes` are the ways in which it may end, `entry` is what the ledger gets.

    `precondition` names the rule, empty where no law stands in the way; `then` names the acts that usually follow.
    """

    id: str
    group: str
    japanese: str
    english: str
    about: str
    about_english: str
    writes: Writes
    event: EventKind | None
    outcomes: tuple[Outcome, ...]
    entry: EntryKind | None
    legal_classes: frozenset[LegalClass]
    precondition: str
    screen: str
    then: tuple[str, ...]
    citations: tuple[Citation, ...]
    fields: tuple[Field, ...]

    @property
    def form_fields(self) -> tuple[Field, ...]:
        """Its own fields and those that every form ends with."""
        return (*self.fields, *COMMON_FIELDS)

    @property
    def asks_for_role(self) -> bool:
        """Whether some field wants people who answer in one role."""
        return any(one.role for one in self.fields)


@dataclass(frozen=True)
class ActGroup:
    """A heading of the menu of acts."""

    id: str
    japanese: str
    english: str


@dataclass(frozen=True)
class ActCatalogue:
    """The acts by id in printed order and their groups."""

    kinds: Mapping[str, ActKind]
    groups: tuple[ActGroup, ...]

    def of_group(self, group_id: str) -> tuple[ActKind, ...]:
        """The acts of one group in printed order."""
        return tuple(kind for kind in self.kinds.values() if kind.group == group_id)

    def open_to(self, legal_classes: frozenset[LegalClass]) -> Iterator[ActKind]:
        """The acts that claims of all these classes admit."""
        return (kind for kind in self.kinds.values() if legal_classes <= kind.legal_classes)


def load_acts(folder: Path = _KINDS) -> ActCatalogue:
    """Everything about the acts; KeyError or ValueError for a file that names what does not exist."""
    groups: list[ActGroup] = []
    kinds: dict[str, ActKind] = {}
    for path in sorted(folder.glob("*.toml")):
        book = tomllib.loads(path.read_text(encoding="utf-8"))
        groups.append(ActGroup(**book["group"]))
        kinds.update((entry["id"], _kind(entry, book["group"]["id"])) for entry in book["acts"])
    return ActCatalogue(kinds, tuple(groups))


def _kind(entry: Mapping[str, Any], group: str) -> ActKind:
    return ActKind(
        id=entry["id"],
        group=group,
        japanese=entry["japanese"],
        english=entry["english"],
        about=entry.get("about", ""),
        about_english=entry.get("about_english", ""),
        writes=Writes(entry["writes"]),
        event=EventKind(entry["event"]) if "event" in entry else None,
        outcomes=tuple(Outcome(one) for one in entry.get("outcomes", ())),
        entry=EntryKind(entry["entry"]) if "entry" in entry else None,
        legal_classes=frozenset(LegalClass(one) for one in entry.get("legal_classes", tuple(LegalClass))),
        precondition=entry.get("precondition", ""),
        screen=entry.get("screen", ""),
        then=tuple(entry.get("then", ())),
        citations=tuple(cite(written) for written in entry.get("cites", ())),
        fields=_fields(entry.get("fields", ())),
    )


def _fields(entries: Sequence[Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(
        Field(
            **{
                **entry,
                "kind": FieldKind(entry["kind"]),
                "choices": tuple(Choice(*choice) for choice in entry.get("choices", ())),
                "role": PartyRole(entry["role"]) if "role" in entry else None,
            }
        )
        for entry in entries
    )
