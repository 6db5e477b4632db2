"""A late charge with its reasons: each day counted, each rate, each cut in sentences with their articles.

The one idea: the yen come from `charge`; here every number found there is said again in the order in which an official works it out
by hand. It decides nothing.
"""

from collections.abc import Iterator

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.era import format_wareki
from saiken.domain.dates.period import ONE_DAY, days_between, next_day
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.late_charge.charge import GRACE_RATE, LateCharge, Segment, charge_in, rate_id
from saiken.domain.rules.late_charge.days import ChargeBasis, Frame, Uncharged, frame_of
from saiken.domain.rules.late_charge.question import LateChargeQuestion
from saiken.domain.rules.partial_payment import balance_yen
from saiken.domain.rules.percent import percent_text
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import ChargeStart, TierEnd, Truncation
from saiken.law.parameter import DatedValue

_TAX_CHARGE = cite("local_tax_act/326/1")
_BASE, _RESULT, _FRACTION = cite("local_tax_act/20-4-2/2"), cite("local_tax_act/20-4-2/5"), cite("local_tax_act/s3-2/6")
_AFTER_PAYMENT = (cite("local_tax_act/20-9-4/1"), cite("local_tax_act/20-9-4/2"))
_PERIOD = cite("local_tax_act/20-5/1")
_WAIVER, _GRACE_FORMULA = cite("local_tax_act/15-9/1"), cite("local_tax_act/s3-2/3")
_BY_ORDINANCE, _LIKE_TAX = cite("local_autonomy_act/231-3/2"), cite("local_autonomy_act/231-3/3")
_YEAR_OF_DAYS = cite("annual_rate_act/25")

_BASIS_WORDS = {
    ChargeBasis.FIRST_TIER: "第一段階",
    ChargeBasis.LATER_TIER: "第二段階",
    ChargeBasis.SINGLE_RATE: "一律",
    ChargeBasis.GRACE_RATE: "猶予特例基準割合による期間",
}
_UNCHARGED_WORDS = {
    Uncharged.PAID_IN_TIME: "納期限までに納付されているので、延滞金は生じない",
    Uncharged.PAID_BEFORE_DEMAND: "督促より前に全額が納付されているので、延滞金は徴収しない",
    Uncharged.PAID_BY_DESIGNATED: "督促状の指定期限までに納付されているので、延滞金は生じない",
}
_CUT_WORDS = {
    Truncation.PER_RATE_SEGMENT: "1円未満は区間ごとに切り捨てる",
    Truncation.PER_CALENDAR_YEAR: "1円未満は暦年ごとに切り捨てる",
    Truncation.PER_TIER: "1円未満は段階ごとに切り捨てるので、この区間までの端数を合わせて数える",
    Truncation.NONE: "1円未満は途中で切り捨てず、前の区間までの端数を合わせて数える",
}


def late_charge(question: LateChargeQuestion, *, lawbook: LawBook) -> Explained[LateCharge]:
    """延滞金は、納期限の翌日から納付の日までの日数に応じ、定めの額未満を切り捨てた元本に各期間の割合を乗じて計算し、その合計を一度だけ切り捨てる。

    Refuses contradictory questions (InvalidInput), kinds without a late charge (Refused) and days without a published rate (NotPublished).
    """
    frame = frame_of(question, lawbook=lawbook)
    charged = charge_in(frame, lawbook=lawbook)
    return Explained(
        charged,
        _RULE,
        tuple(_steps(frame, charged, lawbook=lawbook)),
        tuple(_assumptions(frame, charged, lawbook=lawbook)),
    )


_RULE = rule_sentence(late_charge)


def _steps(frame: Frame, charged: LateCharge, *, lawbook: LawBook) -> Iterator[Step]:
    if frame.uncharged is not None:
        yield Step(_UNCHARGED_WORDS[frame.uncharged], _start_articles(frame), yen=0)
        return
    yield _days_step(frame)
    if frame.tier_until is not None:
        yield _tier_step(frame)
    yield _base_step(frame, charged)
    yield from _payment_steps(frame)
    for segment in charged.segments:
        yield _segment_step(frame, segment, charged=charged, lawbook=lawbook)
    yield _result_step(frame, charged)


