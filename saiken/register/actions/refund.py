"""Pays an overpayment back (還付).

The one idea: only what is overpaid can be refunded.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import positive
from saiken.register.actions._single import single
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def refund(
    *, claim_id: int, yen: int, lawbook: LawBook, by: str, on: date, particulars: Particulars = PLAIN
) -> Done[int]:
    """Refund `yen` of an overpayment; returns the entry's sequence number."""
    return single(
        EntryKind.REFUNDED,
        claim_id=claim_id,
        yen=-positive(yen),
        lawbook=lawbook,
        by=by,
        on=on,
        particulars=particulars,
    )
