"""The effect of joint property investigation and disposition (共同の財産調査・滞納処分の効果): which claims, payments from when.

The one idea: the office that leads the joint work sets its rule for each fiscal year; these are the choices the rule makes. It counts
nothing itself.
"""

from enum import StrEnum


class JointBasis(StrEnum):
    """照会した一覧に載せた人, 財産調査をした人."""

    LISTED = "joint_listed"
    INQUIRED = "joint_inquired"


class JointStart(StrEnum):
    """一覧の照会又は財産調査の日から, その後の最初の差押えの日から."""

    ASKED = "joint_from_asked"
    SEIZED = "joint_from_seized"
