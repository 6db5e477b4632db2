"""Names all heirs of a dead obligor at once, each with the share, in the place of those named before.

The one idea: heirs are known together or not at all; whoever renounced was never one (民法939条), so the earlier roles are taken back with
the reason and the others stand with the shares that follow. The shares are worked out by the rule, not here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from uuid import uuid4

from django.utils.timezone import localdate

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._act_heirs import HEIRS_NAMED
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import Stamp, take
from saiken.register.actions._parties import NewParty, person_of
from saiken.register.actions._reasons import reasoned
from saiken.register.actions._search import refresh_search
from saiken.register.actions._standings import refresh
from saiken.register.actions._strokes import Stroke, write_act
from saiken.register.kin import Kin, as_form
from saiken.register.models import Act, Claim, Obligor, ObligorRole, RoleWithdrawal
from saiken.register.queries.answering import heir_roles, kept_of
from saiken.register.queries.parties_named import PARTIES


class HeirsChanged(Refused):
    """Somebody else has named the heirs anew since they were looked at."""


@dataclass(frozen=True)
class NewHeirs:
    """The heirs with their shares; `reason` says why those named before go.

    `kin` are the relatives from whom the shares were worked out: kept as an act, so that a renunciation can work them out anew.
    `submission` is the form's one-time key, `seen` are the roles of the heirs that were looked at, if told.
    """

    heirs: Sequence[NewParty]
    reason: str = ""
    kin: Sequence[Kin] = ()
    submission: str = ""
    seen: Collection[int] | None = None


@action
def name_heirs(
    *, claim_ids: Sequence[int], named: NewHeirs, lawbook: LawBook, by: str, on: date
) -> Done[tuple[int, ...]]:
    """From `on`, the day of the death, the heirs answer for the claims; returns their numbers, the same for the same submission."""
    again = Act.objects.filter(kind=HEIRS_NAMED, submission=named.submission).first() if named.submission else None
    if again is not None:
        known = tuple(again.form.get(PARTIES, ()))
        return Done(known, f"債務者 {again.obligor_id}", {"again": named.submission})
    heirs = named.heirs
    _demand_whole(claim_ids, heirs)
    stamp = take()
    earlier = list(ObligorRole.objects.filter(pk__in=heir_roles(claim_ids)).order_by("pk"))
    if named.seen is not None and {role.pk for role in earlier} != set(named.seen):
        raise HeirsChanged(f"表示した後に、ほかの人が相続人を登録しました。今の相続人は{_names(earlier)}です")
    why = reasoned(named.reason, place="理由") if earlier else ""
    for role in earlier:
        RoleWithdrawal.objects.create(role=role, reason=why, recorded_at=stamp.recorded_at, recorded_by=by)
    numbers = [person_of(heir) for heir in heirs]
    if len(set(numbers)) < len(numbers):
        raise Refused("同じ番号の相続人が二人います")
    if Claim.objects.filter(pk__in=claim_ids, obligor_id__in=numbers).exists():
        raise Refused("主たる債務者本人を、相続人に加えることはできません")
    for number, heir in zip(numbers, heirs, strict=True):
        numerator, denominator = heir.share or (None, None)
        ObligorRole.objects.bulk_create(
            ObligorRole(
                claim_id=claim_id,
                obligor_id=number,
                role=PartyRole.HEIR.value,
                share_numerator=numerator,
                share_denominator=denominator,
                from_on=on,
                recorded_at=stamp.recorded_at,
                recorded_by=by,
            )
            for claim_id in claim_ids
        )
    if named.kin:
        _keep(_Naming(named, numbers, claim_ids, why, on), stamp=stamp, by=by)
    refresh(claim_ids, on=on, lawbook=lawbook, by=by)
    refresh_search([*numbers, *(role.obligor_id for role in earlier)])
    told = {"claims": list(claim_ids)[:20], "heirs": len(numbers), "reason": why}
    return Done(tuple(numbers), f"債務者 {numbers[0]}", told)


@dataclass(frozen=True)
class _Naming:
    """Who was named on which claims, as it was told."""

    told: NewHeirs
    numbers: Sequence[int]
    claim_ids: Sequence[int]
    reason: str
    died_on: date


def _keep(named: _Naming, *, stamp: Stamp, by: str) -> None:
    """The act that names them, on the day on which it is recorded."""
    known = dict(Obligor.objects.filter(pk__in=named.numbers).values_list("name", "pk"))
    told = [replace(one, obligor_id=one.obligor_id or known.get(one.name)) for one in named.told.kin]
    stroke = Stroke(
        kind=HEIRS_NAMED,
        obligor_id=kept_of(Claim.objects.values_list("obligor_id", flat=True).get(pk=named.claim_ids[0])),
        claim_ids=tuple(named.claim_ids),
        submission=named.told.submission or str(uuid4()),
        form={**as_form(told, died_on=named.died_on), PARTIES: list(named.numbers)},
        note=named.reason,
    )
    write_act(stroke, stamp=stamp, by=by, on=localdate(stamp.recorded_at))


def _names(roles: Sequence[ObligorRole]) -> str:
    people = Obligor.objects.in_bulk([role.obligor_id for role in roles])
    return "、".join(person.name for person in people.values()) or "いないこと"


def _demand_whole(claim_ids: Sequence[int], heirs: Sequence[NewParty]) -> None:
    """相続人の全員の相続分を合わせると1になる."""
    if not claim_ids or Claim.objects.filter(pk__in=claim_ids).count() != len(set(claim_ids)):
        raise InvalidInput("債権が選ばれていません", place="債権", expected="一件以上の債権")
    if not heirs or any(heir.role is not PartyRole.HEIR for heir in heirs):
        raise InvalidInput("相続人がありません", place="相続人", expected="一人以上の相続人")
    whole = sum((Fraction(*heir.share) for heir in heirs if heir.share), Fraction(0))
    if whole != 1:
        raise InvalidInput("相続分の合計が1になりません", place="相続分", found=str(whole), expected="1")
