"""Keeps an act that needs approval from being done without it (決裁).

The one idea: carrying out a proposal opens, for its own calls alone, the one-time keys of its acts; whatever else would do such an act is
refused. Who approves what is data in `domain.acts.routes`.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Sum

from saiken.domain.acts.routes import Level
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import Refused
from saiken.register.approval_routes import routes_in_force
from saiken.register.models import Claim, ClaimBalance

_approved: ContextVar[frozenset[str]] = ContextVar("saiken_approved_acts", default=frozenset())


def levels_for(act_kind: str, claim_ids: Collection[int]) -> tuple[Level, ...]:
    """Who must approve the act on these claims, by their classes and what is owed on them now; empty when nobody need."""
    classes = {LegalClass(one) for one in Claim.objects.filter(pk__in=claim_ids).values_list("legal_class", flat=True)}
    owed = ClaimBalance.objects.filter(claim_id__in=claim_ids).aggregate(yen=Sum("balance_yen"))["yen"] or 0
    return routes_in_force().levels(act_kind, legal_classes=classes, owed_yen=owed)


def demand_approved(act_kind: str, *, claim_ids: Collection[int], submission: str) -> None:
    """決裁を要する処理は、決裁を受けた起案によらなければ実行することができない: raises Refused."""
    if submission in _approved.get():
        return
    if levels_for(act_kind, claim_ids):
        raise Refused("この処理には決裁が必要です。起案し、決裁を受けてから実行してください")


@contextmanager
def approved(submissions: Collection[str]) -> Iterator[None]:
    """Let the acts with these one-time keys pass inside the body."""
    token = _approved.set(frozenset(submissions))
    try:
        yield
    finally:
        _approved.reset(token)
