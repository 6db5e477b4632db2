"""Uses an overpayment for another claim (過誤納金の充当).

The one idea: two entries of the same yen in one transaction: minus at the overpaid claim, plus at the other, each in its own fiscal year.
"""

from datetime import date

from saiken.domain.claim.entry import EntryKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import booked_claim, positive
from saiken.register.actions._drafts import draft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh
from saiken.register.actions.particulars import PLAIN, Particulars


@action
def appropriate(
    *,
    from_claim_id: int,
    to_claim_id: int,
    yen: int,
    lawbook: LawBook,
    by: str,
    on: date,
    particulars: tuple[Particulars, Particulars] = (PLAIN, PLAIN),
) -> Done[range]:
    """Move `yen` of an overpayment to the other claim; `particulars` of both sides. Returns the numbers of both entries."""
    positive(yen)
    giving, taking = particulars
    sides = [(from_claim_id, -yen, giving, False), (to_claim_id, yen, taking, True)]
    entries = [
        draft(
            booked_claim(claim_id, side.component),
            EntryKind.APPROPRIATED,
            yen=signed_yen,
            effective_on=on,
            component=side.component,
            particulars={**side.fields(), "answers_previous": answers},
        )
        for claim_id, signed_yen, side, answers in sides
    ]
    numbers = append_entries(entries, by=by)
    refresh([from_claim_id, to_claim_id], on=on, lawbook=lawbook, by=by)
    return Done(numbers, f"債権 {from_claim_id} → {to_claim_id}", {"entries": list(numbers), "yen": yen})
