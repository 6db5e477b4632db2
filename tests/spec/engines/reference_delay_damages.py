"""Delay damages for the reference engine: a proposition's values become a question, the answer becomes plain values."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.delay_damages import DelayDamagesQuestion
from saiken.domain.rules.delay_damages import delay_damages as damages_with_reasons
from saiken.domain.rules.partial_payment import Payment
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook


def delay_damages(
    book: LawBook,
    kind: str = "private",
    contract_rate: str | None = None,
    payments: Sequence[Mapping[str, Any]] = (),
    **plain: Any,
) -> dict[str, Any]:
    """Delay damages with their segments, both ends of each included."""
    question = DelayDamagesQuestion(
        kind=ClaimKind(kind),
        rate=Fraction(contract_rate.removesuffix("%")) if contract_rate else None,
        payments=tuple(Payment(payment["on"], payment["paid_yen"]) for payment in payments),
        **plain,
    )
    explained = damages_with_reasons(question, lawbook=book)
    damages = explained.value
    return {
        "yen": damages.yen,
        "raw_yen": damages.raw_yen,
        "base_yen": damages.base_yen,
        "rate": percent_text(damages.rate),
        "until": tuple(segment.until_on - timedelta(days=1) for segment in damages.segments),
        "days": tuple(segment.days for segment in damages.segments),
        "bases_yen": tuple(segment.base_yen for segment in damages.segments),
        "segment_yen": tuple(segment.yen for segment in damages.segments),
        "assumptions": explained.assumptions,
    }
