"""Who is asking, and whose persons they may see.

The one idea: a scope is a set of offices (or all of them) on a day, worked out once per request; every query that shows persons takes
one. What a role may do otherwise is decided in `web.permissions`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from saiken.domain.errors import Refused
from saiken.register.models import Claim, ClaimBalance, ClaimCustody, Office
from saiken.register.queries.people import held_by
from saiken.register.roles import SEES_EVERY_OFFICE, Role


@dataclass(frozen=True)
class Scope:
    """`offices` are the ids whose claims may be seen with their persons; None means every office."""

    by: str
    offices: frozenset[int] | None
    purpose: str = ""

    def sees(self, *office_ids: int) -> bool:
        """Whether a claim that concerns these offices (booked at, handled at, its bureau, its section) may be seen."""
        return self.offices is None or not self.offices.isdisjoint(office_ids)

    def claims(self) -> QuerySet[Claim]:
        """The claims that may be seen: assessed, booked or handled at one of the offices, or of its receivables."""
        if self.offices is None:
            return Claim.objects.all()
        offices = self.offices
        places = [Q(office_id__in=offices), Q(receivable__bureau_id__in=offices), Q(receivable__section_id__in=offices)]
        booked = ClaimBalance.objects.filter(places[0] | places[1] | places[2], claim_id=OuterRef("pk"))
        handed_over = ClaimCustody.objects.filter(office_id__in=offices, claim_id=OuterRef("pk"))
        return Claim.objects.filter(places[0] | places[1] | places[2] | Exists(booked) | Exists(handed_over))

    def seen_of(self, claim_ids: Iterable[int]) -> set[int]:
        """Those of a page's claims that may be seen."""
        return set(self.claims().filter(pk__in=list(claim_ids)).values_list("pk", flat=True))

    def among(self, office_ids: frozenset[int]) -> frozenset[int]:
        """Those of the offices whose claims may be seen."""
        return office_ids if self.offices is None else office_ids & self.offices

    def demand(self, *office_ids: int) -> None:
        """Raise Refused unless the scope sees one of the offices."""
        if not self.sees(*office_ids):
            raise Refused("所属の異なる債権の債務者は表示できません")


def handled_at(claim_id: int) -> tuple[int, ...]:
    """The office that a claim was handed over to, where it was: one of those it concerns."""
    return tuple(ClaimCustody.objects.filter(claim_id=claim_id).values_list("office_id", flat=True))


def own_offices(username: str, *, on: date) -> frozenset[int]:
    """The offices for which somebody works on that day, with everything below them; not what else the role may see."""
    return with_all_below(set(held_by(username, on=on).values_list("office_id", flat=True)))


def everything(by: str, *, purpose: str = "") -> Scope:
    """The scope of the person at the machine itself (the command line)."""
    return Scope(by=by, offices=None, purpose=purpose)


def scope_of(username: str, *, on: date, purpose: str = "") -> Scope:
    """What the user's roles on that day, own or as a deputy, let them see: their offices with everything below, or all."""
    roles = list(held_by(username, on=on).values_list("office_id", "role"))
    if any(Role(role) in SEES_EVERY_OFFICE for _, role in roles):
        return Scope(by=username, offices=None, purpose=purpose)
    return Scope(by=username, offices=with_all_below({office_id for office_id, _ in roles}), purpose=purpose)


def with_all_below(office_ids: set[int]) -> frozenset[int]:
    """The offices and everything below them in the tree; a cycle ends the walk."""
    children: dict[int, list[int]] = {}
    for office_id, parent_id in Office.objects.exclude(parent=None).values_list("id", "parent_id"):
        children.setdefault(parent_id, []).append(office_id)
    seen, waiting = set(office_ids), list(office_ids)
    while waiting:
        new = [child for child in children.get(waiting.pop(), []) if child not in seen]
        seen.update(new)
        waiting.extend(new)
    return frozenset(seen)
