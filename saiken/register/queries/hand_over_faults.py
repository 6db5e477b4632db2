"""Differences between what is kept of hand-overs and assignments and the rows that it follows from.

The one idea: standings follow from the last step, custody from the accepted hand-overs that have not ended, officers from the assignments.
It corrects nothing.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Subquery
from django.utils.timezone import localdate

from saiken.domain.claim.hand_over import HELD, RUNNING, HandOverStepKind
from saiken.register.models import (
    Assignment,
    CaseFile,
    ClaimCustody,
    HandOverClaim,
    HandOverStanding,
    HandOverStep,
    LedgerClock,
)
from saiken.register.queries.assignment import due_officers
from saiken.register.queries.faults import Fault


def hand_over_standings() -> Iterator[Fault]:
    """引継ぎの今の手続: each hand-over stands at its last step, and has ended when nothing may follow."""
    last = HandOverStep.objects.filter(hand_over_id=OuterRef("pk")).order_by("-place")
    rows = HandOverStanding.objects.annotate(last_step=Subquery(last.values("kind")[:1]))
    for row in rows.order_by("pk").iterator():
        ended = row.ended_on is not None
        if row.step != row.last_step or ended is (HandOverStepKind(row.step) in RUNNING):
            yield Fault("hand-over", f"引継ぎ {row.pk}", "今の手続が、最後に記録された手続と違います")


def custody() -> Iterator[Fault]:
    """債権を扱う所属: the receiving office of the last hand-over of a claim that is in force, and of no other claim."""
    held = [kind.value for kind in HELD]
    in_force = HandOverClaim.objects.filter(hand_over__standing__step__in=held).order_by("hand_over_id")
    wanted = dict(in_force.values_list("claim_id", "hand_over__to_office_id"))
    kept = dict(ClaimCustody.objects.values_list("claim_id", "office_id"))
    for claim_id in sorted(wanted.keys() | kept.keys()):
        if wanted.get(claim_id) != kept.get(claim_id):
            yield Fault("custody", f"債権 {claim_id}", "扱う所属が、受け入れられた引継ぎと違います")


def officers() -> Iterator[Fault]:
    """担当: the officer whom the assignments in force name; one made in advance may still wait for the night's run."""
    today = localdate(LedgerClock.objects.get().last_recorded_at)
    unnamed = ~Exists(
        Assignment.objects.filter(
            obligor_id=OuterRef("obligor_id"), office_id=OuterRef("office_id"), from_on__lte=today
        )
    )
    for file_id in CaseFile.objects.filter(unnamed, officer__isnull=False).order_by("pk").values_list("pk", flat=True):
        yield Fault("officer", f"担当案件 {file_id}", "担当が記録されていますが、担当割がありません")
    differing = dict(due_officers(today))
    for file in CaseFile.objects.filter(pk__in=differing).order_by("pk"):
        if file.officer_id not in _waiting_for_the_night(file, today):
            yield Fault("officer", f"担当案件 {file.pk}", "担当が、最後の担当割と違います")


def _waiting_for_the_night(file: CaseFile, today: date) -> set[int | None]:
    """Who may have the file while the latest assignments, all made in advance, have not been applied."""
    found: set[int | None] = set()
    rows = Assignment.objects.filter(obligor_id=file.obligor_id, office_id=file.office_id, from_on__lte=today)
    for row in rows.order_by("-from_on", "-pk"):
        found.add(row.officer_id)
        if row.from_on <= localdate(row.recorded_at):
            return found
    return {*found, None}
