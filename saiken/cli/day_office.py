"""What a night does for the offices: assignments made in advance, hand-overs that rules propose.

The one idea: both follow from what is recorded, so a second run of a day does nothing; nothing is handed over by itself unless a rule says
so.
"""

from dataclasses import dataclass
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions.apply_assignments import apply_assignments
from saiken.register.actions.draft_hand_overs import draft_hand_overs
from saiken.register.queries.due_standings import portions
from saiken.register.queries.hand_over_candidates import all_candidates, rules_on

#: Persons per commit.
_PORTION = 200


@dataclass(frozen=True)
class OfficeNight:
    """Files with another officer, hand-overs drafted, hand-overs carried through."""

    assigned: int
    drafted: int
    handed_over: int

    @property
    def line(self) -> str:
        """For the person at the machine."""
        return f"担当が替わった案件 {self.assigned:,}件、引継ぎの案 {self.drafted:,}件、自動で引き継いだもの {self.handed_over:,}件"


def roll_offices(on: date, *, lawbook: LawBook, by: str) -> OfficeNight:
    """Carry it out for a day."""
    drafted = {True: 0, False: 0}
    for rule in rules_on(on):
        if rule.proposes:
            for portion in portions(tuple(all_candidates(rule.rule_id, on=on)), _PORTION):
                ids = draft_hand_overs(rule_id=rule.rule_id, obligor_ids=portion, lawbook=lawbook, by=by, on=on)
                drafted[rule.is_automatic] += len(ids)
    return OfficeNight(apply_assignments(by=by, on=on), drafted[False], drafted[True])
