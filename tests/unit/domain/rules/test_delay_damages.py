"""What delay damages say about themselves, and delay damages of claims with a history."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.delay_damages import DelayDamagesQuestion, delay_damages, delay_damages_of
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
QUESTION = DelayDamagesQuestion(300_000, due_on=date(2021, 4, 30), paid_on=date(2026, 11, 20))
ASSESSED = Movement(date(2021, 4, 1), Account.ASSESSMENT, Component.PRINCIPAL, 300_000)
HALF = Movement(date(2021, 6, 30), Account.RECEIPT, Component.PRINCIPAL, 150_000)


def _case(kind: ClaimKind, *events: CaseEvent, profile: str = "default") -> Case:
    return Case(
        kind,
        LegalClass.PRIVATE_LAW if kind.is_private else LegalClass.PUBLIC_UNENFORCEABLE,
        cause_on=date(2021, 4, 1),
        due_on=date(2021, 4, 30),
        profile=profile,
        movements=(ASSESSED, HALF),
        events=events,
    )


def test_the_steps_name_days_rate_base_and_cut() -> None:
    explained = delay_damages(QUESTION, lawbook=BOOK)
    assert [step.sentence for step in explained.steps] == [
        "履行期（令和3年4月30日）の翌日から、支払又は計算の日の令和8年11月20日まで、2,030日を数える",
        "遅滞に陥った令和3年5月1日の法定利率は年3%で、その後に変わっても動かない",
        "元本300,000円のうち、300,000円を計算の基礎とする",
        "令和3年5月1日から令和8年11月20日まで2,030日: 300,000円 × 2,030日 × 3% ÷ 365日 = 50,054円（1円未満は最後に一度だけ切り捨てる）",
        "合計50,054円から、端数の定めにより、遅延損害金は50,054円",
    ]
    assert all(BOOK.article(citation) for citation in explained.citations())


def test_a_contract_is_cited_as_an_agreement() -> None:
    explained = delay_damages(replace(QUESTION, rate=Fraction("9.125"), day_count="365"), lawbook=BOOK)
    assert "年9.125%の定めがあるので、これによる" in explained.steps[1].sentence
    assert explained.assumptions == ("この債権の端数と日数の定めは、原文で確認していない設定による",)


def test_a_rate_that_cannot_be_written_out_is_refused() -> None:
    with pytest.raises(InvalidInput, match="利率として使えません"):
        delay_damages(replace(QUESTION, rate=Fraction(1, 3)), lawbook=BOOK)


def test_an_unknown_designated_day_is_an_assumption_where_it_matters() -> None:
    asked = replace(QUESTION, kind=ClaimKind.PRIVATE_WATER, profile="amagasaki-water")
    assert "督促状の指定期限が与えられていないので、期限内に支払われたものとはしなかった" in (
        delay_damages(asked, lawbook=BOOK).assumptions
    )


def test_verified_terms_leave_only_the_day_count_assumed() -> None:
    (terms,) = BOOK.ordinances["tsu-water"]["private_water"]
    checked = {**BOOK.ordinances, "tsu-water": {"private_water": (replace(terms, verified=True),)}}
    asked = replace(QUESTION, kind=ClaimKind.PRIVATE_WATER, profile="tsu-water")
    assert delay_damages(asked, lawbook=replace(BOOK, ordinances=checked)).assumptions == (
        "日数の数え方が契約から与えられていないので、条例又は設定の定めによった",
    )


def test_a_claim_is_charged_for_what_was_owed_each_day() -> None:
    damages = delay_damages_of(_case(ClaimKind.PRIVATE_RENT), date(2021, 12, 31), lawbook=BOOK).value
    # 300,000 × 61 × 3% ÷ 365 = 1,504.1 ; 150,000 × 184 × 3% ÷ 365 = 2,268.4 ; together 3,772.6
    assert damages.yen == 3_772


def test_the_demand_of_a_claim_gives_its_designated_day() -> None:
    demand = CaseEvent(EventKind.FORMAL_DEMAND, date(2021, 5, 20), designated_on=date(2021, 6, 10))
    explained = delay_damages_of(
        _case(ClaimKind.PRIVATE_WATER, demand, profile="amagasaki-water"), date(2021, 6, 10), lawbook=BOOK
    )
    assert (explained.value.yen, len(explained.steps)) == (0, 1)


def test_a_public_claim_has_no_delay_damages() -> None:
    explained = delay_damages_of(_case(ClaimKind.OTHER_PUBLIC), date(2021, 12, 31), lawbook=BOOK)
    assert (explained.value.yen, explained.value.segments) == (0, ())
    assert "延滞金" in explained.steps[0].sentence
