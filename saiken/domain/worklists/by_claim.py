"""Which lists a claim is on: every rule asked, holds applied.

The one idea: the rules by list id; the answer is the same whoever asks and whenever, as long as the facts are. Nothing is stored here.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.worklists import changes, deadlines, deciding, following
from saiken.domain.worklists.catalogue import Catalogue, WorkList
from saiken.domain.worklists.holds import Hold, holds_of, longest
from saiken.domain.worklists.item import FAR, ClaimFacts, Found, Item

#: What a rule answers: a row, several, or none.
Answer = Found | Iterable[Found] | None

RULES: dict[str, Callable[[ClaimFacts], Answer]] = {
    rule.__name__: rule
    for rule in (
        deadlines.pledge_breached,
        deadlines.first_instalment,
        changes.state_changed,
        deadlines.first_demand,
        deadlines.prescription_soon,
        deadlines.prescription_this_year,
        deadlines.settlement_due,
        deadlines.plan_ends,
        deadlines.suspension_review,
        deadlines.suspension_three_years,
        following.answers_overdue,
        following.property_found,
        following.seizure_notice_unpaid,
        following.seized_not_converted,
        following.pledge_broken,
        following.pledge_cancelled,
        following.guarantor,
        following.insolvency_claim,
        deciding.suspension_candidate,
        deciding.waiver_candidate,
        deciding.write_off_candidate,
        deciding.returned_mail,
        deciding.residence_doubtful,
        deciding.residence_again,
        deciding.heirs_to_find,
    )
}

#: What still concerns a claim that is extinguished.
AFTER_THE_END = frozenset({"write_off_candidate", "waiver_candidate", "suspension_three_years", "state_changed"})


def claim_items(facts: ClaimFacts, catalogue: Catalogue) -> list[Item]:
    """Every row of a claim with a balance that has fallen due; rows that ended before its day are left out."""
    if facts.needs_check:
        return [
            _item(catalogue.lists["data_to_check"], found, facts=facts, held=())
            for found in _each(deciding.data_to_check(facts))
        ]
    held = tuple(holds_of(facts)) if facts.by_kind else ()
    gone_on = _gone_on(facts)
    items = []
    for list_id, rule in RULES.items():
        for found in _each(rule(facts)):
            item = _item(catalogue.lists[list_id], found, facts=facts, held=held)
            until_on = item.until_on if list_id in AFTER_THE_END else min(item.until_on, gone_on)
            if until_on > facts.on and item.since_on < until_on:
                items.append(_until(item, until_on))
    return items


def _gone_on(facts: ClaimFacts) -> date:
    """The day on which the claim is gone; a private claim whose period has run may still be paid until that is invoked."""
    is_private = facts.case.legal_class is LegalClass.PRIVATE_LAW
    completes_on = None if is_private else facts.completes_on
    return min(day for day in (completes_on, facts.extinct_on, FAR) if day is not None)


def _each(answer: Answer) -> Iterator[Found]:
    if isinstance(answer, Found):
        yield answer
    elif answer is not None:
        yield from answer


def _item(work_list: WorkList, found: Found, *, facts: ClaimFacts, held: tuple[Hold, ...]) -> Item:
    hold = longest(iter(held), work_list.held_by)
    shows_on = max(found.since_on, hold.until_on) if hold is not None else found.since_on
    return Item(
        list_id=work_list.id,
        since_on=found.since_on,
        from_on=shows_on,
        until_on=found.until_on,
        due_on=found.due_on,
        yen=facts.balance_yen,
        held=hold.reason if hold is not None and shows_on > found.since_on else "",
        why=found.why,
    )


def _until(item: Item, until_on: date) -> Item:
    if until_on == item.until_on:
        return item
    return Item(item.list_id, item.since_on, item.from_on, until_on, item.due_on, item.yen, item.held, item.why)