def _start_articles(frame: Frame) -> tuple[Citation, ...]:
    """Where the charge itself stands: the tax act, or the ordinance that the autonomy act asks for."""
    return (_TAX_CHARGE,) if _is_tax(frame) else tuple(dict.fromkeys((_BY_ORDINANCE, *frame.late.citations)))


def _rounding_articles(frame: Frame, tax: Citation) -> tuple[Citation, ...]:
    """The tax act's own rounding, or the ordinance's."""
    return (tax,) if _is_tax(frame) else frame.late.citations


def _is_tax(frame: Frame) -> bool:
    return frame.question.kind is ClaimKind.TAX


def _days_step(frame: Frame) -> Step:
    days, question = days_between(frame.first_on, frame.until_on), frame.question
    if frame.late.start is ChargeStart.AFTER_DESIGNATED and question.designated_on is not None:
        start = f"督促状の指定期限（{format_wareki(question.designated_on)}）"
    else:
        start = f"納期限（{format_wareki(question.due_on)}）"
    return Step(
        f"{start}の翌日の{format_wareki(frame.first_on)}から、納付又は計算の日の{format_wareki(question.paid_on)}まで、{days:,}日を数える",
        _start_articles(frame),
        from_on=frame.first_on,
        until_on=frame.until_on,
        days=days,
    )


def _tier_step(frame: Frame) -> Step:
    until_on = frame.tier_until or frame.until_on
    how = {
        TierEnd.MONTHS: f"最初の日から{frame.late.tier_months}月を経過する日",
        TierEnd.DEMAND_TEN_DAYS: "督促状を発した日から起算して10日を経過した日",
        TierEnd.DESIGNATED_DAY: "督促状の指定期限",
    }[frame.late.tier_end]
    return Step(
        f"第一段階は、{how}の{format_wareki(until_on - ONE_DAY)}までとする",
        (_PERIOD,) if frame.late.tier_end is TierEnd.MONTHS and _is_tax(frame) else frame.late.citations,
        from_on=frame.first_on,
        until_on=until_on,
    )


def _base_step(frame: Frame, charged: LateCharge) -> Step:
    owed, late = frame.question.principal_yen, frame.late
    if charged.base_yen == 0:
        sentence = f"元本{owed:,}円は、計算の最低額の{late.min_base_yen:,}円に満たないので切り捨てる"
    elif late.base_unit_yen == 1:
        sentence = f"元本{owed:,}円を、切り捨てずに計算の基礎とする"
    else:
        sentence = f"元本{owed:,}円の{late.base_unit_yen:,}円未満を切り捨て、{charged.base_yen:,}円を計算の基礎とする"
    return Step(sentence, _rounding_articles(frame, _BASE), yen=charged.base_yen)


def _payment_steps(frame: Frame) -> Iterator[Step]:
    question = frame.question
    for payment in sorted(question.payments, key=lambda each: each.on):
        from_on = next_day(payment.on)
        left = balance_yen(question.principal_yen, question.payments, on=from_on)
        how = "不納欠損とされ" if payment.written_off else "元本に納付され"
        yield Step(
            f"{format_wareki(payment.on)}に{payment.yen:,}円が{how}、翌日からは残りの{left:,}円による",
            _AFTER_PAYMENT if _is_tax(frame) else (_LIKE_TAX, *_AFTER_PAYMENT),
            from_on=from_on,
            yen=left,
        )


