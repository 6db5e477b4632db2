"""Records many entries at once: an import, a demo city.

The one idea: the same numbers, triggers and constraints as a single entry, and one audit row for all. The standings of the claims are
computed once, after the last entry.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._drafts import BookedClaim, EntryDraft, draft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh
from saiken.register.queries.case import BATCH

__all__ = ["BookedClaim", "EntryDraft", "draft", "record_entries"]


def _untold(_done: int) -> None:
    """Nobody asked how far it is."""


@action
def record_entries(
    *,
    drafts: Iterable[EntryDraft],
    source: str,
    lawbook: LawBook,
    by: str,
    on: date,
    advance: Callable[[int], None] = _untold,
) -> Done[range]:
    """Append the drafts in their order; returns their sequence numbers. `source` says where they come from.

    `advance` is told how many more claims have their standings.
    """
    concerned: dict[int, None] = {}
    sequences = append_entries(_noted(drafts, concerned), by=by)
    for claims in _portions(concerned):
        refresh(claims, on=on, lawbook=lawbook, by=by)
        advance(len(claims))
    return Done(sequences, f"{source} {len(sequences)}件", {"entries": len(sequences)})


def _portions(claim_ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(claim_ids)
    while portion := list(islice(waiting, BATCH)):
        yield portion


def _noted(drafts: Iterable[EntryDraft], concerned: dict[int, None]) -> Iterator[EntryDraft]:
    """The drafts as they are; their claims are noted as they go by."""
    for entry in drafts:
        concerned[entry.claim_id] = None
        yield entry
