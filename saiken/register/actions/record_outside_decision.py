"""Records how the assembly voted or what the mayor decided by delegation (議決・専決処分の記録).

The one idea: one vote may decide a bundle of proposals; its day and number are written on each of them, all or none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.routes import Level
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, demand_decider, proposal_seen
from saiken.register.proposal_words import ProposalState, StepKind


@dataclass(frozen=True)
class OutsideDecision:
    """`passed` or voted down, on a day and under a number (議案第何号、専決第何号); voted down needs a reason."""

    level: Level
    passed: bool
    decided_on: date
    decision_number: str
    reason: str = ""


@action
def record_outside_decision(*, seen: Mapping[int, int], decision: OutsideDecision, by: str, on: date) -> Done[int]:
    """Write it on each proposal; `seen` is the last step seen by proposal. Returns how many."""
    _judge(seen, decision, on=on)
    kind = StepKind.STEP_APPROVED if decision.passed else StepKind.STEP_VOTED_DOWN
    for proposal_id in sorted(seen):
        proposal = proposal_seen(proposal_id, seen=seen[proposal_id], allowed={ProposalState.AWAITING_APPROVAL})
        if proposal.standing.level != decision.level.value:
            raise Refused(f"{proposal.document_number}は、この決定を待っていません")
        if decision.decided_on < proposal.drafted_on:
            raise InvalidInput("決定の日が起案の日より前です", place="決定の日", found=decision.decided_on.isoformat())
        approver = demand_decider(proposal, by=by, on=on)
        add_step(
            proposal,
            kind,
            by=by,
            on=on,
            reason=decision.reason.strip(),
            on_behalf_of=approver.on_behalf_of,
            decided_on=decision.decided_on,
            decision_number=decision.decision_number.strip(),
        )
    return Done(
        len(seen),
        f"{decision.decision_number.strip()} {len(seen)}件",
        {"proposals": sorted(seen), "decided_on": decision.decided_on, "passed": decision.passed},
    )


def _judge(seen: Mapping[int, int], decision: OutsideDecision, *, on: date) -> None:
    if not seen:
        raise InvalidInput("起案が選ばれていません", place="起案", expected="一件以上")
    if not decision.decision_number.strip():
        raise InvalidInput("議案又は専決の番号がありません", place="番号", expected="議案第12号 など")
    if decision.decided_on > on:
        raise InvalidInput("決定の日が記録の日より後です", place="決定の日", found=decision.decided_on.isoformat())
    if not decision.passed and not decision.reason.strip():
        raise InvalidInput("認められなかった理由がありません", place="理由", expected="後で読んで分かる文")
