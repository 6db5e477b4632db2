"""What was collected on claims while an office held them, from the ledger by the day of payment.

The one idea: every entry of the receipt account counts with its sign, so refunds and reversals lower the result; the day is the day it
takes effect, from the acceptance until the day before the end.
"""

from datetime import date

from django.db.models import F, Q, QuerySet, Sum

from saiken.domain.claim.entry import Account
from saiken.register.models import Entry


def receipts() -> QuerySet[Entry]:
    """The entries of the receipt account."""
    return Entry.objects.filter(account=Account.RECEIPT.value)


def collected_of(hand_over_id: int, *, until_on: date) -> int:
    """Yen of one hand-over up to a day, that day included."""
    held = receipts().filter(held_in(), claim__hand_overs__hand_over_id=hand_over_id, effective_on__lte=until_on)
    return int(held.aggregate(yen=Sum("yen"))["yen"] or 0)


def held_in() -> Q:
    """The entry took effect while the hand-over that it is joined with was in force."""
    standing = "claim__hand_overs__hand_over__standing__"
    ended = Q(**{f"{standing}ended_on__isnull": True}) | Q(**{f"{standing}ended_on__gt": F("effective_on")})
    return ended & Q(**{f"{standing}accepted_on__lte": F("effective_on")})


def percent(part_yen: int, whole_yen: int | None) -> str:
    """With one decimal, cut; empty without a whole.

    >>> percent(2, 3), percent(1, 0)
    ('66.6%', '')
    """
    if not whole_yen:
        return ""
    tenths = part_yen * 1000 // whole_yen
    return f"{tenths // 10}.{tenths % 10}%"
