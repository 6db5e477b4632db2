"""What a late charge says about itself, and late charges of claims with a history."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.late_charge import (
    ChargeBasis,
    Grace,
    GraceGround,
    LateChargeQuestion,
    Payment,
    Suspension,
    charge,
    late_charge,
    late_charge_of,
)
from saiken.domain.rules.late_charge.of_case import question_of
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Truncation

BOOK = LawBook.load()
QUESTION = LateChargeQuestion(ClaimKind.TAX, 56_400, due_on=date(2026, 2, 2), paid_on=date(2026, 5, 29))


def _case(*movements: Movement, events: tuple[CaseEvent, ...] = (), kind: ClaimKind = ClaimKind.TAX) -> Case:
    legal_class = LegalClass.PRIVATE_LAW if kind.is_private else LegalClass.PUBLIC_ENFORCEABLE
    return Case(kind, legal_class, date(2025, 4, 1), date(2025, 6, 30), movements=movements, events=events)


def _moved(day: str, account: Account, yen: int, component: Component = Component.PRINCIPAL) -> Movement:
    return Movement(date.fromisoformat(day), account, component, yen)


ASSESSED = _moved("2025-06-13", Account.ASSESSMENT, 300_000)


def test_the_steps_name_every_day_rate_and_cut() -> None:
    explained = late_charge(QUESTION, lawbook=BOOK)
    assert [step.sentence for step in explained.steps] == [
        "納期限（令和8年2月2日）の翌日の令和8年2月3日から、納付又は計算の日の令和8年5月29日まで、116日を数える",
        "第一段階は、最初の日から1月を経過する日の令和8年3月2日までとする",
        "元本56,400円の1,000円未満を切り捨て、56,000円を計算の基礎とする",
        "令和8年2月3日から令和8年3月2日まで28日: 第一段階 56,000円 × 28日 × 2.8% ÷ 365日 = 120円（1円未満は区間ごとに切り捨てる）",
        "令和8年3月3日から令和8年5月29日まで88日: 第二段階 56,000円 × 88日 × 9.1% ÷ 365日 = 1,228円（1円未満は区間ごとに切り捨てる）",
        "合計1,348円の100円未満を一度だけ切り捨て、延滞金は1,300円",
    ]
    assert explained.rule.startswith("延滞金は、納期限の翌日から")


def test_every_step_cites_an_article_of_the_book() -> None:
    graces = (
        Grace(date(2026, 3, 10), date(2026, 3, 20)),
        Grace(date(2026, 4, 1), date(2026, 4, 5), GraceGround.ILLNESS),
    )
    asked = replace(QUESTION, graces=graces, payments=(Payment(date(2026, 3, 15), 55_000),))
    for kind in (ClaimKind.TAX, ClaimKind.HEALTH_INSURANCE_PREMIUM):
        explained = late_charge(replace(asked, kind=kind), lawbook=BOOK)
        assert all(step.citations for step in explained.steps)
        assert all(BOOK.article(citation) for citation in explained.citations())


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"principal_yen": 1_500}, "元本1,500円は、計算の最低額の2,000円に満たないので切り捨てる"),
        ({"paid_on": date(2026, 2, 2)}, "納期限までに納付されているので、延滞金は生じない"),
        ({"payments": (Payment(date(2026, 3, 9), 55_000),)}, "残額が2,000円に満たないので、延滞金は生じない"),
        ({"payments": (Payment(date(2026, 3, 9), 55_000),)}, "翌日からは残りの1,400円による"),
        ({"suspensions": (Suspension(date(2026, 3, 9), date(2026, 4, 1)),)}, "全額を免除する"),
        ({"graces": (Grace(date(2026, 3, 9), date(2026, 4, 1)),)}, "猶予特例基準割合による期間 56,000円 × 23日 × 1.3%"),
        ({"truncation": Truncation.NONE}, "1円未満は途中で切り捨てず"),
        ({"truncation": Truncation.PER_TIER}, "1円未満は段階ごとに切り捨てる"),
        ({"paid_on": date(2026, 3, 9)}, "合計217円は1,000円に満たないので切り捨て、延滞金は0円"),
    ],
)
def test_each_treatment_has_its_sentence(changed: dict[str, object], part: str) -> None:
    sentences = [step.sentence for step in late_charge(replace(QUESTION, **changed), lawbook=BOOK).steps]  # type: ignore[arg-type]
    assert any(part in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("profile", "part"),
    [
        ("koryo", "元本56,400円を、切り捨てずに計算の基礎とする"),
        ("naruto", "第一段階は、督促状の指定期限の令和8年3月5日までとする"),
        ("tamba-sasayama", "第一段階は、督促状を発した日から起算して10日を経過した日の令和8年3月5日までとする"),
        ("izumiotsu", "督促状の指定期限（令和8年3月5日）の翌日の令和8年3月6日から"),
        ("izumiotsu", "一律 56,400円 × 85日 × 14.6%"),
        ("izumiotsu", "合計1,917円を延滞金とする"),
    ],
)
def test_ordinances_have_sentences_of_their_own(profile: str, part: str) -> None:
    asked = replace(
        QUESTION,
        kind=ClaimKind.OTHER_PUBLIC,
        profile=profile,
        demanded_on=date(2026, 2, 23),
        designated_on=date(2026, 3, 5),
    )
    explained = late_charge(asked, lawbook=BOOK)
    assert any(part in step.sentence for step in explained.steps)
    assert explained.assumptions == ("この条例の定めは、原文で確認していない設定による",)


def test_assumptions_tell_what_nobody_said() -> None:
    assert late_charge(QUESTION, lawbook=BOOK).assumptions == (
        "督促の日が与えられていないので、督促状は発せられたものとした",
    )
    assert late_charge(replace(QUESTION, demanded_on=date(2026, 2, 20)), lawbook=BOOK).assumptions == ()


def test_graces_of_other_claims_and_unverified_rates_are_assumptions() -> None:
    asked = replace(
        QUESTION,
        kind=ClaimKind.LONG_TERM_CARE_PREMIUM,
        due_on=date(2011, 1, 31),
        paid_on=date(2012, 1, 31),
        demanded_on=date(2011, 2, 18),
        graces=(Grace(date(2011, 6, 1), date(2011, 12, 1)),),
    )
    assert late_charge(asked, lawbook=BOOK).assumptions == (
        "猶予と停止の期間の免除は、地方税の例によるものとした",
        "この条例の定めは、原文で確認していない設定による",
        "この期間の割合には、原文で確認していない値がある",
    )


def test_a_later_rate_below_the_grace_rate_is_not_raised_by_a_grace() -> None:
    flat = replace(BOOK.parameter("late_charge_flat_5"), id="late_charge_grace")
    values = tuple(replace(value, number=Fraction(20)) for value in flat.values)
    dear = BOOK.with_parameter(replace(flat, values=values))
    asked = replace(QUESTION, graces=(Grace(date(2026, 3, 9), date(2026, 4, 1)),))
    assert charge(asked, lawbook=dear).raw_yen <= charge(QUESTION, lawbook=dear).raw_yen


def test_a_claim_is_charged_for_what_was_owed_each_day() -> None:
    case = _case(
        ASSESSED,
        _moved("2025-09-30", Account.RECEIPT, 120_000),
        _moved("2025-10-01", Account.RECEIPT, 100, Component.DEMAND_FEE),
        _moved("2025-12-26", Account.RECEIPT, 180_000),
        events=(CaseEvent(EventKind.FORMAL_DEMAND, date(2025, 7, 18), designated_on=date(2025, 7, 28)),),
    )
    explained = late_charge_of(case, date(2025, 12, 25), lawbook=BOOK)
    # 300,000 × 31 × 2.4% = 611.5 ; × 61 × 8.7% = 4,361.9 ; 180,000 × 86 × 8.7% = 3,689.7
    assert (explained.value.raw_yen, explained.value.yen) == (611 + 4_361 + 3_689, 8_600)
    assert explained.assumptions == ()
    later = late_charge_of(case, date(2027, 3, 31), lawbook=BOOK)
    assert later.value.raw_yen == 611 + 4_361 + 180_000 * 87 * 87 // 365_000


def test_reductions_count_from_the_start_and_what_comes_later_is_unknown() -> None:
    reduced = _case(ASSESSED, _moved("2025-11-01", Account.ASSESSMENT, -100_000))
    before, after = (question_of(reduced, date(2025, month, 2)) for month in (10, 11))
    assert (before.principal_yen, after.principal_yen) == (300_000, 200_000)
    assert question_of(reduced, date(2025, 6, 1)).principal_yen == 0


@pytest.mark.parametrize(
    ("entries", "payments"),
    [
        ([("2025-08-01", 100_000), ("2025-09-01", -100_000)], ()),
        ([("2025-08-01", 100_000), ("2025-09-01", -40_000)], (("2025-08-01", 60_000),)),
        ([("2025-08-01", 50_000), ("2025-08-20", 70_000), ("2025-09-01", -90_000)], (("2025-08-01", 30_000),)),
        ([("2025-08-01", -5_000)], ()),
        ([("2025-08-01", 400_000)], (("2025-08-01", 300_000),)),
        ([("2025-08-01", 300_000), ("2025-08-02", 10_000)], (("2025-08-01", 300_000),)),
    ],
)
def test_receipts_taken_back_undo_the_latest_ones(
    entries: list[tuple[str, int]], payments: tuple[tuple[str, int], ...]
) -> None:
    case = _case(ASSESSED, *(_moved(day, Account.RECEIPT, yen) for day, yen in entries))
    found = question_of(case, date(2025, 12, 31)).payments
    assert found == tuple(Payment(date.fromisoformat(day), yen) for day, yen in payments)


def test_a_write_off_ends_what_is_charged() -> None:
    case = _case(ASSESSED, _moved("2025-10-31", Account.WRITE_OFF, 300_000))
    charged = late_charge_of(case, date(2026, 6, 30), lawbook=BOOK).value
    assert charged.segments[-1].until_on == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("event", "bases"),
    [
        (
            CaseEvent(EventKind.CONVERSION_GRACE, date(2025, 9, 1), until=date(2025, 9, 30)),
            {ChargeBasis.GRACE_RATE: 30},
        ),
        (CaseEvent(EventKind.CONVERSION_GRACE, date(2025, 9, 1)), {ChargeBasis.GRACE_RATE: 122}),
        (
            CaseEvent(EventKind.COLLECTION_GRACE, date(2025, 9, 1), until=date(2026, 8, 31), reason="15/1/1"),
            {ChargeBasis.WAIVED_IN_FULL: 122},
        ),
        (CaseEvent(EventKind.COLLECTION_GRACE, date(2025, 12, 1), reason="illness"), {ChargeBasis.WAIVED_IN_FULL: 31}),
        (CaseEvent(EventKind.COLLECTION_GRACE, date(2025, 12, 1), reason="15/1/4"), {ChargeBasis.GRACE_RATE: 31}),
        (CaseEvent(EventKind.DISPOSITION_SUSPENSION, date(2025, 12, 31)), {ChargeBasis.WAIVED_IN_FULL: 1}),
        (CaseEvent(EventKind.DISPOSITION_SUSPENSION, date(2025, 12, 31), until=date(2025, 12, 30)), {}),
        (CaseEvent(EventKind.CONVERSION_GRACE, date(2025, 12, 31), until=date(2025, 12, 30)), {}),
        (CaseEvent(EventKind.SEIZURE, date(2025, 9, 1)), {}),
    ],
)
def test_events_become_graces_and_suspensions(event: CaseEvent, bases: dict[ChargeBasis, int]) -> None:
    segments = late_charge_of(_case(ASSESSED, events=(event,)), date(2025, 12, 31), lawbook=BOOK).value.segments
    relieved = (ChargeBasis.GRACE_RATE, ChargeBasis.WAIVED_IN_FULL)
    assert {segment.basis: segment.days for segment in segments if segment.basis in relieved} == bases


def test_a_grace_of_collection_without_a_ground_waives_a_part_and_says_so() -> None:
    case = _case(ASSESSED, events=(CaseEvent(EventKind.COLLECTION_GRACE, date(2025, 9, 1)),))
    explained = late_charge_of(case, date(2025, 12, 31), lawbook=BOOK)
    assert explained.assumptions[-1] == "徴収の猶予の事由が記録されていないので、一部だけを免除した"


def test_a_private_claim_has_no_late_charge() -> None:
    explained = late_charge_of(_case(ASSESSED, kind=ClaimKind.PRIVATE_RENT), date(2025, 12, 31), lawbook=BOOK)
    assert (explained.value.yen, explained.value.segments) == (0, ())
    assert "遅延損害金" in explained.steps[0].sentence


def test_a_write_off_is_not_called_a_payment() -> None:
    case = _case(ASSESSED, _moved("2025-10-31", Account.WRITE_OFF, 100_000))
    sentences = [step.sentence for step in late_charge_of(case, date(2026, 6, 30), lawbook=BOOK).steps]
    assert [words for words in sentences if "100,000円が不納欠損とされ" in words]


#: The claim of these tests fell due on 2025-06-30: five years are over on 2030-07-01, two on 2027-07-01.
@pytest.mark.parametrize(
    ("kind", "on", "article", "assumed"),
    [
        (ClaimKind.TAX, "2030-07-01", "local_tax_act/18-2/5", 0),
        (ClaimKind.LONG_TERM_CARE_PREMIUM, "2027-07-01", "local_autonomy_act/236/2", 1),
    ],
)
def test_nothing_is_charged_on_a_claim_that_is_gone(kind: ClaimKind, on: str, article: str, assumed: int) -> None:
    explained = late_charge_of(_case(ASSESSED, kind=kind), date.fromisoformat(on), lawbook=BOOK)
    assert (explained.value.yen, explained.value.segments) == (0, ())
    assert [step.citations for step in explained.steps] == [(cite(article),)]
    assert len(explained.assumptions) == assumed


def test_nothing_is_charged_after_three_years_of_suspension() -> None:
    suspended = CaseEvent(EventKind.DISPOSITION_SUSPENSION, date(2025, 8, 1), reason="15-7/1/1")
    explained = late_charge_of(_case(ASSESSED, events=(suspended,)), date(2028, 8, 2), lawbook=BOOK)
    assert [step.citations for step in explained.steps] == [(cite("local_tax_act/15-7/4"),)]


def test_the_charge_of_a_principal_paid_in_time_to_be_owed_stays() -> None:
    paid = _case(ASSESSED, _moved("2026-06-30", Account.RECEIPT, 300_000))
    asked = date(2031, 7, 2)
    assert (
        late_charge_of(paid, asked, lawbook=BOOK).value == late_charge_of(paid, date(2026, 12, 31), lawbook=BOOK).value
    )


def test_a_contradictory_history_is_refused() -> None:
    early = _case(ASSESSED, _moved("2025-06-01", Account.RECEIPT, 1_000))
    with pytest.raises(InvalidInput, match="調定の日より前の日です"):
        late_charge_of(early, date(2025, 12, 31), lawbook=BOOK)


def test_one_rate_published_for_two_years_is_one_segment() -> None:
    asked = replace(
        QUESTION,
        kind=ClaimKind.OTHER_PUBLIC,
        profile="miyazaki-sewer",
        due_on=date(2021, 12, 31),
        paid_on=date(2023, 12, 31),
    )
    assert [segment.days for segment in charge(asked, lawbook=BOOK).segments] == [31, 699]


def test_a_demand_that_came_back_is_none() -> None:
    returned = CaseEvent(EventKind.FORMAL_DEMAND, date(2025, 7, 18), delivery=DeliveryResult.RETURNED)
    published = CaseEvent(EventKind.FORMAL_DEMAND, date(2025, 8, 1), delivery=DeliveryResult.PUBLISHED)
    assert question_of(_case(ASSESSED, events=(returned,)), date(2025, 12, 31)).demanded_on is None
    assert question_of(_case(ASSESSED, events=(published, returned)), date(2025, 12, 31)).demanded_on == date(
        2025, 8, 1
    )
