"""What a renunciation changes about the heirs: whoever renounced was never one (民法939条), so the others' shares are worked out anew.

The one idea: after every act about a renunciation the shares follow from the relatives as they were named and from the renunciations that
stand. A share that does not follow from what is known stands as not known, and the heirs are named again on their own page.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.inheritance import shares
from saiken.law.lawbook import LawBook
from saiken.register.actions._carried import Carried
from saiken.register.actions._clock import take
from saiken.register.actions._parties import NewParty, person_of
from saiken.register.actions._search import refresh_search
from saiken.register.actions._standings import refresh
from saiken.register.actions.register_obligor import NewObligor, ObligorKind
from saiken.register.kin import DIED_ON, Kin, family_of, kin_in
from saiken.register.models import Act, ActClaim, CaseEvent, ObligorRole, RoleWithdrawal
from saiken.register.queries.answering import counting_roles, kept_of, numbers_of

#: The act that names the heirs with their relations.
HEIRS_NAMED = "heirs_named"
_WHY = "相続の放棄による相続分の変更（民法939条）"
_SPOUSE = "配偶者"


@dataclass(frozen=True)
class _Known:
    """The relatives as they were named, and when the person died."""

    died_on: date
    kin: tuple[Kin, ...]


def reshared(done: Carried) -> None:
    """The shares of the heirs of the act's claims, as they follow now."""
    claim_ids = list(ActClaim.objects.filter(act=done.act).values_list("claim_id", flat=True))
    known, roles = _known(done.act.obligor_id), _heirs(claim_ids)
    touched: set[int] = set()
    for claim_id, gone in _renounced(claim_ids).items():
        theirs = roles.get(claim_id, [])
        if not theirs:
            continue
        heirs = {role.obligor_id for role in theirs}
        found = _shares(_numbered(known, claim_ids), heirs=heirs, gone=gone, lawbook=done.lawbook)
        touched |= _rewritten(theirs, found, claim_id=claim_id, done=done)
    refresh(claim_ids, on=done.on, lawbook=done.lawbook, by=done.by)
    refresh_search(sorted(touched))


def _known(obligor_id: int) -> _Known | None:
    """What was said last about the relatives of the person."""
    acts = Act.objects.filter(kind=HEIRS_NAMED, obligor_id__in=numbers_of(kept_of(obligor_id)))
    act = acts.filter(reverses__isnull=True, reversed_by__isnull=True).order_by("-pk").first()
    return _Known(date.fromisoformat(act.form[DIED_ON]), kin_in(act.form)) if act else None


def _numbered(known: _Known | None, claim_ids: Sequence[int]) -> _Known | None:
    """The same with the numbers of those who have been registered since as heirs of the claims."""
    if known is None:
        return None
    rows = ObligorRole.objects.filter(claim_id__in=claim_ids, role=PartyRole.HEIR.value).order_by("pk")
    numbers = dict(rows.values_list("obligor__name", "obligor_id"))
    kin = [replace(one, obligor_id=one.obligor_id or numbers.get(one.name)) for one in known.kin]
    return replace(known, kin=tuple(kin))


def _heirs(claim_ids: Sequence[int]) -> dict[int, list[ObligorRole]]:
    found: dict[int, list[ObligorRole]] = defaultdict(list)
    rows = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, role=PartyRole.HEIR.value))
    for role in rows.order_by("pk"):
        found[role.claim_id].append(role)
    return found


def _renounced(claim_ids: Sequence[int]) -> dict[int, set[int]]:
    """Who has renounced and still stands so, by claim."""
    found: dict[int, set[int]] = {claim_id: set() for claim_id in claim_ids}
    events = CaseEvent.objects.filter(
        claim_id__in=claim_ids,
        kind=EventKind.INHERITANCE_RENUNCIATION.value,
        concludes__isnull=True,
        reverses__isnull=True,
        reversed_by__isnull=True,
    )
    rows = events.exclude(concluded_by__ends=True).values_list("claim_id", "parties")
    for claim_id, obligor_id in rows:
        found[claim_id].add(obligor_id)
    return found


def _shares(
    known: _Known | None, *, heirs: Collection[int], gone: Collection[int], lawbook: LawBook
) -> Mapping[int, Fraction | None]:
    """The share of everybody who stands as heir or has renounced, None where it is not known or nothing.

    Heirs of the next rank are registered on the way; whoever is not named here is no heir any more.
    """
    if known is None or not set(heirs) <= {one.obligor_id for one in known.kin}:
        return dict.fromkeys(heirs)
    kin = [replace(one, renounced=one.renounced or one.obligor_id in gone) for one in known.kin]
    found = shares(family_of(kin, died_on=known.died_on), kind=ClaimKind.OTHER_PUBLIC, lawbook=lawbook).value.heirs
    if all(heir.relation == _SPOUSE for heir in found) and any(
        one.relation != "spouse" for one in kin if one.renounced
    ):
        return dict.fromkeys(heirs)  # the next rank moves up, and nobody has said who that is
    told: dict[int, Fraction | None] = dict.fromkeys(set(heirs) & set(gone))
    by_name = {one.name: one for one in kin}
    return told | {_number(by_name[heir.name]): heir.share for heir in found}


def _number(one: Kin) -> int:
    """The number of an heir, registered now where unknown."""
    if one.obligor_id is not None:
        return one.obligor_id
    person = NewObligor(kind=ObligorKind.PERSON, name=one.name)
    return person_of(NewParty(role=PartyRole.HEIR, person=person))


def _rewritten(
    roles: Sequence[ObligorRole], found: Mapping[int, Fraction | None], *, claim_id: int, done: Carried
) -> set[int]:
    """Write what differs; the numbers of those concerned."""
    stamp, kept = take(), {role.obligor_id: role for role in roles}
    from_on = min((role.from_on for role in roles), default=done.on)
    changed = {
        number
        for number in {*kept, *found}
        if number not in kept or number not in found or _share_of(kept[number]) != found[number]
    }
    for number in sorted(changed & set(kept)):
        RoleWithdrawal.objects.create(
            role=kept[number], reason=_WHY, recorded_at=stamp.recorded_at, recorded_by=done.by
        )
    for number in sorted(changed & set(found)):
        share = found[number]
        ObligorRole.objects.create(
            claim_id=claim_id,
            obligor_id=number,
            role=PartyRole.HEIR.value,
            share_numerator=share.numerator if share else None,
            share_denominator=share.denominator if share else None,
            from_on=from_on,
            recorded_at=stamp.recorded_at,
            recorded_by=done.by,
        )
    return changed


def _share_of(role: ObligorRole) -> Fraction | None:
    if role.share_numerator is None or role.share_denominator is None:
        return None
    return Fraction(role.share_numerator, role.share_denominator)
