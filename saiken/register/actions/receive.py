"""Records money that was paid (収納).

The one idea: `on` is the day of payment, which is the day it takes effect; the day it arrived is a particular.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import positive
from saiken.register.actions._single import single
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def receive(
    *, claim_id: int, yen: int, lawbook: LawBook, by: str, on: date, particulars: Particulars = PLAIN
) -> Done[int]:
    """Receive `yen` on the claim; returns the entry's sequence number."""
    return single(
        EntryKind.RECEIVED, claim_id=claim_id, yen=positive(yen), lawbook=lawbook, by=by, on=on, particulars=particulars
    )
