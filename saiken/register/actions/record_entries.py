"""Records many entries at once: an import, a demo city.

The one idea: the same numbers, triggers and constraints as a single entry, and one audit row for all.
"""

from collections.abc import Iterable
from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._drafts import BookedClaim, EntryDraft, draft
from saiken.register.actions._ledger import append_entries

__all__ = ["BookedClaim", "EntryDraft", "draft", "record_entries"]


@action
def record_entries(*, drafts: Iterable[EntryDraft], source: str, by: str, on: date) -> Done[range]:
    """Append the drafts in their order; returns their sequence numbers. `source` says where they come from."""
    sequences = append_entries(drafts, by=by)
    return Done(sequences, f"{source} {len(sequences)}件", {"entries": len(sequences)})
