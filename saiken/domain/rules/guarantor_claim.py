"""Claiming on a guarantor (保証人への請求).

The one idea: only who is registered as guarantor, only what is owed and due, and of a guarantee for changing debts only up to its cap.
Prescription against the guarantor is another rule's.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission, condition, permission

_ANSWERS, _CAPPED = "civil_code/446/1", "civil_code/465-2/1"


def may_claim_on_guarantor(
    case: Case, *, named: Sequence[str], claimed_yen: int | None, on: date
) -> Explained[Permission]:
    """保証人には、登録された者に、期限の来た未納の額を、極度額の範囲で請求することができる.

    `claimed_yen` None claims the whole balance.
    """
    guarantors = {party.key: party for party in case.parties if party.role is PartyRole.GUARANTOR}
    caps = [guarantors[key].cap_yen for key in named if key in guarantors]
    balance_yen = case.balance_yen(on)
    yen = balance_yen if claimed_yen is None else claimed_yen
    conditions = (
        condition(
            "registered",
            "請求を受ける者が、この債権の保証人として登録されている",
            holds=bool(named) and guarantors.keys() >= set(named),
            cites=_ANSWERS,
        ),
        condition("past_due", "履行期限を過ぎて、主たる債務者が履行していない", holds=case.due_on < on, cites=_ANSWERS),
        condition(
            "within_balance",
            f"請求する額が未納の額（{balance_yen:,}円）の範囲である",
            holds=0 < yen <= balance_yen,
            cites=_ANSWERS,
        ),
        condition(
            "within_cap",
            "請求する額が極度額の範囲である",
            holds=all(cap_yen is None or yen <= cap_yen for cap_yen in caps),
            cites=_CAPPED,
        ),
    )
    uncapped = any(cap_yen is None for cap_yen in caps)
    warnings = ("極度額の登録がありません。個人の根保証では、極度額の定めのない契約は無効です",) if uncapped else ()
    return permission(may_claim_on_guarantor, conditions, warnings=warnings)
