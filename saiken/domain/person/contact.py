"""Contacts with people (折衝): by which way, and what came of it.

The one idea: a contact is taken down in seconds, so way and result are chosen from short lists; everything else is said in the note. What
follows from a contact is decided by rules, never here.
"""

from enum import StrEnum


class ContactMode(StrEnum):
    """電話をかけた, 電話を受けた, 窓口, 訪問, 手紙・メール, 勤務先への電話."""

    TELEPHONE_OUT = "telephone_out"
    TELEPHONE_IN = "telephone_in"
    COUNTER_CONTACT = "counter_contact"
    VISIT = "visit"
    LETTER_RECEIVED = "letter_received"
    WORKPLACE_CALL = "workplace_call"


class ContactResult(StrEnum):
    """話した, 納付の約束, 分割の相談, 不在, 伝言, 拒否, 番号違い・不通, 第三者のみ, 不在票."""

    SPOKE = "spoke"
    PROMISED_PAYMENT = "promised_payment"
    ASKED_INSTALMENTS = "asked_instalments"
    ABSENT = "absent"
    LEFT_MESSAGE = "left_message"
    REFUSED_TO_PAY = "refused_to_pay"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY_ONLY = "third_party_only"
    DISPUTED = "disputed"

    @property
    def reached_the_person(self) -> bool:
        """Whether somebody spoke with the person."""
        return self in _REACHED


_REACHED = frozenset(
    {
        ContactResult.SPOKE,
        ContactResult.PROMISED_PAYMENT,
        ContactResult.ASKED_INSTALMENTS,
        ContactResult.REFUSED_TO_PAY,
        ContactResult.DISPUTED,
    }
)
