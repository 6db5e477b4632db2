"""Instalment plans in words: what kind of promise one is, how its sums were made, which claims it pays first, how it ended.

The one idea: a plan is a promise with a form in law; the kinds bear the names of the case events that record them. Days and yen of a plan
are `rules.instalment_plan`'s, whether it is kept is `rules.instalment_performance`'s.
"""

from enum import StrEnum


class PlanKind(StrEnum):
    """納付誓約, 徴収の猶予, 換価の猶予, 履行延期, 裁判上の和解による分割."""

    PLEDGE = "payment_pledge"
    COLLECTION_GRACE = "collection_grace"
    CONVERSION_GRACE = "conversion_grace"
    DEFERRAL = "performance_deferral"
    COURT_SETTLEMENT = "court_settlement"

    @property
    def is_grace(self) -> bool:
        """Whether it is one of the two graces of the tax act."""
        return self in (PlanKind.COLLECTION_GRACE, PlanKind.CONVERSION_GRACE)


class PlanMethod(StrEnum):
    """均等, はじめは少なく後は多く, 賞与月の上乗せ, 両方."""

    EQUAL = "equal_instalments"
    STEP_UP = "step_up"
    BONUS = "bonus_months"
    STEP_UP_AND_BONUS = "step_up_and_bonus"


class AllocationOrder(StrEnum):
    """納期限の早い順, 時効の完成が早い順, 並べた順."""

    OLDEST_DUE = "oldest_due_first"
    EARLIEST_COMPLETION = "earliest_completion_first"
    AS_LISTED = "as_listed"


class PlanOutcome(StrEnum):
    """完納, 不履行による取消し, 本人の申出などによる取りやめ, 新しい計画への変更."""

    KEPT = "plan_kept"
    BROKEN = "plan_broken"
    CANCELLED = "plan_cancelled"
    REPLACED = "plan_replaced"
