"""The three legal classes (債権区分) that decide what may be done about a claim.

The one idea: the class belongs to the claim, not to the receivable. What each class allows is written in `domain.rules`.
"""

from enum import StrEnum


class LegalClass(StrEnum):
    """強制徴収公債権, 非強制徴収公債権, 私債権; the values are the glossary's identifiers."""

    PUBLIC_ENFORCEABLE = "public_enforceable"
    PUBLIC_UNENFORCEABLE = "public_unenforceable"
    PRIVATE_LAW = "private_law"