def _segment_step(frame: Frame, segment: Segment, *, charged: LateCharge, lawbook: LawBook) -> Step:
    span = f"{format_wareki(segment.from_on)}から{format_wareki(segment.until_on - ONE_DAY)}まで{segment.days:,}日"
    return Step(
        f"{span}: {_segment_words(frame, segment, year_days=charged.year_days)}",
        tuple(dict.fromkeys(_segment_articles(frame, segment, lawbook=lawbook))),
        from_on=segment.from_on,
        until_on=segment.until_on,
        days=segment.days,
        rate=segment.rate,
        yen=segment.yen,
    )


def _segment_words(frame: Frame, segment: Segment, *, year_days: int) -> str:
    if segment.basis is ChargeBasis.BELOW_MINIMUM:
        return f"残額が{frame.late.min_base_yen:,}円に満たないので、延滞金は生じない"
    if segment.basis is ChargeBasis.WAIVED_IN_FULL:
        return "徴収の猶予（災害・病気など）又は滞納処分の停止の期間なので、全額を免除する"
    worked = f"{segment.base_yen:,}円 × {segment.days:,}日 × {percent_text(segment.rate)} ÷ {year_days}日 = {segment.yen:,}円"
    return f"{_BASIS_WORDS[segment.basis]} {worked}（{_CUT_WORDS[frame.truncation]}）"


def _segment_articles(frame: Frame, segment: Segment, *, lawbook: LawBook) -> Iterator[Citation]:
    if segment.basis is ChargeBasis.BELOW_MINIMUM:
        yield from _rounding_articles(frame, _BASE)
        return
    if segment.basis in (ChargeBasis.WAIVED_IN_FULL, ChargeBasis.GRACE_RATE):
        yield from (_WAIVER,) if _is_tax(frame) else (_LIKE_TAX, _WAIVER)
    if segment.basis is ChargeBasis.WAIVED_IN_FULL:
        return
    if segment.basis is ChargeBasis.GRACE_RATE:
        yield _GRACE_FORMULA
    for value in _values(frame, segment, lawbook=lawbook):
        yield from value.citations
    yield _YEAR_OF_DAYS
    if frame.truncation is not Truncation.NONE:
        yield from _rounding_articles(frame, _FRACTION)


def _values(frame: Frame, segment: Segment, *, lawbook: LawBook) -> Iterator[DatedValue]:
    """The published values that gave a segment its rate."""
    asked = GRACE_RATE if segment.basis is ChargeBasis.GRACE_RATE else rate_id(frame, segment.basis)
    for span in lawbook.spans(asked, segment.from_on, until=segment.until_on):
        yield span.value


def _result_step(frame: Frame, charged: LateCharge) -> Step:
    late, raw = frame.late, charged.raw_yen
    if raw < late.min_result_yen:
        sentence = f"合計{raw:,}円は{late.min_result_yen:,}円に満たないので切り捨て、延滞金は0円"
    elif late.result_unit_yen == 1:
        sentence = f"合計{raw:,}円を延滞金とする"
    else:
        sentence = f"合計{raw:,}円の{late.result_unit_yen:,}円未満を一度だけ切り捨て、延滞金は{charged.yen:,}円"
    return Step(sentence, _rounding_articles(frame, _RESULT), yen=charged.yen)


def _assumptions(frame: Frame, charged: LateCharge, *, lawbook: LawBook) -> Iterator[str]:
    question = frame.question
    if question.demanded_on is None and frame.uncharged is None:
        yield "督促の日が与えられていないので、督促状は発せられたものとした"
    if question.waivers and not _is_tax(frame):
        yield "猶予と停止の期間の免除は、地方税の例によるものとした"
    if not frame.terms.verified:
        yield "この条例の定めは、原文で確認していない設定による"
    if _rests_on_unverified(frame, charged, lawbook=lawbook):
        yield "この期間の割合には、原文で確認していない値がある"


def _rests_on_unverified(frame: Frame, charged: LateCharge, *, lawbook: LawBook) -> bool:
    return any(
        not value.verified
        for segment in charged.segments
        if segment.yen
        for value in _values(frame, segment, lawbook=lawbook)
    )
