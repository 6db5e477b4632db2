"""Informal demands (催告): for which claims one may be sent.

The one idea: whoever owes what is due may be asked for it at any time; only what is paid or not due yet is not demanded. What a demand does
to prescription is said there.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.insolvency import is_discharged, is_pending
from saiken.domain.rules.lasting import in_force
from saiken.domain.rules.permission import Permission, condition, permission
from saiken.domain.rules.unpaid import balance_left

_DEMANDED = "civil_code/150/1"


def may_remind(case: Case, *, on: date) -> Explained[Permission]:
    """催告は、期限の来た未納の債権について、履行を求めてする."""
    conditions = (
        balance_left(case, on, cites=_DEMANDED),
        condition("past_due", "納期限を過ぎている", holds=case.due_on < on, cites=_DEMANDED),
        condition(
            "no_deferral",
            "履行延期の期限が到来している",
            holds=in_force(case, EventKind.PERFORMANCE_DEFERRAL, on=on) is None,
            cites="local_autonomy_order/171-6/1",
        ),
    )
    return permission(may_remind, conditions, warnings=tuple(_warnings(case, on)))


def _warnings(case: Case, on: date) -> Iterator[str]:
    if in_force(case, EventKind.COLLECTION_GRACE, on=on):
        yield "徴収の猶予の期間中です"
    if case.legal_class is LegalClass.PUBLIC_ENFORCEABLE:
        return
    if is_pending(case, on):
        yield "破産手続等の係属中です。破産債権は、手続によらなければ行使することができません"
    if is_discharged(case, on):
        yield "免責されています。免責の及ぶ債権は、保証人にだけ請求することができます"
