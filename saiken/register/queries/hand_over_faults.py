"""Differences between what is kept of hand-overs and the rows that it follows from.

The one idea: standings follow from the last step, custody from the accepted hand-overs that have not ended. It corrects nothing.
"""

from collections.abc import Iterator

from django.db.models import OuterRef, Subquery

from saiken.domain.claim.hand_over import HELD, RUNNING, HandOverStepKind
from saiken.register.models import ClaimCustody, HandOverClaim, HandOverStanding, HandOverStep
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
