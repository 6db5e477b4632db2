"""The facts about one claim: what it is, who answers for it, what moved its money, what was done.

The one idea: every rule and the classification read this one value and a day; facts later than the day do not exist for them. The register
builds it from its rows, the command line from a file; it computes only what is arithmetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import SOLE_PRINCIPAL, Party

#: The default municipality's ordinances.
DEFAULT_PROFILE = "default"


@dataclass(frozen=True)
class Movement:
    """Money of one ledger entry: signed yen on an account; `voluntary` when the obligor paid it, not force or a third party."""

    on: date
    account: Account
    component: Component
    yen: int
    voluntary: bool = False

    @property
    def change_yen(self) -> int:
        """What it adds to the balance."""
        return self.yen if self.account is Account.ASSESSMENT else -self.yen


@dataclass(frozen=True)
class Case:
    """One claim with its history. `cause_on` is the day of the contract or disposition behind it, `due_on` the due day in force."""

    kind: ClaimKind
    legal_class: LegalClass
    cause_on: date
    due_on: date
    profile: str = DEFAULT_PROFILE
    parties: tuple[Party, ...] = SOLE_PRINCIPAL
    movements: Sequence[Movement] = field(default=())
    events: Sequence[CaseEvent] = field(default=())

    def balance_yen(self, on: date, component: Component | None = None) -> int:
        """What was owed at the end of a day, of one component or of all."""
        return sum(
            movement.change_yen
            for movement in self.movements
            if movement.on <= on and component in (None, movement.component)
        )

    def events_until(self, on: date) -> list[CaseEvent]:
        """The events that had happened by the end of a day, in order of their days."""
        return sorted((event for event in self.events if event.on <= on), key=lambda event: event.on)
