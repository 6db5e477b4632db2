"""What a precondition is asked: one claim, the form as it is filled in, the day, the law.

The one idea: every precondition has this one shape, so the engine asks any of them alike. It holds no rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PRINCIPAL_KEY, PartyRole, key_of
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission
from saiken.law.lawbook import LawBook

#: The roles whose keys bear a number.
_FURTHER = tuple(role for role in PartyRole if role is not PartyRole.PRINCIPAL)


@dataclass(frozen=True)
class Asked:
    """May this be done to this claim on this day? `together` are the other claims of the same stroke."""

    case: Case
    form: Form
    on: date
    lawbook: LawBook
    together: tuple[Case, ...] = ()

    @property
    def is_corporation(self) -> bool:
        """Whether the principal obligor is one."""
        return any(party.is_corporation for party in self.case.parties if party.role is PartyRole.PRINCIPAL)

    def named(self, role: PartyRole) -> tuple[str, ...]:
        """The keys in that role of the obligors whom the form names, registered or not."""
        return tuple(key_of(role, obligor_id) for obligor_id in self.form.ids("parties"))

    def against(self) -> tuple[str, ...]:
        """The keys of those whom the form names, in whatever role they answer; nobody named is the principal obligor."""
        keys = {party.key for party in self.case.parties}
        told = [
            [key_of(role, one) for role in _FURTHER if key_of(role, one) in keys] for one in self.form.ids("parties")
        ]
        named = dict.fromkeys(key for found in told for key in (found or [PRINCIPAL_KEY]))
        return tuple(named) or (PRINCIPAL_KEY,)

    def party(self) -> str:
        """The key of the one party that the form names, in whatever role; nobody named is the principal obligor."""
        keys = {party.key for party in self.case.parties}
        told = [key_of(role, obligor_id) for obligor_id in self.form.ids("parties") for role in _FURTHER]
        return next((key for key in told if key in keys), PRINCIPAL_KEY)


Precondition = Callable[[Asked], Explained[Permission]]
