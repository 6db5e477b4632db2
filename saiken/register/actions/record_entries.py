"""Records many entries at once: an import, a demo city.

The one idea: the same numbers, triggers and constraints as a single entry, and one audit row for all. The standings of the claims are
computed once, after the last entry.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._drafts import BookedClaim, EntryDraft, draft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh

__all__ = ["BookedClaim", "EntryDraft", "draft", "record_entries"]


@action
def record_entries(*, drafts: Iterable[EntryDraft], source: str, lawbook: LawBook, by: str, on: date) -> Done[range]:
    """Append the drafts in their order; returns their sequence numbers. `source` says where they come from."""
    concerned: dict[int, None] = {}
    sequences = append_entries(_noted(drafts, concerned), by=by)
    refresh(concerned, on=on, lawbook=lawbook, by=by)
    return Done(sequences, f"{source} {len(sequences)}件", {"entries": len(sequences)})


def _noted(drafts: Iterable[EntryDraft], concerned: dict[int, None]) -> Iterator[EntryDraft]:
    """The drafts as they are; their claims are noted as they go by."""
    for entry in drafts:
        concerned[entry.claim_id] = None
        yield entry
