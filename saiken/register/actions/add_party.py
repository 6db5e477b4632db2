"""Names one more person who answers for claims: an heir, a guarantor, a joint or secondary obligor, registered now where unknown.

The one idea: one person, one role, several claims of one debtor in one stroke; the standings of all of them are computed anew.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._parties import NewParty, person_of
from saiken.register.actions._search import refresh_search
from saiken.register.actions._standings import refresh
from saiken.register.models import Claim, ObligorRole
from saiken.register.queries.answering import counting_roles

__all__ = ["NewParty", "add_party"]


@action
def add_party(*, claim_ids: Sequence[int], party: NewParty, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """From `on` the person answers for the claims; returns the person's id."""
    if not claim_ids:
        raise InvalidInput("債権が選ばれていません", place="債権", expected="一件以上の債権")
    if party.role is PartyRole.PRINCIPAL:
        raise InvalidInput("主たる債務者は債権とともに決まっています", place="立場", found=party.role)
    stamp = take()  # first, so that nobody adds the same person between the look and the writing
    _demand_not_typed_twice(claim_ids, party)
    obligor_id = person_of(party)
    _demand_new(claim_ids, party.role, obligor_id=obligor_id)
    numerator, denominator = party.share or (None, None)
    for claim_id in claim_ids:
        ObligorRole.objects.create(
            claim_id=claim_id,
            obligor_id=obligor_id,
            role=party.role.value,
            share_numerator=numerator,
            share_denominator=denominator,
            cap_yen=party.cap_yen,
            from_on=on,
            recorded_at=stamp.recorded_at,
            recorded_by=by,
        )
    refresh(claim_ids, on=on, lawbook=lawbook, by=by)
    refresh_search([obligor_id])
    return Done(obligor_id, f"債務者 {obligor_id}", {"claims": list(claim_ids)[:20], "role": party.role.value})


def _demand_new(claim_ids: Sequence[int], role: PartyRole, *, obligor_id: int) -> None:
    """同じ者を同じ債権の同じ立場に二度加えることはできない. 主たる債務者を保証人などに加えることはできない."""
    claims = Claim.objects.filter(pk__in=claim_ids)
    if claims.count() != len(set(claim_ids)):
        raise InvalidInput("債権がありません", place="債権", found="、".join(map(str, claim_ids)))
    if claims.filter(obligor_id=obligor_id).exists():
        raise Refused("主たる債務者本人を、ほかの立場で加えることはできません")
    if counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, obligor_id=obligor_id, role=role)).exists():
        raise Refused("この者は、すでに同じ立場で登録されています")


def _demand_not_typed_twice(claim_ids: Sequence[int], party: NewParty) -> None:
    """同じ氏名と生年月日の者がすでに同じ立場にあるときは、新しく登録することはできない."""
    if party.person is None:
        return
    roles = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, role=party.role))
    if roles.filter(obligor__name=party.person.name, obligor__birth_on=party.person.birth_on).exists():
        raise Refused("同じ氏名と生年月日の者が、すでに同じ立場で登録されています")
