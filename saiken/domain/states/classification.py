"""The answer of the classification: where a claim stands on a day, with its proof.

The one idea: one state wins and says why, every other condition that holds is listed with the reason it lost, and what would change the
answer next is named, with a day where time alone does it. It decides nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.law.citation import Citation


class Standing(StrEnum):
    """納期限前, 未納, 残高なし, 事実の確認が要る. Only an open claim (未納) is in a state."""

    NOT_DUE = "not_due"
    OPEN = "open"
    SETTLED = "no_balance"
    DATA_TO_CHECK = "data_to_check"


@dataclass(frozen=True)
class Holding:
    """A state whose condition holds for a party (its key): facts and rule in Japanese, articles, references of the events, since when."""

    state_id: str
    party: str
    sentence: str
    citations: tuple[Citation, ...]
    events: tuple[str, ...]
    since: date


@dataclass(frozen=True)
class Lost(Holding):
    """A condition that holds and does not decide; `why` names the rule of rank, in Japanese."""

    why: str


@dataclass(frozen=True)
class Change:
    """What would change the answer: on a day when time alone does (else None), and the state it leads to (empty: depends)."""

    on: date | None
    sentence: str
    state_id: str = ""


@dataclass(frozen=True)
class Contradiction:
    """Facts that cannot all be true: the rule's word, the sentence for whoever must look, references of the events."""

    rule: str
    sentence: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True)
class Classification:
    """Where a claim stands on a day. `next_change_on` is the earliest day on which the answer may differ without new facts.

    `completes_on` is the first day on which the period has run against every obligor, `extinct_on` the day on which suspension extinguishes
    the claim against all (None where there is no such day, or where the claim is not open).
    """

    standing: Standing
    state_id: str
    on: date
    proof: Holding | None = None
    lost: tuple[Lost, ...] = ()
    next_changes: tuple[Change, ...] = ()
    next_change_on: date | None = None
    contradictions: tuple[Contradiction, ...] = ()
    completes_on: date | None = None
    extinct_on: date | None = None
