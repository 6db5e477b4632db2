"""Claims to which the rules for claims of the Local Autonomy Act do not apply at all (自治法 240条4項).

The one idea: taxes, administrative fines, securities, deposits and the money of funds have laws of their own, so nothing of collection
suspension, deferral or release may be done to them by the order's articles.
"""

from enum import StrEnum

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.permission import Condition, condition


class ExcludedClaim(StrEnum):
    """地方税の徴収金, 過料, 証券化された債権, 電子記録債権, 預金, 歳入歳出外現金, 寄附金, 基金に属する債権."""

    LOCAL_TAX = "local_tax"
    ADMINISTRATIVE_FINE = "administrative_fine"
    SECURITIES = "securities"
    ELECTRONICALLY_RECORDED = "electronically_recorded"
    DEPOSIT = "deposit"
    CASH_OUTSIDE_REVENUE = "cash_outside_revenue"
    DONATION = "donation"
    FUND = "fund"


def order_applies(
    legal_class: LegalClass, *, excluded: ExcludedClaim | None, article: str, remedy: str
) -> tuple[Condition, ...]:
    """施行令の徴収停止・履行延期・免除は、強制徴収公債権と240条4項の債権には及ばない.

    `remedy` says what there is for an enforceable claim instead.
    """
    return (
        condition(
            "not_enforceable",
            f"強制徴収により徴収する債権でない（{remedy}）",
            holds=legal_class is not LegalClass.PUBLIC_ENFORCEABLE,
            cites=article,
        ),
        condition(
            "not_excluded",
            "地方税、過料、基金に属する債権等、自治法240条4項の債権でない",
            holds=excluded is None,
            cites="local_autonomy_act/240/4",
        ),
    )
