"""Keeps the standings of claims: the cache of what their facts and the law make of them.

The one idea: called by every action that changes facts of a claim, in its transaction and after its rows; thousands are computed from one
round of statements. A revision of spans is written only where the step function differs from the last one. The files of whoever answers
for the claims follow. Nothing is decided here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection

from saiken.law.lawbook import LawBook
from saiken.register.actions._bulk import Row, insert_rows
from saiken.register.actions._case_files import answering, refresh_case_files
from saiken.register.actions._plan_standings import keep_plans_of_claims
from saiken.register.actions._work_items import keep_claim_items
from saiken.register.models import ClaimStanding, LedgerClock, StateSpan
from saiken.register.queries.case import BATCH, cases_of
from saiken.register.queries.standing import (
    Revision,
    Stand,
    Step,
    basis_hash,
    kept_revisions,
    known_steps,
    stand_of,
    steps_of,
)
from saiken.register.queries.work_facts import LISTED
from saiken.register.queries.work_rows import Listed

_SPAN = ("claim_id", "revision", "from_on", "standing", "state_id", "recorded_at", "recorded_by")
_ROW = (
    "claim_id", "law_hash", "as_of_on", "next_change_on", "standing", "state_id", "completes_on", "extinct_on", "check_reason",
)  # fmt: skip
_NOWHERE = ("", "")


@dataclass(frozen=True)
class Moved:
    """A claim whose row now says something else: the standings before and after as (standing, state id); empty before the first."""

    claim_id: int
    before: tuple[str, str]
    after: tuple[str, str]


def refresh(claim_ids: Iterable[int], *, on: date, lawbook: LawBook, by: str) -> list[Moved]:
    """Compute and keep the standings of the claims as of `on`, or of a later day that their rows hold already; which of them moved.

    Only inside a transaction that has taken its moment from the clock.
    """
    waiting = iter(dict.fromkeys(claim_ids))
    moved: list[Moved] = []
    persons: set[int] = set()
    while ids := list(islice(waiting, BATCH)):
        moved.extend(_refresh_batch(ids, on=on, lawbook=lawbook, by=by))
        persons.update(answering(ids))
    refresh_case_files(sorted(persons))
    return moved


def _refresh_batch(ids: Sequence[int], *, on: date, lawbook: LawBook, by: str) -> list[Moved]:
    clock = LedgerClock.objects.get()
    recorded = (connection.ops.adapt_datetimefield_value(clock.last_recorded_at), by)
    basis = basis_hash(lawbook)
    kept, held = kept_revisions(ids), ClaimStanding.objects.in_bulk(ids)
    rows: list[Row] = []
    spans: list[Row] = []
    moved: list[Moved] = []
    listed: list[Listed] = []
    for claim_id, case in cases_of(ids):
        before = held.get(claim_id)
        day = max(on, before.as_of_on) if before else on
        stand, steps = stand_of(case, day, lawbook=lawbook), steps_of(case, lawbook=lawbook)
        rows.append(_row(claim_id, stand, day=day, law_hash=basis))
        revisions = list(kept.get(claim_id, ()))
        if not revisions or steps != revisions[-1].steps:
            number = revisions[-1].number + 1 if revisions else 1
            revisions.append(Revision(number, clock.last_recorded_at, steps))
            spans.extend(_spans(claim_id, number, steps=steps, recorded=recorded))
        if stand.standing in LISTED:
            listed.append(Listed(claim_id, case, day, stand, steps, known_steps(revisions)))
        was = (before.standing, before.state_id) if before else _NOWHERE
        if was != (stand.standing, stand.state_id):
            moved.append(Moved(claim_id, was, (stand.standing, stand.state_id)))
    insert_rows(StateSpan, _SPAN, rows=spans)
    insert_rows(ClaimStanding, _ROW, rows=rows, replacing="claim_id")
    keep_plans_of_claims(ids, on=on)
    keep_claim_items(ids, listed, lawbook=lawbook)
    return moved


def _spans(claim_id: int, revision: int, *, steps: Sequence[Step], recorded: Row) -> Iterator[Row]:
    for step in steps:
        yield claim_id, revision, _day(step.from_on), step.standing, step.state_id, *recorded


def _row(claim_id: int, stand: Stand, *, day: date, law_hash: str) -> Row:
    return (
        claim_id,
        law_hash,
        _day(day),
        _day(stand.next_change_on),
        stand.standing,
        stand.state_id,
        _day(stand.completes_on),
        _day(stand.extinct_on),
        stand.check_reason,
    )


def _day(day: date | None) -> Any:
    return None if day is None else connection.ops.adapt_datefield_value(day)
