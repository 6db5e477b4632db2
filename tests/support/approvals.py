"""An office in which something is drafted and approved: a section under its bureau with people, and claims of the section.

The one idea: made by the register's own actions over the small register; the people are known by what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from saiken.register.actions._act_orders import ActOrder
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.register_office import register_office
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.models import Proposal
from saiken.register.models.office import OfficeKind
from saiken.register.queries.scope import scope_of
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_register import BEGIN, SmallRegister

DAY = date(2020, 6, 1)
SUSPENSION = "disposition_suspension"


@dataclass(frozen=True)
class ApprovingOffice:
    """`drafter` and `colleague` are case officers of the section, `manager` and `second` its managers, `chief` the bureau's."""

    small: SmallRegister
    section: int

    def claim(self, number: str, **facts: object) -> int:
        """A claim of the section."""
        return self.small.claim(number, **{"office_id": self.section, **facts})

    def order(self, *claim_ids: int, kind: str = SUSPENSION, **form: object) -> ActOrder:
        """An act on the small register's person; a suspension on a ground that the law admits unless another is given."""
        ground = {"reason": "15-7/1/1", "would_be_destitute": True} if kind == SUSPENSION else {}
        return ActOrder(
            kind=kind,
            obligor_id=self.small.obligor,
            claim_ids=claim_ids,
            submission=str(uuid4()),
            form={**ground, **form},
        )

    def drafted(self, *orders: ActOrder, by: str = "drafter", on: date = DAY, **further: object) -> int:
        """Drafted by somebody; its id."""
        given = {"title": "滞納処分の執行停止", "reason": "財産が見当たらないため", "submission": str(uuid4())}
        draft = Draft(office_id=self.section, orders=orders, **{**given, **further})  # type: ignore[arg-type]
        return draft_proposal(draft=draft, scope=scope_of(by, on=on), lawbook=BOOK, by=by, on=on)

    def submitted(self, *orders: ActOrder, on: date = DAY, **further: object) -> int:
        """Drafted and submitted; its id."""
        proposal_id = self.drafted(*orders, on=on, **further)
        submit_proposal(proposal_id=proposal_id, seen=0, by="drafter", on=on)
        return proposal_id

    def approved(self, *orders: ActOrder, levels: Sequence[str] = ("manager",), on: date = DAY) -> int:
        """Drafted, submitted and approved by these people in turn; its id."""
        proposal_id = self.submitted(*orders, on=on)
        for seen, who in enumerate(levels, start=1):
            approve_proposal(proposal_id=proposal_id, seen=seen, by=who, on=on)
        return proposal_id


def approving_office(small: SmallRegister) -> ApprovingOffice:
    """Make it in the default database."""
    section = register_office(
        key="section", name="見本課", kind=OfficeKind.SECTION, parent_id=small.bureau, by="kakari", on=BEGIN
    )
    people = (
        ("drafter", Role.CASE_OFFICER, section),
        ("colleague", Role.CASE_OFFICER, section),
        ("manager", Role.SECTION_MANAGER, section),
        ("second", Role.SECTION_MANAGER, section),
        ("chief", Role.SECTION_MANAGER, small.bureau),
        ("elsewhere", Role.SECTION_MANAGER, small.ward),
    )
    for username, role, office_id in people:
        create_user(
            username=username, display_name=f"架空 {username}", password="ichigo-ichie-2018", by="kakari", on=BEGIN
        )
        assign_role(username=username, office_id=office_id, role=role, by="kakari", on=BEGIN)
    return ApprovingOffice(small, section)


def standing_of(proposal_id: int) -> str:
    """How it stands in the row of the lists."""
    return Proposal.objects.get(pk=proposal_id).standing.standing
