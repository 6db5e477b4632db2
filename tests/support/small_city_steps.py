"""What several prepared persons of the small city went through: a claim assessed a month before it was due, a decision carried out.

The one idea: one way for all of them; whose claim it is, what was decided and why stands with the person.
"""

from datetime import date, timedelta

from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.assess import Assessment, assess
from saiken.register.actions.carry_out_proposal import carry_out_proposal
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.queries.scope import scope_of
from tests.support.law import BOOK
from tests.support.small_city import BY


def owed(
    number: str, yen: int, *, due_on: date, obligor_id: int, receivable_id: int, office_id: int, legal_class: LegalClass
) -> int:
    """One claim with that assessment number; its id."""
    notified_on = due_on - timedelta(days=30)
    claim = Assessment(
        receivable_id=receivable_id,
        obligor_id=obligor_id,
        office_id=office_id,
        legal_class=legal_class,
        assessment_number=number,
        cause_on=notified_on,
        due_before_shift_on=due_on,
        due_on=due_on,
        notified_on=notified_on,
        yen={Component.PRINCIPAL: yen},
        instalment="1期",
    )
    (claim_id,) = assess(assessments=[claim], lawbook=BOOK, by=BY, on=notified_on)
    return claim_id


def decided(draft: Draft, *, officer: str, manager: str, on: date) -> None:
    """Drafted and carried out by the officer, approved by the manager, all on one day."""
    scope = scope_of(officer, on=on)
    proposal_id = draft_proposal(draft=draft, scope=scope, lawbook=BOOK, by=officer, on=on)
    submit_proposal(proposal_id=proposal_id, seen=0, by=officer, on=on)
    approve_proposal(proposal_id=proposal_id, seen=1, reason="", by=manager, on=on)
    carry_out_proposal(proposal_id=proposal_id, seen=2, scope=scope, lawbook=BOOK, by=officer, on=on)
