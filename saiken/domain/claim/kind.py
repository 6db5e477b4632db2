"""Kinds of claims, as far as the law treats them differently.

The one idea: the kind decides prescription, late charge, demand and allocation; the legal class says who may enforce. Which kind a
receivable's claims are is registered with the receivable, dated. Periods and rates are parameters of the law book.
"""

from enum import StrEnum


class ClaimKind(StrEnum):
    """市税 (国保税を含む), 国保料, 介護保険料, 後期高齢者医療保険料, 児童手当の徴収金, その他の公債権, and by civil law
    一般, 貸付金, 家賃, 診療費, 水道料金, 給食費."""

    TAX = "tax"
    HEALTH_INSURANCE_PREMIUM = "health_insurance_premium"
    LONG_TERM_CARE_PREMIUM = "long_term_care_premium"
    LATE_STAGE_MEDICAL_PREMIUM = "late_stage_medical_premium"
    CHILD_ALLOWANCE = "child_allowance"
    OTHER_PUBLIC = "other_public"
    PRIVATE = "private"
    PRIVATE_LOAN = "private_loan"
    PRIVATE_RENT = "private_rent"
    PRIVATE_MEDICAL = "private_medical"
    PRIVATE_WATER = "private_water"
    PRIVATE_SCHOOL_LUNCH = "private_school_lunch"

    @property
    def is_private(self) -> bool:
        """Whether civil law made it: prescription must be invoked, delay damages instead of a late charge."""
        return self.value.startswith("private")
