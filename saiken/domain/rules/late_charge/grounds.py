"""One table of the grounds of a grace as events name them: the cause in law and what of the late charge it waives.

The one idea: an event's `reason` is written once and read by every rule that asks why. 15条1項5号 has two halves: what is like a calamity
(`15/1/5/1`) and what is like a closed business (`15/1/5/3`).
"""

from collections.abc import Mapping

from saiken.domain.rules.collection_grace import FULL_WAIVER, GraceCause
from saiken.domain.rules.late_charge.question import GraceGround

#: The cause by the reason that the event bears.
CAUSES: Mapping[str, GraceCause] = {
    "15/1/1": GraceCause.DISASTER_OR_THEFT,
    "15/1/2": GraceCause.ILLNESS_OR_INJURY,
    "15/1/3": GraceCause.BUSINESS_CLOSED,
    "15/1/4": GraceCause.SERIOUS_LOSS,
    "15/1/5/1": GraceCause.LIKE_DISASTER_OR_ILLNESS,
    "15/1/5/3": GraceCause.LIKE_CLOSURE_OR_LOSS,
    "15/2": GraceCause.FIXED_LATE,
}
#: Grounds of a grace of conversion.
BY_APPLICATION, BY_OFFICE_HARDSHIP, BY_OFFICE_ADVANTAGE = "15-6/1", "15-5/1/1", "15-5/1/2"
_WORDED = {ground.value: ground for ground in GraceGround}


def ground_of(reason: str) -> GraceGround:
    """What a grace of collection with that reason waives; an unnamed one waives a part only."""
    cause = CAUSES.get(reason)
    if cause is None:
        return _WORDED.get(reason, GraceGround.BUSINESS)
    if cause not in FULL_WAIVER:
        return GraceGround.BUSINESS
    return GraceGround.ILLNESS if cause is GraceCause.ILLNESS_OR_INJURY else GraceGround.DISASTER
