"""Ledger entries (台帳の記入): the money of every claim, never changed.

The one idea: one table of signed yen. The sequence is the commit order without a gap, the covering index answers every year's figures
in one pass. Kinds, accounts and signs are the domain's (`domain.claim.entry.POSTINGS`), enforced here by the database; the balance is
enforced by `register.triggers.ledger`.
"""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import POSTINGS, Account, Component, EntryKind
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.claim import Claim
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable

#: Kinds that may leave a claim overpaid, when the entry says so.
MAY_OVERPAY = (EntryKind.RECEIVED, EntryKind.REDUCED, EntryKind.REVERSED, EntryKind.APPROPRIATED)


def _posting(kind: EntryKind) -> Q:
    accounts, signs = POSTINGS[kind]
    sign = Q() if len(signs) == 2 else (Q(yen__gt=0) if 1 in signs else Q(yen__lt=0))
    return Q(kind=kind.value, account__in=sorted(account.value for account in accounts)) & sign


class Entry(Recorded):
    """`receivable` and `office` are where the entry is booked; `effective_on` is the day it takes effect (a receipt's day of payment).

    `reverses` is the entry a reversal corrects, `counterpart` the giving side that an arriving transfer or appropriation answers.
    """

    append_only = True

    sequence = models.BigAutoField(primary_key=True)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="entries")
    receivable = models.ForeignKey(Receivable, models.PROTECT, db_index=False, related_name="entries")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="entries")
    component = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    account = models.CharField(max_length=20)
    yen = models.BigIntegerField()
    effective_on = models.DateField()
    accounting_year = models.PositiveSmallIntegerField()
    portion = models.CharField(max_length=10)
    arrived_on = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=30, blank=True, default="")
    cause = models.CharField(max_length=30, blank=True, default="")
    allows_overpayment = models.BooleanField(default=False)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="reversed_by"
    )
    counterpart = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, db_index=False, related_name="answered_by"
    )
    document_number = models.CharField(max_length=40, blank=True, default="")
    note = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        indexes = [
            # Covering: the year's figures and the open claims of a receivable are read from the index alone.
            models.Index(
                fields=[
                    "receivable",
                    "accounting_year",
                    "portion",
                    "account",
                    "effective_on",
                    "sequence",
                    "yen",
                    "claim",
                ],
                name="entry_year_figures",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["reverses"], condition=Q(reverses__isnull=False), name="entry_reversed_once"
            ),
            models.UniqueConstraint(
                fields=["counterpart"], condition=Q(counterpart__isnull=False), name="entry_answered_once"
            ),
            models.CheckConstraint(condition=reduce(or_, map(_posting, EntryKind)), name="entry_posting"),
            models.CheckConstraint(condition=~Q(yen=0), name="entry_not_zero"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="entry_sequence"),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="entry_by_somebody"),
            one_of("entry_component", "component", values=choices(Component)),
            one_of("entry_account", "account", values=choices(Account)),
            one_of("entry_portion", "portion", values=choices(Portion)),
            one_of("entry_channel", "channel", values=["", *choices(Channel)]),
            models.CheckConstraint(
                condition=Q(channel="", arrived_on__isnull=True) | Q(kind=EntryKind.RECEIVED.value),
                name="entry_channel_of_receipts",
            ),
            models.CheckConstraint(
                condition=Q(arrived_on__isnull=True) | Q(arrived_on__gte=F("effective_on")), name="entry_arrival"
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.REVERSED.value, reverses__isnull=False)
                | ~Q(kind=EntryKind.REVERSED.value) & Q(reverses__isnull=True),
                name="entry_reversal",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["appropriated", "transferred"], yen__gt=0, counterpart__isnull=False)
                | Q(kind__in=["appropriated", "transferred"], yen__lt=0, counterpart__isnull=True)
                | ~Q(kind__in=["appropriated", "transferred"]) & Q(counterpart__isnull=True),
                name="entry_two_sides",
            ),
            models.CheckConstraint(
                condition=Q(kind="written_off", cause__in=choices(WriteOffCause)) | ~Q(kind="written_off"),
                name="entry_write_off_cause",
            ),
            models.CheckConstraint(
                condition=Q(allows_overpayment=False) | Q(kind__in=sorted(kind.value for kind in MAY_OVERPAY)),
                name="entry_overpayment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind} {self.yen}"
