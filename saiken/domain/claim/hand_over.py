"""Handing a case over from one office to another (引継ぎ): its steps, who may take them, and on which conditions it is proposed.

The one idea: a hand-over is a row of steps, each taken by the giving or the receiving side; what may follow what is one table. Conditions
are data (`hand_over_conditions.toml`). Who handles which claim meanwhile is the register's matter.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from saiken.domain.errors import InvalidInput, Refused

_FILE = Path(__file__).with_name("hand_over_conditions.toml")


class HandOverStepKind(StrEnum):
    """案, 引継ぎの申出, 受入れ, 受入れの拒否, 中止, 結果の報告, 返還, 完了."""

    DRAFTED = "hand_over_drafted"
    PROPOSED = "hand_over_proposed"
    ACCEPTED = "hand_over_accepted"
    REFUSED = "hand_over_refused"
    HALTED = "hand_over_halted"
    RESULT_REPORTED = "hand_over_result"
    RETURNED = "hand_over_returned"
    CLOSED = "hand_over_closed"

    @property
    def needs_reason(self) -> bool:
        """Whether whoever takes the step must say why."""
        return self in _REASONED

    @property
    def gives_back(self) -> bool:
        """Whether the claims go back to the giving office, had they been accepted."""
        return self in _ENDS - {HandOverStepKind.REFUSED}


class Side(StrEnum):
    """引き継ぐ側 and 引き継がれる側."""

    GIVING = "giving_office"
    RECEIVING = "receiving_office"


_Step = HandOverStepKind
_REASONED = frozenset({_Step.REFUSED, _Step.HALTED, _Step.RETURNED, _Step.RESULT_REPORTED})
_ENDS = frozenset({_Step.REFUSED, _Step.HALTED, _Step.RETURNED, _Step.CLOSED})
_ACCEPTED_NEXT = {
    _Step.RESULT_REPORTED: Side.RECEIVING,
    _Step.RETURNED: Side.RECEIVING,
    _Step.CLOSED: Side.RECEIVING,
    _Step.HALTED: Side.GIVING,
}

#: What may follow which step, and whose step it is; what is missing is the end.
NEXT: dict[HandOverStepKind, dict[HandOverStepKind, Side]] = {
    _Step.DRAFTED: {_Step.PROPOSED: Side.GIVING, _Step.HALTED: Side.GIVING},
    _Step.PROPOSED: {_Step.ACCEPTED: Side.RECEIVING, _Step.REFUSED: Side.RECEIVING, _Step.HALTED: Side.GIVING},
    _Step.ACCEPTED: _ACCEPTED_NEXT,
    _Step.RESULT_REPORTED: _ACCEPTED_NEXT,
}

#: The steps during which the receiving office handles the claims.
HELD = frozenset({_Step.ACCEPTED, _Step.RESULT_REPORTED})

#: The steps after which a hand-over still runs.
RUNNING = frozenset(NEXT)

_SENTENCES = {
    _Step.ACCEPTED: "この引継ぎはすでに受け入れられています",
    _Step.RESULT_REPORTED: "この引継ぎはすでに受け入れられています",
    _Step.REFUSED: "この引継ぎは受け入れられませんでした",
    _Step.HALTED: "この引継ぎは中止されています",
    _Step.RETURNED: "この引継ぎは返還されています",
    _Step.CLOSED: "この引継ぎは完了しています",
}
_SIDES = {Side.GIVING: "引き継ぐ側の所属", Side.RECEIVING: "引継ぎを受ける側の所属"}


def steps_of(last: HandOverStepKind, sides: frozenset[Side]) -> tuple[HandOverStepKind, ...]:
    """The steps that somebody of these sides may take next."""
    return tuple(step for step, side in NEXT.get(last, {}).items() if side in sides)


def demand_step(step: HandOverStepKind, *, after: HandOverStepKind, sides: frozenset[Side], reason: str) -> None:
    """引継ぎは、申し出た側と受ける側が、定められた順に進める.

    Raises Refused when the step cannot follow or is the other side's, InvalidInput when its reason is missing.
    """
    side = NEXT.get(after, {}).get(step)
    if side is None:
        raise Refused(_SENTENCES.get(after, "この引継ぎは、まだ申し出られていません"))
    if side not in sides:
        raise Refused(f"これは{_SIDES[side]}が行うことです")
    if step.needs_reason and not reason.strip():
        raise InvalidInput("理由又は内容がありません", place="reason", expected="理由又は内容")


@dataclass(frozen=True)
class HandOverCondition:
    """One condition: what a rule must name for it (`needs`: months, yen or mark), and what it rests on."""

    id: str
    japanese: str
    english: str
    needs: str = ""
    mark: str = ""
    basis: str = ""


#: What a rule may have to name.
NEEDS = ("", "months", "yen", "mark")


@cache
def load_conditions() -> tuple[HandOverCondition, ...]:
    """All conditions in their order."""
    return read_conditions(_FILE.read_text(encoding="utf-8"))


def read_conditions(text: str) -> tuple[HandOverCondition, ...]:
    """The conditions of a catalogue's text; raises InvalidInput at the first that is not whole."""
    found = tuple(HandOverCondition(**table) for table in tomllib.loads(text)["conditions"])
    for condition in found:
        if condition.needs not in NEEDS or (condition.needs == "mark") is not bool(condition.mark):
            raise InvalidInput("引継ぎの条件が求めるものがありません", place=condition.id, found=condition.needs)
    if len({condition.id for condition in found}) < len(found):
        raise InvalidInput(
            "同じ引継ぎの条件が二度あります", place="hand_over_conditions.toml", expected="互いに異なる id"
        )
    return found


def condition_of(condition_id: str) -> HandOverCondition:
    """The condition with that id; raises InvalidInput when there is none."""
    for condition in load_conditions():
        if condition.id == condition_id:
            return condition
    raise InvalidInput(
        "引継ぎの条件がありません", place="condition", found=condition_id, expected="条件の一覧にあるもの"
    )
