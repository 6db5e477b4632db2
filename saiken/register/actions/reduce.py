"""Lowers the assessment of a claim (調定減・減免).

The one idea: what was already paid stays paid; an overpayment must be recorded as one.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import positive
from saiken.register.actions._single import single
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def reduce(
    *, claim_id: int, yen: int, lawbook: LawBook, by: str, on: date, particulars: Particulars = PLAIN
) -> Done[int]:
    """Assess `yen` less; returns the entry's sequence number."""
    return single(
        EntryKind.REDUCED, claim_id=claim_id, yen=-positive(yen), lawbook=lawbook, by=by, on=on, particulars=particulars
    )
