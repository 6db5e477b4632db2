"""Joins two rows that are one person (名寄せ).

The one idea: nothing is moved. From the recorded moment on both are shown as one and counted once; undoing it parts them as they were.
Refused where the two cannot be one person, and asked twice where something known of them differs.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._joins import follow_joins
from saiken.register.actions._protection import share_protection
from saiken.register.actions._reasons import reasoned
from saiken.register.models import Obligor, ObligorJoin


@dataclass(frozen=True)
class Joining:
    """`joined_id` is the same person as `kept_id`; `confirmed` says that somebody has looked at what differs."""

    kept_id: int
    joined_id: int
    reason: str
    confirmed: bool = False


@action
def join_obligors(*, joining: Joining, by: str, on: date) -> Done[int]:
    """Returns the id of the joining."""
    place = f"債務者 {joining.kept_id}"
    why = reasoned(joining.reason, place=place)
    kept, joined = (found(Obligor, pk, called="債務者") for pk in (joining.kept_id, joining.joined_id))
    _demand_two(kept, joined)
    _demand_like(kept, joined, confirmed=joining.confirmed)
    stamp = take()
    row = ObligorJoin.objects.create(
        kept=kept, joined=joined, reason=why, recorded_at=stamp.recorded_at, recorded_by=by
    )
    follow_joins()
    share_protection(kept.pk)
    return Done(row.pk, place, {"kept": kept.pk, "joined": joined.pk, "reason": why})


def _demand_two(kept: Obligor, joined: Obligor) -> None:
    """二つの番号がすでに一人として扱われているときは、重ねて名寄せすることはできない."""
    if kept.pk == joined.pk:
        raise InvalidInput("同じ番号どうしは名寄せできません", place="債務者", found=str(kept.pk))
    for row in (kept, joined):
        if row.joined_to_id is not None:
            raise Refused(f"債務者 {row.pk} はすでに債務者 {row.joined_to_id} に名寄せされています")


def _demand_like(kept: Obligor, joined: Obligor, *, confirmed: bool) -> None:
    """個人と法人は名寄せできない. 生年月日が異なるときは、確かめたうえでなければ名寄せできない."""
    if kept.kind != joined.kind:
        raise Refused("個人と法人は名寄せできません")
    if not confirmed and kept.birth_on and joined.birth_on and kept.birth_on != joined.birth_on:
        raise Refused(
            f"生年月日が異なります（{kept.birth_on.isoformat()}、{joined.birth_on.isoformat()}）。"
            "同じ人であることを確かめたときは、その旨に印を付けてください"
        )
