"""Claiming on a guarantor (保証人への請求).

The one idea: only who is registered as guarantor, only what is owed and due, and of a guarantee for changing debts only up to its cap,
which holds for all that is claimed under it together. What the guarantor has paid already consumes the cap too, but no receipt says who
paid: there the rule only warns. Prescription against the guarantor is another rule's.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.party import PartyRole
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import happened
from saiken.domain.rules.permission import Permission, condition, permission

_ANSWERS, _CAPPED = "civil_code/446/1", "civil_code/465-2/1"


def may_claim_on_guarantor(
    case: Case, *, named: Sequence[str], claimed_yen: int | None, on: date, together: Sequence[Case] = ()
) -> Explained[Permission]:
    """保証人には、登録された者に、期限の来た未納の額を、極度額の範囲で請求することができる.

    `together` are the other claims of the same stroke; `claimed_yen` is the sum of all, None claims their whole balances. Guarantees of one
    person with the same cap are one guarantee, whose cap holds for the sum.
    """
    cases = (case, *together)
    guarantors = _guarantors(case)
    caps = [guarantors[key] for key in named if key in guarantors]
    balance_yen = sum(one.balance_yen(on) for one in cases)
    yen = balance_yen if claimed_yen is None else claimed_yen
    reach = [_reach_yen(key, cases, on=on) for key in named if key in guarantors]
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
            f"請求する額{_of_all(together)}が未納の額（{balance_yen:,}円）の範囲である",
            holds=0 < yen <= balance_yen,
            cites=_ANSWERS,
        ),
        condition(
            "within_cap",
            f"請求する額{_of_all(together)}が極度額の範囲である",
            holds=all(min(yen, balance_yen) <= reach_yen for reach_yen in reach),
            cites=_CAPPED,
        ),
    )
    return permission(
        may_claim_on_guarantor, conditions, warnings=_warnings(caps, _claimed_before(cases, named, on=on))
    )


def _warnings(caps: Sequence[int | None], claimed_before: Sequence[date]) -> tuple[str, ...]:
    found = []
    if any(cap_yen is None for cap_yen in caps):
        found.append("極度額の登録がありません。個人の根保証では、極度額の定めのない契約は無効です")
    if claimed_before and any(cap_yen is not None for cap_yen in caps):
        days = "、".join(day.isoformat() for day in claimed_before)
        found.append(
            f"この保証人には前にも請求しています（{days}）。極度額は元本、利息、損害賠償の全部を通じた限度です。"
            "誰が納めたかは収納の記録に残らないので、保証人が既に弁済した額を差し引いて請求してください"
        )
    return tuple(found)


def _claimed_before(cases: Sequence[Case], named: Sequence[str], *, on: date) -> list[date]:
    """The days on which the guarantors were claimed on already, by whatever claim; a claim withdrawn took nothing of the cap."""
    return sorted(
        {
            event.on
            for case in cases
            for event in happened(case, EventKind.GUARANTOR_CLAIM, on=on)
            if event.outcome is not Outcome.WITHDRAWN and not set(named).isdisjoint(event.obligors)
        }
    )


def _guarantors(case: Case) -> dict[str, int | None]:
    """The caps of the guarantors, by key."""
    return {party.key: party.cap_yen for party in case.parties if party.role is PartyRole.GUARANTOR}


def _reach_yen(key: str, cases: Sequence[Case], *, on: date) -> int:
    """What one guarantor answers for at most on the claims: their balances, of those under one cap no more than the cap."""
    owed: dict[int | None, int] = defaultdict(int)
    for case in cases:
        caps = _guarantors(case)
        if key in caps:
            owed[caps[key]] += case.balance_yen(on)
    return sum(yen if cap_yen is None else min(yen, cap_yen) for cap_yen, yen in owed.items())


def _of_all(together: Sequence[Case]) -> str:
    return f"（選んだ{len(together) + 1}件の計）" if together else ""
