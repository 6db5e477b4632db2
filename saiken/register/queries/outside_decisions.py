"""What waits for the assembly or for the mayor's delegated decision, and what was decided so and is still to be reported.

The one idea: one bundle for one level and stage, with its proposals and the sums by receivable as they were drafted; the paper for the
assembly and the list of reports are printed from it. It names no persons; proposals of offices that the scope sees alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet

from saiken.domain.acts.routes import Level
from saiken.register.access import log_read
from saiken.register.models import Claim, Proposal, ProposalStanding, ProposalStep
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.proposals import ProposalLine, lines_of, of_offices
from saiken.register.queries.scope import Scope

#: The most proposals of one paper.
MOST_IN_PAPER = 500


class Stage(StrEnum):
    """決定待ち, 決定済み（専決処分では未報告のもの）, 報告済み."""

    TO_BE_DECIDED = "to_be_decided"
    DECIDED_OUTSIDE = "decided_outside"
    REPORTED_OUTSIDE = "reported_outside"


@dataclass(frozen=True)
class OutsideLine:
    """A proposal with the day and number of the decision and of the report, as far as there are any."""

    line: ProposalLine
    reason: str
    decided_on: date | None = None
    decision_number: str = ""
    reported_on: date | None = None
    report_number: str = ""


@dataclass(frozen=True)
class ReceivableSum:
    """The claims of one receivable in the bundle, with their balances at drafting."""

    number: str
    name: str
    claims: int
    yen: int


@dataclass(frozen=True)
class Bundle:
    """`has_more` when there are more proposals than one paper holds."""

    lines: tuple[OutsideLine, ...]
    sums: tuple[ReceivableSum, ...]
    claims: int
    persons: int
    yen: int
    has_more: bool


def bundle_of(level: Level, stage: Stage, *, scope: Scope) -> Bundle:
    """The proposals of a level at a stage, oldest first."""
    rows = of_offices(_at(level, stage), scope).order_by("proposal_id").select_related("proposal__office")
    kept = list(rows[: MOST_IN_PAPER + 1])
    shown = kept[:MOST_IN_PAPER]
    log_read(scope, what="proposals", subject=f"{level.value} {stage.value}")
    proposals = [row.proposal for row in shown]
    return Bundle(
        lines=_lines(shown, level),
        sums=_sums(proposals),
        claims=sum(proposal.claim_count for proposal in proposals),
        persons=sum(proposal.person_count for proposal in proposals),
        yen=sum(proposal.total_yen for proposal in proposals),
        has_more=len(kept) > MOST_IN_PAPER,
    )


def _at(level: Level, stage: Stage) -> QuerySet[ProposalStanding]:
    if stage is Stage.TO_BE_DECIDED:
        return ProposalStanding.objects.filter(standing=ProposalState.AWAITING_APPROVAL.value, level=level.value)
    steps = ProposalStep.objects.filter(proposal=OuterRef("pk"))
    decided = steps.filter(kind=StepKind.STEP_APPROVED.value, level=level.value)
    reported = steps.filter(kind=StepKind.STEP_REPORTED.value)
    rows = ProposalStanding.objects.filter(Exists(decided))
    return rows.filter(Exists(reported)) if stage is Stage.REPORTED_OUTSIDE else rows.exclude(Exists(reported))


def _lines(rows: list[ProposalStanding], level: Level) -> tuple[OutsideLine, ...]:
    ids = [row.proposal_id for row in rows]
    steps = ProposalStep.objects.filter(proposal_id__in=ids, decided_on__isnull=False, level=level.value)
    of_kind = {(step.proposal_id, step.kind): step for step in steps}
    found = []
    for row, line in zip(rows, lines_of(rows), strict=True):
        decided = of_kind.get((row.proposal_id, StepKind.STEP_APPROVED.value))
        reported = of_kind.get((row.proposal_id, StepKind.STEP_REPORTED.value))
        found.append(
            OutsideLine(
                line,
                row.proposal.reason,
                decided.decided_on if decided else None,
                decided.decision_number if decided else "",
                reported.decided_on if reported else None,
                reported.decision_number if reported else "",
            )
        )
    return tuple(found)


def _sums(proposals: Iterable[Proposal]) -> tuple[ReceivableSum, ...]:
    """By receivable in the order of their numbers."""
    owed: dict[int, int] = {}
    for proposal in proposals:
        kept = proposal.basis["claims"]
        owed |= {int(claim_id): facts["balance_yen"] for claim_id, facts in kept.items()}
    claims = Claim.objects.filter(pk__in=list(owed)).values_list("pk", "receivable__number", "receivable__name")
    found: dict[tuple[str, str], list[int]] = {}
    for claim_id, number, name in claims:
        found.setdefault((number, name), []).append(owed[claim_id])
    return tuple(ReceivableSum(number, name, len(yen), sum(yen)) for (number, name), yen in sorted(found.items()))
