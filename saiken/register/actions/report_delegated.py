"""Records that delegated decisions were reported to the assembly (専決処分の報告).

The one idea: what the mayor decided by delegation is reported later (自治法180条2項); what is not reported yet stays on the list.
"""

from collections.abc import Collection
from datetime import date

from saiken.domain.acts.routes import Level
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._proposals import add_step
from saiken.register.models import Proposal
from saiken.register.proposal_words import StepKind
from saiken.register.queries.deciders import decider


@action
def report_delegated(
    *, proposal_ids: Collection[int], reported_on: date, report_number: str, by: str, on: date
) -> Done[int]:
    """Write the report on each of them; raises Refused for one not decided so or reported before. Returns how many."""
    if not proposal_ids or not report_number.strip():
        raise InvalidInput("報告の番号又は対象がありません", place="報告", expected="報告第3号 と一件以上の起案")
    for proposal_id in sorted(set(proposal_ids)):
        proposal = found(Proposal, proposal_id, called="起案")
        _demand_reportable(proposal, by=by, on=on)
        add_step(
            proposal,
            StepKind.STEP_REPORTED,
            by=by,
            on=on,
            level=Level.DELEGATED_DECISION.value,
            decided_on=reported_on,
            decision_number=report_number.strip(),
        )
    return Done(len(set(proposal_ids)), f"{report_number.strip()} {len(set(proposal_ids))}件", {"on": reported_on})


def _demand_reportable(proposal: Proposal, *, by: str, on: date) -> None:
    """専決処分の報告は、専決処分がされ、まだ報告されていないものについて、その所属の決裁者が記録する."""
    decided = proposal.steps.filter(kind=StepKind.STEP_APPROVED.value, level=Level.DELEGATED_DECISION.value)
    if not decided.exists():
        raise Refused(f"{proposal.document_number}は専決処分がされていません")
    if proposal.steps.filter(kind=StepKind.STEP_REPORTED.value).exists():
        raise Refused(f"{proposal.document_number}はすでに議会に報告されています")
    if decider(by, proposal.office_id, on=on) is None:
        raise Refused("報告の記録は、その所属の決裁者だけができます")
