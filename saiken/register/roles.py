"""The roles a person may hold at an office, each for a time.

The one idea: a role is always held at an office and from a day on; what a role may do is decided in `web/permissions.py` alone.
"""

from enum import StrEnum


class Role(StrEnum):
    """担当者, 課長級, 局取りまとめ, 債権回収対策室, 出納, 監査, 管理者."""

    CASE_OFFICER = "case_officer"
    SECTION_MANAGER = "section_manager"
    BUREAU_PLANNER = "bureau_planner"
    RECOVERY_OFFICE = "recovery_office"
    CASHIER = "cashier"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


#: Roles that see the claims of every office (the recovery office joins arrears across bureaus). An administrator sees no case.
SEES_EVERY_OFFICE = frozenset({Role.RECOVERY_OFFICE, Role.AUDITOR})
