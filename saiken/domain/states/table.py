"""The table of the sixteen states and their two orders, loaded from `table.toml`.

The one idea: a state is an id, a circled number, a group and a wording per legal class; which of several wins is an order written down
with its reasons. It classifies nothing.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from saiken.domain.claim.legal_class import LegalClass
from saiken.law.citation import Citation, cite

#: The two groups in printed order: 回収債権 and 整理債権.
GROUPS = ("recoverable", "settlement")

#: The edition whose reading of the facts is used unless another is asked for.
LATEST_EDITION = "2022"

_TABLE = Path(__file__).parent / "table.toml"


@dataclass(frozen=True)
class Next:
    """What would change a state, worded per class, and the state it leads to (empty: that depends on the other facts)."""

    state_id: str
    sentence: str
    sentence_other: str

    def sentence_for(self, legal_class: LegalClass) -> str:
        """The wording for a claim of that class."""
        return self.sentence if legal_class is LegalClass.PUBLIC_ENFORCEABLE else self.sentence_other


@dataclass(frozen=True)
class State:
    """One state: `id` S01 … S16, `mark` ① … ⑯, `group` recoverable | settlement, wording and rule per class, what changes it."""

    id: str
    mark: str
    group: str
    label: str
    label_other: str
    rule: str = ""
    rule_other: str = ""
    citations: tuple[Citation, ...] = ()
    citations_other: tuple[Citation, ...] = ()
    next: tuple[Next, ...] = ()

    def label_for(self, legal_class: LegalClass) -> str:
        """The wording for a claim of that class."""
        return self.label if legal_class is LegalClass.PUBLIC_ENFORCEABLE else self.label_other

    def rule_for(self, legal_class: LegalClass) -> str:
        """When the state holds, in one sentence, for a claim of that class."""
        return self.rule if legal_class is LegalClass.PUBLIC_ENFORCEABLE else self.rule_other

    def citations_for(self, legal_class: LegalClass) -> tuple[Citation, ...]:
        """Where the rule stands for a claim of that class."""
        return self.citations if legal_class is LegalClass.PUBLIC_ENFORCEABLE else self.citations_other


@dataclass(frozen=True)
class Reading:
    """What an edition of the form counts: ⑪ also where there certainly is no heir, ⑬ also a corporation's closed bankruptcy."""

    no_heir_counts: bool
    closed_corporation_counts: bool


@dataclass(frozen=True)
class StateTable:
    """The states by id, the two orders (first wins) with the reason of each place, and the reading of an edition."""

    states: Mapping[str, State]
    within_person: Mapping[str, str]
    across_persons: Mapping[str, str]
    reading: Reading

    @cached_property
    def across_rank(self) -> Mapping[str, int]:
        """The place of each state among persons, from 0."""
        return {state_id: place for place, state_id in enumerate(self.across_persons)}


def load_table(edition: str = LATEST_EDITION, path: Path = _TABLE) -> StateTable:
    """Everything about the states as an edition of the form reads it; KeyError for an unknown edition."""
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    return StateTable(
        states={entry["id"]: _state(entry) for entry in book["states"]},
        within_person=_order(book["rank_within_person"]),
        across_persons=_order(book["rank_across_persons"]),
        reading=Reading(**book["readings"][edition]),
    )


def load_states(path: Path = _TABLE) -> tuple[State, ...]:
    """The states in printed order."""
    return tuple(load_table(path=path).states.values())


def ids_of_group(states: tuple[State, ...], group: str) -> tuple[str, ...]:
    """The ids of one group in printed order."""
    return tuple(state.id for state in states if state.group == group)


def _state(entry: Mapping[str, Any]) -> State:
    return State(
        id=entry["id"],
        mark=entry["mark"],
        group=entry["group"],
        label=entry["label"],
        label_other=entry.get("label_other", entry["label"]),
        rule=entry["rule"],
        rule_other=entry.get("rule_other", entry["rule"]),
        citations=tuple(cite(written) for written in entry["cites"]),
        citations_other=tuple(cite(written) for written in entry.get("cites_other", entry["cites"])),
        next=tuple(_next(following) for following in entry["next"]),
    )


def _next(entry: Mapping[str, Any]) -> Next:
    return Next(entry["state"], entry["sentence"], entry.get("sentence_other", entry["sentence"]))


def _order(entries: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    return {entry["state"]: entry["why"] for entry in entries}
