"""The rows of a claim's explanation: what a template lays out, one class for each table of the page.

The one idea: a row holds values to be shown and links to be followed, nothing that is still to be worked out. It reads no register.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.rules.prescription import Prescription
from saiken.web.components.timeline import Timeline
from saiken.web.law.lines import Cited

#: So many days before the period runs out the page warns: about half a year, in which an action can still be brought.
NEAR_DAYS = 183


@dataclass(frozen=True)
class ChargeRow:
    """Days charged alike; both days are included."""

    from_on: date
    last_on: date
    days: int
    rate: str
    base_yen: int
    yen: int


@dataclass(frozen=True)
class MomentRow:
    """One day of the timeline of prescription; `event` is empty where the law alone acts."""

    on: date
    event: str
    effect: str
    sentence: str
    completes_on: date | None
    articles: tuple[Cited, ...]


@dataclass(frozen=True)
class RemedyRow:
    """What keeps the period from running out: the last day on which it works, and what it would bring today.

    `completes_on` is None where it would postpone completion as long as it lasts.
    """

    kind: str
    last_on: date | None
    days: int
    works: bool
    completes_on: date | None
    effect: str
    sentence: str
    articles: tuple[Cited, ...]

    @property
    def is_near(self) -> bool:
        """Whether it is time to act."""
        return self.days <= NEAR_DAYS


@dataclass(frozen=True)
class PartyRow:
    """Prescription against one party: its answer, timeline and drawing, or why there is none."""

    role: str
    name: str
    refusal: str
    rule: str
    answer: Prescription | None
    timeline: tuple[MomentRow, ...]
    drawing: Timeline | None
    remedies: tuple[RemedyRow, ...] = ()


@dataclass(frozen=True)
class LimitRow:
    """The last day before the period runs out, and how many days there are to it; when `is_over`, the day on which it ran out.

    `role` and `name` say against whom, where the parties' days differ.
    """

    on: date
    days: int
    is_over: bool
    role: str = ""
    name: str = ""

    @property
    def is_near(self) -> bool:
        """Whether it is time to act."""
        return self.days <= NEAR_DAYS


@dataclass(frozen=True)
class HeldRow:
    """A state whose condition holds: words, party, facts, articles, the records that prove it, and why it lost (empty if it won)."""

    label: str
    role: str
    name: str
    since: date
    sentence: str
    articles: tuple[Cited, ...]
    records: tuple[CaseEvent, ...]
    why: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """What changes the state next; `label` is the state it leads to, empty where that depends."""

    on: date | None
    days: int | None
    sentence: str
    label: str
