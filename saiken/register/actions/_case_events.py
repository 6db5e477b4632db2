"""What a new case event is and what is demanded of it before it is written.

The one idea: what can be judged without the law is judged here, in sentences: days in order, parties that answer for the claim, no formal
demand twice on one day. Whether an event has the effect it is meant to have is the rules' business. It writes nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.domain.claim.outcomes import fits
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.models import CaseEvent, Claim, ObligorRole
from saiken.register.queries.answering import counting_roles


@dataclass(frozen=True)
class NewEvent:
    """One event of one claim, as `domain.claim.case_event.CaseEvent`; `obligor_ids` empty means the principal obligor."""

    claim_id: int
    kind: EventKind
    on: date
    until: date | None = None
    outcome: Outcome | None = None
    obligor_ids: tuple[int, ...] = ()
    delivered_on: date | None = None
    delivery: DeliveryResult | None = None
    applied_on: date | None = None
    designated_on: date | None = None
    instalment_yen: int | None = None
    reason: str = ""
    document_number: str = ""
    note: str = ""

    @property
    def place(self) -> str:
        """How a refusal names it."""
        return f"債権 {self.claim_id} {self.on.isoformat()} {self.kind}"


@dataclass(frozen=True)
class _Facts:
    """What the events of a batch are judged by: the day of each claim's cause, who answers for it, the demands that count already."""

    cause_on: Mapping[int, date]
    obligors: Mapping[int, set[int]]
    demands: set[tuple[int, date, frozenset[int]]]


def judged(events: Sequence[NewEvent]) -> None:
    """Raise InvalidInput or Refused at the first event that cannot be recorded."""
    facts = _facts({event.claim_id for event in events})
    for event in events:
        _demand_known(event, facts)
        _demand_days(event, cause_on=facts.cause_on[event.claim_id])
        if event.kind is EventKind.FORMAL_DEMAND:
            _demand_once(event, facts.demands)


def _facts(claim_ids: set[int]) -> _Facts:
    obligors: dict[int, set[int]] = defaultdict(set)
    cause_on: dict[int, date] = {}
    for pk, day, obligor_id in Claim.objects.filter(pk__in=claim_ids).values_list("pk", "cause_on", "obligor_id"):
        cause_on[pk] = day
        obligors[pk].add(obligor_id)
    roles = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids))
    for claim_id, obligor_id in roles.values_list("claim_id", "obligor_id"):
        obligors[claim_id].add(obligor_id)
    return _Facts(cause_on, obligors, _demands(claim_ids))


def _demands(claim_ids: set[int]) -> set[tuple[int, date, frozenset[int]]]:
    """The formal demands that count: claim, day and the obligors named."""
    rows = CaseEvent.objects.filter(
        claim_id__in=claim_ids,
        kind=EventKind.FORMAL_DEMAND.value,
        concludes__isnull=True,
        reverses__isnull=True,
        reversed_by__isnull=True,
    )
    named: dict[tuple[int, int, date], set[int]] = defaultdict(set)
    for pk, claim_id, on, obligor_id in rows.values_list("pk", "claim_id", "on", "parties"):
        named[pk, claim_id, on].update({obligor_id} - {None})
    return {(claim_id, on, frozenset(obligors)) for (_, claim_id, on), obligors in named.items()}


def _demand_known(event: NewEvent, facts: _Facts) -> None:
    if not isinstance(event.kind, EventKind):
        raise InvalidInput("経過の種類がありません", place=f"債権 {event.claim_id}", found=str(event.kind))
    if event.outcome is not None and not fits(event.kind, event.outcome):
        raise InvalidInput("この種類の経過は、そのようには終わりません", place=event.place, found=event.outcome)
    if event.claim_id not in facts.cause_on:
        raise InvalidInput("債権がありません", place="債権", found=str(event.claim_id))
    strangers = set(event.obligor_ids) - facts.obligors[event.claim_id]
    if strangers:
        raise InvalidInput(
            "この債権の債務者ではありません",
            place=event.place,
            found="、".join(str(pk) for pk in sorted(strangers)),
            expected="債権に登録されている債務者",
            remedy="先に連帯債務者、保証人、相続人などとして登録してください。",
        )


def _demand_days(event: NewEvent, *, cause_on: date) -> None:
    if event.on < cause_on:
        raise InvalidInput(
            "債権の発生より前の日付です",
            place=event.place,
            found=event.on.isoformat(),
            expected=f"{cause_on.isoformat()}以後",
        )
    for name, day in (("終わりの日", event.until), ("到達日", event.delivered_on), ("指定期限", event.designated_on)):
        if day is not None and day < event.on:
            raise InvalidInput(
                f"{name}が始まりより前です",
                place=event.place,
                found=day.isoformat(),
                expected=f"{event.on.isoformat()}以後",
            )
    if event.instalment_yen is not None and event.instalment_yen <= 0:
        raise InvalidInput("分割の額は1円以上の整数です", place=event.place, found=str(event.instalment_yen))


def _demand_once(event: NewEvent, demands: set[tuple[int, date, frozenset[int]]]) -> None:
    """同じ日の同じ督促を二度記録することはできない."""
    this = (event.claim_id, event.on, frozenset(event.obligor_ids))
    if this in demands:
        raise Refused(f"{event.place}: 同じ日の督促がすでに記録されています")
    demands.add(this)
