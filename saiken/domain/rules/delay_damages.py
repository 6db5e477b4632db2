"""遅延損害金: what a private claim paid late costs, from the rate of its first day of delay.

The one idea: the rate is fixed on the first day of delay (the contract's, else the statutory one) and never changes; only the balance and,
where the days are counted as they are, the length of the year do. Fractions are cut once, on the whole.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from saiken.domain.claim.case import DEFAULT_PROFILE, Case
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.era import format_wareki
from saiken.domain.dates.period import ONE_DAY, days_between, next_day
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.partial_payment import (
    Payment,
    balance_yen,
    days_of_change,
    demand_payments,
    demand_principal,
    first_demand,
    principal_history,
)
from saiken.domain.rules.percent import is_printable, percent_text
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import DelayDamagesTerms, Terms

#: The day counts: every year as 365 days, or each year as long as it is.
YEAR_OF_365, ACTUAL_YEAR = "365", "actual"

_PER_CENT = 100
_STATUTORY = "statutory_interest"
_DELAY, _AGREED = cite("civil_code/419/1"), cite("civil_code/420/1")
_OLD_DELAY = cite("civil_code_amendment_2017/17/3")
_WHOLE_YEN = cite("fraction_act/2/1")


@dataclass(frozen=True)
class DelayDamagesQuestion:
    """A principal, when it was due and paid (or to which day to charge); `rate` is the contract's, `day_count` what it says about years.

    `payments` are what reached the principal; costs and damages come first where nothing else is agreed (民法 489条).
    """

    principal_yen: int
    due_on: date
    paid_on: date
    kind: ClaimKind = ClaimKind.PRIVATE
    profile: str = DEFAULT_PROFILE
    rate: Fraction | None = None
    day_count: str = ""
    payments: tuple[Payment, ...] = ()
    designated_on: date | None = None
    assessed_on: date | None = None


@dataclass(frozen=True, slots=True)
class DamagesSegment:
    """Days with one balance in years of one length; `yen` is what they add to the whole yen reached."""

    from_on: date
    until_on: date
    days: int
    rate: Fraction
    base_yen: int
    yen: int
    year_days: int


@dataclass(frozen=True, slots=True)
class DelayDamages:
    """`raw_yen` is the sum of the segments, `yen` what is claimed of it after the contract's or ordinance's rounding."""

    yen: int
    raw_yen: int
    base_yen: int
    rate: Fraction
    segments: tuple[DamagesSegment, ...]


@dataclass(frozen=True, slots=True)
class _Agreed:
    """The terms that apply: rate with its source, day count, units."""

    terms: Terms
    damages: DelayDamagesTerms
    rate: Fraction
    step: Step
    day_count: str
    unverified: bool


def delay_damages(question: DelayDamagesQuestion, *, lawbook: LawBook) -> Explained[DelayDamages]:
    """遅延損害金は、履行期の翌日から支払の日までの日数に応じ、遅滞に陥った日の利率（契約に定めがあればその率）で計算する。

    Refuses contradictory questions (InvalidInput), kinds without delay damages (Refused) and a first day of delay without a published
    statutory rate (NotPublished).
    """
    _demand_answerable(question)
    agreed = _agreed(question, lawbook)
    first_on = next_day(question.due_on)
    if _settled_in_time(question, agreed):
        sentence = "履行期又は督促状の指定期限までに支払われているので、遅延損害金は生じない"
        nothing = DelayDamages(0, 0, _base_yen(agreed, question.principal_yen), agreed.rate, ())
        return Explained(nothing, _RULE, (Step(sentence, (_DELAY, *agreed.damages.citations), yen=0),))
    segments = tuple(_segments(question, agreed, first_on=first_on))
    raw_yen = sum(segment.yen for segment in segments)
    damages = DelayDamages(
        _result_yen(agreed, raw_yen), raw_yen, _base_yen(agreed, question.principal_yen), agreed.rate, segments
    )
    return Explained(
        damages, _RULE, tuple(_steps(question, agreed, damages=damages)), tuple(_assumed(question, agreed))
    )


_RULE = rule_sentence(delay_damages)


def delay_damages_of(case: Case, on: date, *, lawbook: LawBook) -> Explained[DelayDamages]:
    """ある日までの遅延損害金は、その日までに元本に充てられた支払だけを数えて計算する。"""
    terms = lawbook.terms(case.kind, on=case.due_on, profile=case.profile)
    if terms.delay_damages is None:
        step = Step("この債権に遅延損害金の定めはない。公債権の遅れには延滞金が生じる", terms.citations, yen=0)
        return Explained(DelayDamages(0, 0, 0, Fraction(0), ()), _RULE, (step,))
    history = principal_history(case, on=on)
    demand = first_demand(case, on=on)
    question = DelayDamagesQuestion(
        principal_yen=history.principal_yen,
        due_on=case.due_on,
        paid_on=on,
        kind=case.kind,
        profile=case.profile,
        payments=history.payments,
        designated_on=demand.designated_on if demand else None,
        assessed_on=history.assessed_on,
    )
    return delay_damages(question, lawbook=lawbook)


def _demand_answerable(question: DelayDamagesQuestion) -> None:
    """額と日付が矛盾する問い、負の利率、知らない日数の数え方には答えない。"""
    demand_principal(question.principal_yen, paid_on=question.paid_on, assessed_on=question.assessed_on)
    demand_payments(
        question.payments,
        principal_yen=question.principal_yen,
        paid_on=question.paid_on,
        assessed_on=question.assessed_on,
    )
    if question.rate is not None and (question.rate < 0 or not is_printable(question.rate)):
        raise InvalidInput(
            "利率として使えません",
            place="利率",
            found=f"{question.rate}",
            expected="0%以上、小数4桁までの年率",
            remedy="契約の利率を与えてください",
        )
    if question.day_count not in ("", YEAR_OF_365, ACTUAL_YEAR):
        raise InvalidInput(
            "日数の数え方を知りません",
            place="日数の数え方",
            found=question.day_count,
            expected=f"{YEAR_OF_365} 又は {ACTUAL_YEAR}",
            remedy="どちらかを与えてください",
        )
    if question.designated_on is not None and question.designated_on < question.due_on:
        raise InvalidInput(
            "督促状の指定期限が履行期より前です",
            place="指定期限",
            found=question.designated_on.isoformat(),
            expected=f"{question.due_on.isoformat()} 以後",
            remedy="督促状に記した期限を与えてください",
        )


def _agreed(question: DelayDamagesQuestion, lawbook: LawBook) -> _Agreed:
    terms = lawbook.terms(question.kind, on=question.due_on, profile=question.profile)
    damages = terms.delay_damages
    if damages is None:
        raise Refused("この種類の債権には遅延損害金の定めがありません。公債権であれば延滞金を計算してください")
    contract = question.rate if question.rate is not None else Fraction(damages.rate) if damages.rate else None
    day_count, unverified = question.day_count or damages.day_count, not terms.verified
    if contract is not None:
        sentence = f"契約又は条例に年{percent_text(contract)}の定めがあるので、これによる"
        step = Step(sentence, (_AGREED, _DELAY), rate=contract)
        return _Agreed(terms, damages, contract, step, day_count, unverified)
    first_on = next_day(question.due_on)
    value = lawbook.value(_STATUTORY, on=first_on)
    sentence = (
        f"遅滞に陥った{format_wareki(first_on)}の法定利率は年{percent_text(value.number)}で、その後に変わっても動かない"
    )
    articles = (_DELAY, *value.citations, *((_OLD_DELAY,) if _is_old(value.citations) else ()))
    return _Agreed(
        terms,
        damages,
        value.number,
        Step(sentence, articles, from_on=first_on, rate=value.number),
        day_count,
        unverified,
    )


def _is_old(citations: tuple[Citation, ...]) -> bool:
    """Whether the rate is one of the law before the amendment of 2020, kept for delays that had begun."""
    return any(citation.act == _OLD_ACT for citation in citations)


_OLD_ACT = "civil_code_old"


def _settled_in_time(question: DelayDamagesQuestion, agreed: _Agreed) -> bool:
    if question.paid_on <= question.due_on:
        return True
    designated_on = question.designated_on
    if designated_on is None or not agreed.damages.none_by_designated:
        return False
    left_yen = balance_yen(question.principal_yen, question.payments, on=next_day(designated_on))
    return question.paid_on <= designated_on or left_yen == 0


def _base_yen(agreed: _Agreed, owed_yen: int) -> int:
    damages = agreed.damages
    return 0 if owed_yen < damages.min_base_yen else owed_yen // damages.base_unit_yen * damages.base_unit_yen


def _result_yen(agreed: _Agreed, raw_yen: int) -> int:
    damages = agreed.damages
    return 0 if raw_yen < damages.min_result_yen else raw_yen // damages.result_unit_yen * damages.result_unit_yen


def _segments(question: DelayDamagesQuestion, agreed: _Agreed, *, first_on: date) -> Iterator[DamagesSegment]:
    """The days of delay by balance and length of year; each gives what it adds to the whole yen reached."""
    reached, until_on = Fraction(0), next_day(question.paid_on)
    marks = {first_on, until_on, *days_of_change(question.payments)}
    if agreed.day_count == ACTUAL_YEAR:
        marks.update(_changes_of_length(first_on, until_on))
    for start_on, end_on in pairwise(sorted(mark for mark in marks if first_on <= mark <= until_on)):
        owed_yen = balance_yen(question.principal_yen, question.payments, on=start_on)
        if not owed_yen:
            return
        days, year_days, base = (
            days_between(start_on, end_on),
            _year_days(agreed, start_on),
            _base_yen(agreed, owed_yen),
        )
        before_yen = reached.numerator // reached.denominator
        reached += Fraction(base * days, _PER_CENT * year_days) * agreed.rate
        yen = reached.numerator // reached.denominator - before_yen
        yield DamagesSegment(start_on, end_on, days, agreed.rate, base, yen, year_days)


def _changes_of_length(first_on: date, until_on: date) -> Iterator[date]:
    """The new years on which years begin that are longer or shorter than the one before."""
    for year in range(first_on.year + 1, until_on.year + 1):
        if calendar.isleap(year) != calendar.isleap(year - 1):
            yield date(year, 1, 1)


def _year_days(agreed: _Agreed, day: date) -> int:
    if agreed.day_count == ACTUAL_YEAR:
        return days_between(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    return int(agreed.day_count)


def _steps(question: DelayDamagesQuestion, agreed: _Agreed, *, damages: DelayDamages) -> Iterator[Step]:
    first_on, until_on = next_day(question.due_on), next_day(question.paid_on)
    days = days_between(first_on, until_on)
    yield Step(
        f"履行期（{format_wareki(question.due_on)}）の翌日から、支払又は計算の日の{format_wareki(question.paid_on)}まで、{days:,}日を数える",
        (_DELAY,),
        from_on=first_on,
        until_on=until_on,
        days=days,
    )
    yield Step(agreed.step.sentence, agreed.step.citations, from_on=first_on)
    sentence = f"元本{question.principal_yen:,}円のうち、{damages.base_yen:,}円を計算の基礎とする"
    yield Step(sentence, agreed.damages.citations, yen=damages.base_yen)
    for segment in damages.segments:
        yield _segment_step(segment)
    sentence = f"合計{damages.raw_yen:,}円から、端数の定めにより、遅延損害金は{damages.yen:,}円"
    yield Step(sentence, tuple(dict.fromkeys((_WHOLE_YEN, *agreed.damages.citations))), yen=damages.yen)


def _segment_step(segment: DamagesSegment) -> Step:
    span = f"{format_wareki(segment.from_on)}から{format_wareki(segment.until_on - ONE_DAY)}まで{segment.days:,}日"
    worked = f"{segment.base_yen:,}円 × {segment.days:,}日 × {percent_text(segment.rate)} ÷ {segment.year_days}日 = {segment.yen:,}円"
    return Step(
        f"{span}: {worked}（1円未満は最後に一度だけ切り捨てる）",
        (_DELAY, _WHOLE_YEN),
        from_on=segment.from_on,
        until_on=segment.until_on,
        days=segment.days,
        rate=segment.rate,
        yen=segment.yen,
    )


def _assumed(question: DelayDamagesQuestion, agreed: _Agreed) -> Iterator[str]:
    if not question.day_count:
        yield "日数の数え方が契約から与えられていないので、条例又は設定の定めによった"
    if agreed.damages.none_by_designated and question.designated_on is None:
        yield "督促状の指定期限が与えられていないので、期限内に支払われたものとはしなかった"
    if agreed.unverified:
        yield "この債権の端数と日数の定めは、原文で確認していない設定による"
