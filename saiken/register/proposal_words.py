"""The words of approvals: how a proposal stands, and what happened to it.

The one idea: a proposal's standing follows from its steps and is nothing of its own. What each step demands is written in the actions.
"""

from enum import StrEnum


class ProposalState(StrEnum):
    """起案中, 決裁待ち, 決裁済み（未実行）, 差戻し, 取下げ, 再確認待ち, 実行済み, 失効, 否決."""

    BEING_DRAFTED = "being_drafted"
    AWAITING_APPROVAL = "awaiting_approval"
    PROPOSAL_APPROVED = "proposal_approved"
    SENT_BACK = "sent_back"
    PROPOSAL_WITHDRAWN = "proposal_withdrawn"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    PROPOSAL_CARRIED_OUT = "proposal_carried_out"
    PROPOSAL_LAPSED = "proposal_lapsed"
    VOTED_DOWN = "voted_down"


#: Nothing more happens to such a proposal.
ENDED = frozenset(
    {
        ProposalState.PROPOSAL_CARRIED_OUT,
        ProposalState.PROPOSAL_LAPSED,
        ProposalState.VOTED_DOWN,
        ProposalState.PROPOSAL_WITHDRAWN,
    }
)
#: Such a proposal keeps another about the same claims and act from being drafted.
RUNS = frozenset(
    {
        ProposalState.BEING_DRAFTED,
        ProposalState.AWAITING_APPROVAL,
        ProposalState.PROPOSAL_APPROVED,
        ProposalState.AWAITING_CONFIRMATION,
    }
)
#: Somebody must decide.
WAITS = frozenset({ProposalState.AWAITING_APPROVAL, ProposalState.AWAITING_CONFIRMATION})
#: A drafter may take it back or make a new version of it.
REDRAFTED = frozenset({ProposalState.SENT_BACK, ProposalState.PROPOSAL_WITHDRAWN})


class StepKind(StrEnum):
    """提出, 承認, 差戻し, 取下げ, 事実の変化, 再確認, 実行, 失効, 否決, 議会への報告."""

    STEP_SUBMITTED = "step_submitted"
    STEP_APPROVED = "step_approved"
    STEP_SENT_BACK = "step_sent_back"
    STEP_WITHDRAWN = "step_withdrawn"
    STEP_FOUND_CHANGED = "step_found_changed"
    STEP_CONFIRMED = "step_confirmed"
    STEP_CARRIED_OUT = "step_carried_out"
    STEP_LAPSED = "step_lapsed"
    STEP_VOTED_DOWN = "step_voted_down"
    STEP_REPORTED = "step_reported"
