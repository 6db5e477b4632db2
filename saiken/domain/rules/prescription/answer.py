"""The answer of prescription: when it commences and completes, and every event that moved it.

The one idea: one moment per event, with the commencement and completion that hold after it, so that the last moment is the answer.
Sentences are built only when they are read. What an event does is decided elsewhere.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.rules.prescription.wording import sentence_of
from saiken.law.citation import Citation

#: The period law before and after the reform of 2020-04-01.
OLD, NEW = "old", "new"


class Effect(StrEnum):
    """進行開始, 更新, 中断（旧法）, 完成猶予, 進行停止, 時効完成, 援用, 消滅, 効果なし, 基準日後."""

    COMMENCED = "commenced"
    RENEWED = "renewed"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"
    STOPPED = "stopped"
    COMPLETED = "prescription_completed"
    INVOKED = "prescription_invoked"
    EXTINGUISHED = "extinguished"
    NO_EFFECT = "no_effect"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day of the timeline: the event (None: the law alone), what it did and why, and where prescription stands after it.

    `reason` names the rule's sentence, `until` the day that sentence speaks of (the last day of a bar, the end of a procedure).
    """

    on: date
    event: CaseEvent | None
    effect: Effect
    reason: str
    citations: tuple[Citation, ...]
    commences_on: date
    completes_on: date | None
    until: date | None = None

    @property
    def sentence(self) -> str:
        """What happened, in Japanese, for the person at the counter."""
        return sentence_of(self.reason, on=self.on, until=self.until, commences_on=self.commences_on)


@dataclass(frozen=True)
class Prescription:
    """Where prescription stands on a day against one party.

    `completes_on` is the first day on which the period has run out, by prescription alone (None: postponed without an end); `complete`
    says whether that day has come, invoked or not. `extinct_on` is the day on which a suspension of disposition extinguishes the claim,
    where that is earlier. `barred_by` names the event without which the period would run out sooner. `next_change_on` is the day on which
    time alone changes this answer.
    """

    commences_on: date
    completes_on: date | None
    complete: bool
    needs_invocation: bool
    invoked_on: date | None
    extinct_on: date | None
    barred_by: str | None
    regime: str
    period_years: int
    timeline: tuple[Moment, ...]
    next_change_on: date | None
