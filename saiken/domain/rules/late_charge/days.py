"""The days of a late charge: which day is the first, where the first tier ends, and the stretches of days that are charged alike.

The one idea: every boundary (tier, payment, grace, and a new year where the method asks) is a mark, and the days between two marks are one
stretch. Rates and yen come later.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import day_counted_from, last_day_of_months, next_day
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.late_charge.question import Grace, LateChargeQuestion, Suspension, demand_answerable
from saiken.domain.rules.partial_payment import balance_yen, days_of_change
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import ChargeStart, LateChargeTerms, Terms, TierEnd, Truncation

#: 「起算して十日を経過した日」: the days counted from the demand, its own day being the first.
_TEN_DAYS = "seizure_days_after_demand"


class ChargeBasis(StrEnum):
    """Why a stretch of days is charged as it is: 第一段階, 第二段階, 一律, 猶予特例基準割合, 全額免除, 計算の最低額未満."""

    FIRST_TIER = "first_tier"
    LATER_TIER = "later_tier"
    SINGLE_RATE = "single_rate"
    GRACE_RATE = "grace_rate"
    WAIVED_IN_FULL = "waived_in_full"
    BELOW_MINIMUM = "below_minimum"


class Uncharged(StrEnum):
    """Why nothing is charged at all: 納期限までの納付, 督促の前の納付, 督促状の指定期限までの納付."""

    PAID_IN_TIME = "paid_in_time"
    PAID_BEFORE_DEMAND = "paid_before_demand"
    PAID_BY_DESIGNATED = "paid_by_designated"


@dataclass(frozen=True, slots=True)
class Frame:
    """The question with its terms and the days they make: charged from `first_on` up to but not including `until_on`.

    `tier_until` is the first day after the first tier, None where there is one rate only.
    """

    question: LateChargeQuestion
    terms: Terms
    late: LateChargeTerms
    truncation: Truncation
    first_on: date
    until_on: date
    tier_until: date | None
    uncharged: Uncharged | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one balance, one tier and one treatment."""

    from_on: date
    until_on: date
    balance_yen: int
    basis: ChargeBasis
    waiver: Grace | Suspension | None


def frame_of(question: LateChargeQuestion, *, lawbook: LawBook) -> Frame:
    """The terms in force on the due day and the days they make; refuses what cannot be answered."""
    demand_answerable(question)
    terms = lawbook.terms(question.kind, on=question.due_on, profile=question.profile)
    late = terms.late_charge
    if late is None:
        raise Refused("この種類の債権には延滞金の定めがありません。私債権であれば遅延損害金を計算してください")
    after_designated = late.start is ChargeStart.AFTER_DESIGNATED
    first_on = next_day(_designated_on(question) if after_designated else question.due_on)
    return Frame(
        question=question,
        terms=terms,
        late=late,
        truncation=question.truncation or late.truncation,
        first_on=first_on,
        until_on=next_day(question.paid_on),
        tier_until=_tier_until(question, late, first_on=first_on, lawbook=lawbook),
        uncharged=_uncharged(question, late, first_on=first_on),
    )


def _tier_until(
    question: LateChargeQuestion, late: LateChargeTerms, *, first_on: date, lawbook: LawBook
) -> date | None:
    """The first day of the later tier, never before the first counted day."""
    match late.tier_end:
        case TierEnd.MONTHS:
            return next_day(last_day_of_months(first_on, late.tier_months))
        case TierEnd.DEMAND_TEN_DAYS:
            ten_days = int(lawbook.value(_TEN_DAYS, on=question.due_on).number)
            return max(first_on, next_day(day_counted_from(_demanded_on(question), ten_days + 1)))
        case TierEnd.DESIGNATED_DAY:
            return max(first_on, next_day(_designated_on(question)))
    return None


def _demanded_on(question: LateChargeQuestion) -> date:
    if question.demanded_on is None:
        raise InvalidInput(
            "この条例の延滞金は、督促の日が分からなければ計算できません",
            place="督促の日",
            expected="督促状を発した日",
            remedy="督促の日を与えてください",
        )
    return question.demanded_on


def _designated_on(question: LateChargeQuestion) -> date:
    if question.designated_on is None:
        raise InvalidInput(
            "この条例の延滞金は、督促状の指定期限が分からなければ計算できません",
            place="指定期限",
            expected="督促状に記した期限",
            remedy="指定期限を与えてください",
        )
    return question.designated_on


def _uncharged(question: LateChargeQuestion, late: LateChargeTerms, *, first_on: date) -> Uncharged | None:
    """Why nothing is charged whatever the days are, or None."""
    if question.paid_on < first_on:
        by_designated = question.paid_on > question.due_on
        return Uncharged.PAID_BY_DESIGNATED if by_designated else Uncharged.PAID_IN_TIME
    if late.only_after_designated and _settled_by(question, _designated_on(question)):
        return Uncharged.PAID_BY_DESIGNATED
    demanded_on = question.demanded_on
    if question.kind is not ClaimKind.TAX and demanded_on is not None and _settled_before(question, demanded_on):
        return Uncharged.PAID_BEFORE_DEMAND
    return None


def _settled_by(question: LateChargeQuestion, day: date) -> bool:
    """Whether nothing was owed any more at the end of a day."""
    return question.paid_on <= day or balance_yen(question.principal_yen, question.payments, on=next_day(day)) == 0


def _settled_before(question: LateChargeQuestion, day: date) -> bool:
    """Whether nothing was owed any more when a day began."""
    return question.paid_on < day or balance_yen(question.principal_yen, question.payments, on=day) == 0


def stretches(frame: Frame) -> list[Stretch]:
    """The charged days, cut at every mark; days with nothing owed are left out."""
    if frame.uncharged is not None:
        return []
    question, waivers = frame.question, frame.question.waivers
    found = []
    for from_on, until_on in pairwise(_marks(frame)):
        owed_yen = balance_yen(question.principal_yen, question.payments, on=from_on)
        if owed_yen:
            waiver = next((each for each in waivers if each.from_on <= from_on < each.until_on), None)
            found.append(Stretch(from_on, until_on, owed_yen, _tier(frame, from_on), waiver))
    return found


def _tier(frame: Frame, day: date) -> ChargeBasis:
    if frame.tier_until is None:
        return ChargeBasis.SINGLE_RATE
    return ChargeBasis.FIRST_TIER if day < frame.tier_until else ChargeBasis.LATER_TIER


def _marks(frame: Frame) -> list[date]:
    """Every day on which something changes, first and end included, in order."""
    first_on, until_on, question = frame.first_on, frame.until_on, frame.question
    marks = {first_on, until_on}
    if frame.tier_until is not None:
        marks.add(frame.tier_until)
    marks.update(days_of_change(question.payments))
    for waiver in question.waivers:
        marks.update((waiver.from_on, waiver.until_on))
    if frame.truncation is Truncation.PER_CALENDAR_YEAR:
        marks.update(date(year, 1, 1) for year in range(first_on.year + 1, until_on.year + 1))
    return sorted(mark for mark in marks if first_on <= mark <= until_on)
