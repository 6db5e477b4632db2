"""The table of the sixteen states, loaded from `table.toml`.

The one idea: a state is an id, a circled number, a group and a wording per legal class. It classifies nothing.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from saiken.domain.claim.legal_class import LegalClass

#: The two groups in printed order: 回収債権 and 整理債権.
GROUPS = ("recoverable", "settlement")

_TABLE = Path(__file__).parent / "table.toml"


@dataclass(frozen=True)
class State:
    """One state: `id` S01 … S16, `mark` ① … ⑯, `group` recoverable | settlement, wording per class."""

    id: str
    mark: str
    group: str
    label: str
    label_other: str

    def label_for(self, legal_class: LegalClass) -> str:
        """The wording for a claim of that class."""
        return self.label if legal_class is LegalClass.PUBLIC_ENFORCEABLE else self.label_other


def load_states(path: Path = _TABLE) -> tuple[State, ...]:
    """The states in printed order."""
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        State(
            id=entry["id"],
            mark=entry["mark"],
            group=entry["group"],
            label=entry["label"],
            label_other=entry.get("label_other", entry["label"]),
        )
        for entry in book["states"]
    )


def ids_of_group(states: tuple[State, ...], group: str) -> tuple[str, ...]:
    """The ids of one group in printed order."""
    return tuple(state.id for state in states if state.group == group)
