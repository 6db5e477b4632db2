"""Writes a claim off (不納欠損).

The one idea: bookkeeping only, in the fiscal year of the cause, which must be one that ends a claim. Whether the cause holds is a rule of
law, not checked here.
"""

from dataclasses import replace
from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import positive
from saiken.register.actions._single import single
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def write_off(
    *,
    claim_id: int,
    yen: int,
    cause: WriteOffCause,
    lawbook: LawBook,
    by: str,
    on: date,
    particulars: Particulars = PLAIN,
) -> Done[int]:
    """Write off `yen`; `on` is the day of the cause. Returns the entry's sequence number."""
    with_cause = replace(particulars, cause=cause.value)
    return single(
        EntryKind.WRITTEN_OFF,
        claim_id=claim_id,
        yen=positive(yen),
        lawbook=lawbook,
        by=by,
        on=on,
        particulars=with_cause,
    )
