"""Recording that a promise was broken (誓約の不履行), and looking again at a suspension (停止の再確認).

The one idea: only what runs can be broken or looked at again. Whether the money came is `instalment_performance`'s.
"""

from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.lasting import in_force
from saiken.domain.rules.permission import Permission, condition, permission

_PLANS = (
    EventKind.PAYMENT_PLEDGE,
    EventKind.COLLECTION_GRACE,
    EventKind.CONVERSION_GRACE,
    EventKind.PERFORMANCE_DEFERRAL,
)
_SUSPENSIONS = (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION)


def may_record_breach(case: Case, *, on: date) -> Explained[Permission]:
    """約束の不履行は、続いている分納誓約、猶予又は履行延期について記録する."""
    running = any(in_force(case, kind, on=on) for kind in _PLANS)
    plan = condition("plan", "分納誓約、猶予又は履行延期が続いている", holds=running, cites="local_tax_act/15-3/1/2")
    return permission(may_record_breach, (plan,))


def may_recheck_suspension(case: Case, *, on: date) -> Explained[Permission]:
    """停止の再確認は、停止している債権について行う."""
    running = any(in_force(case, kind, on=on) for kind in _SUSPENSIONS)
    stopped = condition(
        "suspended",
        "滞納処分の停止又は徴収停止をしている",
        holds=running,
        cites="local_tax_act/15-8/1 local_autonomy_order/171-5",
    )
    return permission(may_recheck_suspension, (stopped,))
