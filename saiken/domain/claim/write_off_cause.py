"""Why a claim may be written off (不納欠損の事由).

The one idea: only a claim that no longer exists, or that was given up, is written off. A discharge in bankruptcy or a suspended
collection alone is not a cause. Whether a cause holds for a claim is a rule, not decided here.
"""

from enum import StrEnum


class WriteOffCause(StrEnum):
    """時効完成 (公債権, 自治法 236条2項), 時効援用 (私債権, 民法 145条), 停止3年 (地税法 15条の7第4項), 即時消滅 (同5項), 免除
    (自治令 171条の7), 債権放棄 (自治法 96条1項10号又は条例)."""

    PRESCRIPTION_COMPLETED = "prescription_completed"
    PRESCRIPTION_INVOKED = "prescription_invoked"
    SUSPENDED_THREE_YEARS = "suspended_three_years"
    EXTINGUISHED_AT_ONCE = "extinguished_at_once"
    RELEASED = "released"
    WAIVED = "waived"
