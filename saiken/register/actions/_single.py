"""One entry of one claim, the common part of increase, reduce, receive, refund and write_off.

The one idea: the verb differs in kind and sign alone.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done
from saiken.register.actions._claims import booked_claim
from saiken.register.actions._drafts import draft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh
from saiken.register.actions.particulars import Particulars


def single(
    kind: EntryKind, *, claim_id: int, yen: int, lawbook: LawBook, by: str, on: date, particulars: Particulars
) -> Done[int]:
    """Append one entry with signed `yen`; the value is its sequence number."""
    claim = booked_claim(claim_id, particulars.component)
    entry = draft(
        claim,
        kind,
        yen=yen,
        effective_on=on,
        component=particulars.component,
        particulars=particulars.fields(),
    )
    (sequence,) = append_entries([entry], by=by)
    refresh([claim_id], on=on, lawbook=lawbook, by=by)
    return Done(sequence, f"債権 {claim_id}", {"entry": sequence, "yen": yen, "component": particulars.component.value})
