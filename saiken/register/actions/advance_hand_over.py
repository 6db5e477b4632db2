"""Takes the next step of a hand-over: send a draft, accept, refuse, report results, return, halt, close.

The one idea: the step that was seen must still be the last one, so of two people who act at once one is told what the other did. Accepting
and ending move the claims between the offices in the same transaction; a report keeps what came in and what was done, computed.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import Outcome
from saiken.domain.claim.hand_over import HandOverStepKind, Side, demand_step
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._hand_overs import add_step, claims_of, give, give_back, is_held
from saiken.register.models import HandOver, HandOverStanding, HandOverStep
from saiken.register.queries.custody import handled_claims
from saiken.register.queries.hand_over_report import report_figures

#: Steps that keep what came of it until then.
_REPORTING = frozenset({HandOverStepKind.RESULT_REPORTED, HandOverStepKind.RETURNED, HandOverStepKind.CLOSED})


@dataclass(frozen=True)
class NextStep:
    """`offices` are those the person works for; `seen` is the last step that the person saw, `seen_place` which one it was, if told."""

    hand_over_id: int
    kind: HandOverStepKind
    offices: frozenset[int]
    seen: str
    reason: str = ""
    seen_place: int | None = None


@action
def advance_hand_over(*, step: NextStep, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Take the step; the number of its place."""
    hand_over = found(HandOver, step.hand_over_id, called="引継ぎ")
    standing = HandOverStanding.objects.get(hand_over=hand_over)
    sides = _sides_of(hand_over, step.offices)
    if not sides:
        raise Refused("この引継ぎは、他の所属の間のものです")
    last = hand_over.steps.order_by("place").last()
    if last is not None and step.seen_place == last.place - 1 and _is_same(step, last, by=by):
        return Done(last.place, f"引継ぎ {hand_over.number}", {"already": True})
    demand_step(step.kind, after=HandOverStepKind(standing.step), sides=sides, reason=step.reason)
    if step.seen != standing.step or (last is not None and step.seen_place not in (None, last.place)):
        raise Refused("表示した後に、ほかの人がこの引継ぎを進めました。今の状態を確かめてください")
    if on < standing.since_on:
        raise InvalidInput(
            "前の手続より前の日付です",
            place="on",
            found=on.isoformat(),
            expected=f"{standing.since_on.isoformat()}以後",
        )
    was_held = is_held(standing.step)
    figures = (
        report_figures(hand_over, accepted_on=standing.accepted_on, until_on=on) if step.kind in _REPORTING else {}
    )
    added = add_step(hand_over, step.kind, reason=step.reason, figures=figures, by=by, on=on)
    if step.kind is HandOverStepKind.ACCEPTED:
        give(hand_over, lawbook=lawbook, by=by, on=on)
    elif step.kind.gives_back and was_held:
        _end(hand_over, step.kind, lawbook=lawbook, by=by, on=on)
    return Done(added.place, f"引継ぎ {hand_over.number}", {"step": step.kind, "reason": step.reason})


def _is_same(step: NextStep, last: HandOverStep, *, by: str) -> bool:
    """Whether the last step is this one, sent a second time."""
    return (last.kind, last.reason, last.recorded_by) == (step.kind.value, step.reason, by)


def _end(hand_over: HandOver, kind: HandOverStepKind, *, lawbook: LawBook, by: str, on: date) -> None:
    if kind is HandOverStepKind.CLOSED and any(
        claim.balance_yen > 0 for claim in handled_claims(claims_of(hand_over)).values()
    ):
        raise Refused("残高のある債権があるため完了にできません。返還してください")
    outcome = Outcome.COMPLETED if kind is HandOverStepKind.CLOSED else Outcome.WITHDRAWN
    give_back(hand_over, outcome=outcome, lawbook=lawbook, by=by, on=on)


def _sides_of(hand_over: HandOver, offices: frozenset[int]) -> frozenset[Side]:
    """On which sides of it somebody of these offices stands."""
    sides = {Side.GIVING: hand_over.from_office_id, Side.RECEIVING: hand_over.to_office_id}
    return frozenset(side for side, office_id in sides.items() if office_id in offices)
