"""Ledger entries of a claim: what happened to the money, never changed afterwards.

The one idea: every entry posts a signed number of yen to exactly one of three accounts, and
balance = assessment − receipt − write-off. The kind says why; the account and the sign say where. A correction is a new entry.
"""

from enum import StrEnum


class Component(StrEnum):
    """The money parts of a claim that are never mixed: 本体, 督促手数料, 延滞金, 加算金, 利子."""

    PRINCIPAL = "principal"
    DEMAND_FEE = "demand_fee"
    LATE_CHARGE = "late_charge"
    SURCHARGE = "surcharge"
    INTEREST = "interest"


class Account(StrEnum):
    """Where an entry posts: 調定, 収納, 不納欠損."""

    ASSESSMENT = "assessment"
    RECEIPT = "receipt"
    WRITE_OFF = "write_off"


class EntryKind(StrEnum):
    """Why money moved, in the past tense."""

    ASSESSED = "assessed"
    INCREASED = "increased"
    REDUCED = "reduced"
    RECEIVED = "received"
    REVERSED = "reversed"
    REFUNDED = "refunded"
    APPROPRIATED = "appropriated"
    TRANSFERRED = "transferred"
    WRITTEN_OFF = "written_off"


#: The cause of a receipt that a set-off brought: the city declared it, the obligor paid nothing.
SET_OFF_CAUSE = "set_off"

#: Account and allowed signs of the posted yen per kind. A reversal posts to the account of what it reverses;
#: an appropriation (充当) posts to RECEIPT, minus at the overpaid claim and plus at the other; a transfer posts
#: to ASSESSMENT, minus where the claim leaves and plus where it arrives.
POSTINGS: dict[EntryKind, tuple[frozenset[Account], frozenset[int]]] = {
    EntryKind.ASSESSED: (frozenset({Account.ASSESSMENT}), frozenset({1})),
    EntryKind.INCREASED: (frozenset({Account.ASSESSMENT}), frozenset({1})),
    EntryKind.REDUCED: (frozenset({Account.ASSESSMENT}), frozenset({-1})),
    EntryKind.RECEIVED: (frozenset({Account.RECEIPT}), frozenset({1})),
    EntryKind.REVERSED: (frozenset(Account), frozenset({1, -1})),
    EntryKind.REFUNDED: (frozenset({Account.RECEIPT}), frozenset({-1})),
    EntryKind.APPROPRIATED: (frozenset({Account.RECEIPT}), frozenset({1, -1})),
    EntryKind.TRANSFERRED: (frozenset({Account.ASSESSMENT}), frozenset({1, -1})),
    EntryKind.WRITTEN_OFF: (frozenset({Account.WRITE_OFF}), frozenset({1})),
}
