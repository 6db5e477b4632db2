"""Raises the assessment of a claim (調定増).

The one idea: an increase is a new entry of the day it takes effect.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import positive
from saiken.register.actions._single import single
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def increase(
    *, claim_id: int, yen: int, lawbook: LawBook, by: str, on: date, particulars: Particulars = PLAIN
) -> Done[int]:
    """Assess `yen` more; returns the entry's sequence number."""
    return single(
        EntryKind.INCREASED,
        claim_id=claim_id,
        yen=positive(yen),
        lawbook=lawbook,
        by=by,
        on=on,
        particulars=particulars,
    )
