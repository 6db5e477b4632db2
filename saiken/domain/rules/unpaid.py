"""The condition that almost every act begins with: something is left to pay.

The one idea: one sentence and one key wherever it is asked; only the article under which it is asked differs.
"""

from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.rules.permission import Condition, condition


def balance_left(case: Case, on: date, *, cites: str) -> Condition:
    """未納の残高がある: on the day in question, all components together."""
    return condition("balance_left", "未納の残高がある", holds=case.balance_yen(on) > 0, cites=cites)
