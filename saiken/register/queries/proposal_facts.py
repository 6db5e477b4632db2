"""What a decision rests on, claim by claim: the balance, the state and the days of prescription; and what of it has changed.

The one idea: the figures are read from the ledger and worked out from the facts on the day, never taken from a cache, so that what was seen
at drafting and what is so now are told apart to the yen. It decides nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from saiken.law.lawbook import LawBook
from saiken.register.models import ClaimBalance
from saiken.register.queries.case import cases_of
from saiken.register.queries.standing import stand_of


@dataclass(frozen=True)
class ClaimFacts:
    """A claim on a day: all components owed, how it stands, when prescription is complete and when the claim is gone."""

    balance_yen: int
    standing: str
    state_id: str
    completes_on: date | None
    extinct_on: date | None


@dataclass(frozen=True)
class Difference:
    """One fact that is no longer as it was seen: `fact` is the field's name, both values as kept in the basis."""

    claim_id: int
    fact: str
    before: object
    now: object


def facts_of(claim_ids: Iterable[int], *, on: date, lawbook: LawBook) -> dict[int, ClaimFacts]:
    """The facts of the claims on the day, by claim."""
    ids = sorted(set(claim_ids))
    owed = ClaimBalance.objects.filter(claim_id__in=ids).values_list("claim_id").annotate(yen=Sum("balance_yen"))
    balances = dict(owed)
    found: dict[int, ClaimFacts] = {}
    for claim_id, case in cases_of(ids):
        stand = stand_of(case, on, lawbook=lawbook)
        found[claim_id] = ClaimFacts(
            balances.get(claim_id, 0), stand.standing, stand.state_id, stand.completes_on, stand.extinct_on
        )
    return found


def as_basis(facts: Mapping[int, ClaimFacts], *, on: date) -> dict[str, Any]:
    """The facts as a proposal keeps them: whole numbers, texts, ISO days."""
    return {"on": on.isoformat(), "claims": {str(claim_id): _plain(one) for claim_id, one in facts.items()}}


def facts_in(basis: Mapping[str, Any]) -> dict[int, ClaimFacts]:
    """The facts that a proposal keeps."""
    return {int(claim_id): _facts(one) for claim_id, one in basis["claims"].items()}


def differences(before: Mapping[int, ClaimFacts], now: Mapping[int, ClaimFacts]) -> list[Difference]:
    """What is no longer as it was seen, by claim."""
    found = []
    for claim_id in sorted(before):
        seen, current = _plain(before[claim_id]), _plain(now[claim_id])
        found += [Difference(claim_id, fact, seen[fact], current[fact]) for fact in seen if seen[fact] != current[fact]]
    return found


def _plain(facts: ClaimFacts) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(facts).items()}


def _facts(kept: Mapping[str, Any]) -> ClaimFacts:
    return ClaimFacts(
        kept["balance_yen"], kept["standing"], kept["state_id"], _day(kept["completes_on"]), _day(kept["extinct_on"])
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
