"""Late charges for the reference engine: a proposition's values become a question, the answer becomes plain values."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.late_charge import (
    Grace,
    GraceGround,
    LateChargeQuestion,
    Payment,
    Suspension,
)
from saiken.domain.rules.late_charge import (
    late_charge as charged_with_reasons,
)
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Truncation

_ONE_DAY = timedelta(days=1)


def late_charge(book: LawBook, **given: Any) -> dict[str, Any]:
    """The late charge with its segments, both ends of each included."""
    explained = charged_with_reasons(_question(**given), lawbook=book)
    charged = explained.value
    return {
        "yen": charged.yen,
        "raw_yen": charged.raw_yen,
        "base_yen": charged.base_yen,
        "until": tuple(segment.until_on - _ONE_DAY for segment in charged.segments),
        "days": tuple(segment.days for segment in charged.segments),
        "rates": tuple(percent_text(segment.rate) for segment in charged.segments),
        "bases_yen": tuple(segment.base_yen for segment in charged.segments),
        "segment_yen": tuple(segment.yen for segment in charged.segments),
        "why": tuple(segment.basis.value for segment in charged.segments),
        "assumptions": explained.assumptions,
    }


def _question(
    kind: str,
    truncation: str | None = None,
    payments: Sequence[Mapping[str, Any]] = (),
    graces: Sequence[Mapping[str, Any]] = (),
    suspensions: Sequence[Mapping[str, Any]] = (),
    **plain: Any,
) -> LateChargeQuestion:
    return LateChargeQuestion(
        kind=ClaimKind(kind),
        truncation=Truncation(truncation) if truncation else None,
        payments=tuple(Payment(payment["on"], payment["paid_yen"]) for payment in payments),
        graces=tuple(Grace(*_span(grace), GraceGround(grace["ground"])) for grace in graces),
        suspensions=tuple(Suspension(*_span(suspension)) for suspension in suspensions),
        **plain,
    )


def _span(written: Mapping[str, Any]) -> tuple[date, date]:
    """Half-open days from inclusive ones."""
    return written["from_on"], written["until_on"] + _ONE_DAY
