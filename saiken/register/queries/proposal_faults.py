"""Proposals whose content, steps, numbers or kept standing are not what they must be.

The one idea: hashes are taken anew, steps folded anew, the numbers of every office and year counted; nothing is trusted that was
written beside them. It corrects nothing.
"""

from collections.abc import Iterator

from django.db.models import Count, Max, Prefetch

from saiken.domain.acts.routes import Level
from saiken.register.models import Proposal, ProposalStanding, ProposalStep
from saiken.register.queries.faults import Fault
from saiken.register.queries.proposal_payload import hash_of
from saiken.register.queries.proposal_standing import stands

RULE = "proposal"

_CHUNK = 500


def proposals() -> Iterator[Fault]:
    """起案: the content is what was drafted and decided, the standing what the steps make of it, no number is missing."""
    yield from _numbers()
    in_turn = Prefetch("steps", ProposalStep.objects.order_by("position"))
    rows = Proposal.objects.order_by("pk").select_related("standing").prefetch_related(in_turn)
    for proposal in rows.iterator(chunk_size=_CHUNK):
        steps = list(proposal.steps.all())
        yield from _content(proposal, steps)
        yield from _standing(proposal, steps)


def _numbers() -> Iterator[Fault]:
    first = Proposal.objects.filter(version=1).values("office_id", "office__name", "fiscal_year")
    for row in first.annotate(last=Max("number"), all=Count("pk")).order_by("office_id", "fiscal_year"):
        if row["last"] != row["all"]:
            subject = f"起案 {row['office__name']} {row['fiscal_year']}年度"
            yield Fault(RULE, subject, f"文書番号は {row['last']} まであるのに、起案は {row['all']}件です")


def _content(proposal: Proposal, steps: list[ProposalStep]) -> Iterator[Fault]:
    subject = f"起案 {proposal.pk} {proposal.document_number}"
    if {hash_of(proposal.payload)} != {proposal.payload_hash, *(step.payload_hash for step in steps)}:
        yield Fault(RULE, subject, "内容が、起案又は決裁の時の照合値と合いません")
    if [step.position for step in steps] != list(range(1, len(steps) + 1)):
        yield Fault(RULE, subject, "経過の番号が続いていません")


def _standing(proposal: Proposal, steps: list[ProposalStep]) -> Iterator[Fault]:
    subject = f"起案 {proposal.pk} {proposal.document_number}"
    kept: ProposalStanding | None = getattr(proposal, "standing", None)
    if kept is None:
        yield Fault(RULE, subject, "状況の記録がありません")
        return
    now = stands([step.kind for step in steps], [Level(level) for level in proposal.levels])
    expected = (now.state.value, now.level.value if now.level else "", now.levels_done, len(steps))
    if (kept.standing, kept.level, kept.levels_done, kept.steps) != expected:
        yield Fault(RULE, subject, "一覧の状況が、経過から求めたものと違います")
    if (kept.office_id, kept.drafted_by, kept.act_kind) != (
        proposal.office_id,
        proposal.recorded_by,
        proposal.act_kind,
    ):
        yield Fault(RULE, subject, "一覧の所属、起案者又は処理が、起案と違います")
