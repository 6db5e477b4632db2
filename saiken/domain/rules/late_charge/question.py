"""What is asked about a late charge, and the questions that cannot be answered because they contradict themselves.

The one idea: every date is the day in force as given; graces and suspensions are half-open spans that never overlap. It computes no yen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from saiken.domain.claim.case import DEFAULT_PROFILE
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.partial_payment import Payment, demand_payments, demand_principal
from saiken.law.ordinance import Truncation


class GraceGround(StrEnum):
    """Why grace was given: 災害・盗難 and 病気・負傷 waive all, 事業の休廃業・損失など and 換価の猶予 waive what exceeds the grace rate."""

    DISASTER = "disaster"
    ILLNESS = "illness"
    BUSINESS = "business"
    CONVERSION = "conversion"

    @property
    def waives_all(self) -> bool:
        """Whether nothing at all is charged during the grace."""
        return self in (GraceGround.DISASTER, GraceGround.ILLNESS)


@dataclass(frozen=True)
class Grace:
    """A grace of collection or conversion from `from_on` up to but not including `until_on`."""

    from_on: date
    until_on: date
    ground: GraceGround = GraceGround.CONVERSION


@dataclass(frozen=True)
class Suspension:
    """A suspension of disposition (滞納処分の停止) from `from_on` up to but not including `until_on`."""

    from_on: date
    until_on: date


@dataclass(frozen=True)
class LateChargeQuestion:
    """A principal, when it was due and paid (or to which day to charge), and what happened in between.

    `paid_on` is the last day that counts: the day the rest was paid, or the day up to which the charge is wanted.
    """

    kind: ClaimKind
    principal_yen: int
    due_on: date
    paid_on: date
    profile: str = DEFAULT_PROFILE
    payments: tuple[Payment, ...] = ()
    demanded_on: date | None = None
    designated_on: date | None = None
    graces: tuple[Grace, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    truncation: Truncation | None = None
    assessed_on: date | None = None

    @property
    def waivers(self) -> Sequence[Grace | Suspension]:
        """Graces and suspensions in the order of their days."""
        if not self.graces and not self.suspensions:
            return ()
        return sorted((*self.graces, *self.suspensions), key=lambda waiver: waiver.from_on)


def demand_answerable(question: LateChargeQuestion) -> None:
    """額、日付、督促、猶予が互いに矛盾する問いには答えない。"""
    demand_principal(question.principal_yen, paid_on=question.paid_on, assessed_on=question.assessed_on)
    if question.payments:
        demand_payments(
            question.payments,
            principal_yen=question.principal_yen,
            paid_on=question.paid_on,
            assessed_on=question.assessed_on,
        )
    _demand_demand(question)
    if question.graces or question.suspensions:
        _demand_waivers(question.waivers)


def _demand_demand(question: LateChargeQuestion) -> None:
    """督促は納期限の後に発し、その指定期限は発付の日以後である。"""
    demanded_on, designated_on = question.demanded_on, question.designated_on
    if demanded_on is not None and demanded_on <= question.due_on:
        raise InvalidInput(
            "督促の日が納期限までの日です",
            place="督促の日",
            found=demanded_on.isoformat(),
            expected=f"{question.due_on.isoformat()} より後",
            remedy="督促状を発した日を与えてください",
        )
    earliest_on = demanded_on or question.due_on
    if designated_on is not None and designated_on < earliest_on:
        raise InvalidInput(
            "督促状の指定期限が早すぎます",
            place="指定期限",
            found=designated_on.isoformat(),
            expected=f"{earliest_on.isoformat()} 以後",
            remedy="督促状に記した期限を与えてください",
        )


def _demand_waivers(waivers: Sequence[Grace | Suspension]) -> None:
    """猶予と停止の期間は、始まりが終わりより前にあり、互いに重ならない。"""
    for waiver in waivers:
        if waiver.until_on <= waiver.from_on:
            raise InvalidInput(
                "期間の終わりが始まりより前です",
                place=waiver_label(waiver),
                found=_shown(waiver),
                expected="始まりの日以後の終わりの日",
                remedy="始まりと終わりの日を入れ替えていないか確かめてください",
            )
    for earlier, later in pairwise(waivers):
        if later.from_on < earlier.until_on:
            raise InvalidInput(
                "猶予又は停止の期間が重なっています",
                place=waiver_label(later),
                found=_shown(later),
                expected=f"{earlier.until_on.isoformat()} 以後に始まる期間",
                remedy="先の期間を、後の期間が始まる前の日までとしてください",
            )


def waiver_label(waiver: Grace | Suspension) -> str:
    """What it is called."""
    return "滞納処分の停止" if isinstance(waiver, Suspension) else "猶予"


def _shown(waiver: Grace | Suspension) -> str:
    """The span with both days included, as people give it."""
    last = date.fromordinal(waiver.until_on.toordinal() - 1)
    return f"{waiver.from_on.isoformat()} から {last.isoformat()} まで"
