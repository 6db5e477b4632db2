"""What a plan consists of: claims with their entries and events, and who owes them.

The one idea: a plan speaks the register's words without its tables, so the same plan is folded by a test or inserted in bulk.
`obligor` counts the sheet's own people from 0; who they are is decided when all sheets are put together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.claim.write_off_cause import WriteOffCause

#: The obligor of a bulk assessment: nobody in particular.
IN_BULK = -1


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One ledger entry in signed whole yen; `answers` is the position of the claim's entry it reverses or is the other side of."""

    kind: EntryKind
    account: Account
    yen: int
    effective_on: date
    accounting_year: int
    portion: Portion
    office: str = ""
    channel: Channel | None = None
    arrived_on: date | None = None
    cause: WriteOffCause | None = None
    answers: int | None = None
    allows_overpayment: bool = False


@dataclass(frozen=True, slots=True)
class PlannedParty:
    """Somebody beside the obligor who answers for a claim; `relative` counts the people around one obligor from 0.

    `key` is the name events call the party by; `share` is an heir's, of the whole.
    """

    key: str
    role: PartyRole
    relative: int
    from_on: date
    share: tuple[int, int] | None = None
    cap_yen: int | None = None


@dataclass(frozen=True, slots=True)
class AssessmentDays:
    """The days an assessment has; `due_on` is `due_before_shift_on` moved off a weekend."""

    cause_on: date
    accrued_on: date
    notified_on: date
    due_before_shift_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """One assessment; `stands_for` claims when made in bulk. `number` is the receivable's; `office` a ward, "" for the section.

    `levy_year` is set for a late assessment of an earlier year that its receivable shows in the past column at once. `state_id` is the
    state that its events lead to on the last day of the sheet's year, "" when it is settled by then.
    """

    number: str
    legal_class: LegalClass
    component: Component
    office: str
    obligor: int
    fiscal_year: int
    levy_year: int | None
    assessment_number: str
    instalment: str
    days: AssessmentDays
    stands_for: int
    entries: tuple[PlannedEntry, ...]
    state_id: str
    events: tuple[CaseEvent, ...]
    parties: tuple[PlannedParty, ...]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The claims of one sheet, owed by obligors 0 … `obligors` − 1, of whom the first `open_obligors` owe at the end of its year.

    `faults` says in Japanese where the paper breaks its own rules and what is held instead.
    """

    claims: tuple[PlannedClaim, ...]
    obligors: int
    open_obligors: int
    faults: tuple[str, ...] = ()


#: Thousand yen by column id, blanks as zero, per fiscal year: the result rows a plan must come out at.
ResultRows = Mapping[int, Mapping[str, int]]
