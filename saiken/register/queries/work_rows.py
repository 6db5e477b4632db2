"""The rows of the worklists that facts give: what the action keeps and the verification computes anew.

The one idea: one place turns the domain's items into columns, so the two cannot differ. It writes nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from saiken.domain.claim.case import Case
from saiken.domain.worklists.by_claim import claim_items
from saiken.domain.worklists.by_person import person_items
from saiken.domain.worklists.item import FAR, ClaimFacts, Item
from saiken.law.lawbook import LawBook
from saiken.register.queries.standing import Stand, Step
from saiken.register.queries.work_facts import Handled, Kept, file_facts
from saiken.register.worklists import catalogue

__all__ = ["Listed", "WorkRow", "catalogue", "claim_rows", "person_rows"]

#: The longest reason a row holds.
_WHY = 500


class WorkRow(NamedTuple):
    """The columns of a `WorkItem`, in the order in which they are written."""

    list_id: str
    office_id: int
    obligor_id: int
    claim_id: int | None
    receivable_id: int | None
    fiscal_year: int | None
    state_id: str
    since_on: date
    from_on: date
    until_on: date
    due_on: date
    yen: int
    held: str
    why: str


class Listed(NamedTuple):
    """A claim that may be on a list, as its standing was computed; `known` as `known_steps` tells."""

    claim_id: int
    case: Case | None
    on: date
    stand: Stand
    steps: Sequence[Step]
    known: Sequence[tuple[date, Sequence[Step]]] = ()


def claim_rows(listed: Listed, handled: Handled, *, kept: Kept, lawbook: LawBook) -> Iterator[WorkRow]:
    """The rows of one claim; one without a case has no terms of law and is only to be checked."""
    if listed.case is None:
        yield _row(_unknown(listed, handled), listed, handled=handled)
        return
    facts = ClaimFacts(
        case=listed.case,
        on=listed.on,
        state_id=listed.stand.state_id,
        completes_on=listed.stand.completes_on,
        extinct_on=listed.stand.extinct_on,
        balance_yen=handled.yen,
        fiscal_year=handled.fiscal_year,
        instalment=handled.instalment,
        demand_days=_demand_days(listed.case, lawbook),
        steps=_states(listed.steps),
        known=[(recorded_on, _states(steps)) for recorded_on, steps in listed.known],
        settings=catalogue().settings,
        needs_check=listed.stand.check_reason,
        planned_on=kept.planned.get(listed.claim_id),
        inquired=handled.obligor_id in kept.inquired,
    )
    for item in claim_items(facts, catalogue()):
        yield _row(item, listed, handled=handled)


def person_rows(obligor_ids: Sequence[int]) -> Iterator[WorkRow]:
    """The rows of persons at offices."""
    for obligor_id, office_id, facts in file_facts(obligor_ids):
        owed = {claim.receivable_id for claim in facts.claims}
        receivable_id = owed.pop() if len(owed) == 1 else None
        for item in person_items(facts, catalogue()):
            yield WorkRow(
                item.list_id, office_id, obligor_id, None, receivable_id, None, "",
                item.since_on, item.from_on, item.until_on, item.due_on, item.yen, item.held, item.why[:_WHY],
            )  # fmt: skip


def _states(steps: Sequence[Step]) -> list[tuple[date, str]]:
    return [(step.from_on, step.state_id) for step in steps]


def _demand_days(case: Case, lawbook: LawBook) -> int:
    return lawbook.terms(case.kind, on=case.due_on, profile=case.profile).demand.deadline_days


def _unknown(listed: Listed, handled: Handled) -> Item:
    day = handled.due_on
    return Item("data_to_check", day, day, FAR, day, handled.yen, "", listed.stand.check_reason)


def _row(item: Item, listed: Listed, *, handled: Handled) -> WorkRow:
    return WorkRow(
        item.list_id, handled.office_id, handled.obligor_id, listed.claim_id, handled.receivable_id, handled.fiscal_year,
        listed.stand.state_id, item.since_on, item.from_on, item.until_on, item.due_on, item.yen, item.held, item.why[:_WHY],
    )  # fmt: skip
