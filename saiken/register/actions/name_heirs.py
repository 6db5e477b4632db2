"""Names all heirs of a dead obligor at once, each with the share, in the place of those named before.

The one idea: heirs are known together or not at all; whoever renounced was never one (民法939条), so the earlier roles are taken back with
the reason and the others stand with the shares that follow. The shares are worked out by the rule, not here.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._parties import NewParty, person_of
from saiken.register.actions._reasons import reasoned
from saiken.register.actions._search import refresh_search
from saiken.register.actions._standings import refresh
from saiken.register.models import Claim, ObligorRole, RoleWithdrawal
from saiken.register.queries.answering import counting_roles


@action
def name_heirs(
    *, claim_ids: Sequence[int], heirs: Sequence[NewParty], reason: str, lawbook: LawBook, by: str, on: date
) -> Done[tuple[int, ...]]:
    """From `on`, the day of the death, the heirs answer for the claims; returns their numbers. `reason` says why earlier ones go."""
    _demand_whole(claim_ids, heirs)
    stamp = take()
    earlier = list(counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, role=PartyRole.HEIR.value)))
    why = reasoned(reason, place="理由") if earlier else ""
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
    refresh(claim_ids, on=on, lawbook=lawbook, by=by)
    refresh_search([*numbers, *(role.obligor_id for role in earlier)])
    told = {"claims": list(claim_ids)[:20], "heirs": len(numbers), "reason": why}
    return Done(tuple(numbers), f"債務者 {numbers[0]}", told)


def _demand_whole(claim_ids: Sequence[int], heirs: Sequence[NewParty]) -> None:
    """相続人の全員の相続分を合わせると1になる."""
    if not claim_ids or Claim.objects.filter(pk__in=claim_ids).count() != len(set(claim_ids)):
        raise InvalidInput("債権が選ばれていません", place="債権", expected="一件以上の債権")
    if not heirs or any(heir.role is not PartyRole.HEIR for heir in heirs):
        raise InvalidInput("相続人がありません", place="相続人", expected="一人以上の相続人")
    whole = sum((Fraction(*heir.share) for heir in heirs if heir.share), Fraction(0))
    if whole != 1:
        raise InvalidInput("相続分の合計が1になりません", place="相続分", found=str(whole), expected="1")
