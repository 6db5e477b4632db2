"""Questions to the law book: values, spans, terms, articles; what is not kept is refused with its reason."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from saiken.law.citation import cite
from saiken.law.errors import NotPublished, UnknownCitation
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()


def test_a_value_is_in_force_from_its_day_until_the_day_before_the_next() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31)]
    assert [BOOK.value("late_charge_later", on=day).number for day in days] == [
        Fraction("8.7"),
        Fraction("9.1"),
        Fraction("9.1"),
    ]


def test_spans_cover_the_days_and_no_more() -> None:
    spans = list(BOOK.spans("late_charge_first_tier", date(2013, 12, 1), until=date(2015, 1, 2)))
    assert [(span.from_on, span.until_on, span.value.number) for span in spans] == [
        (date(2013, 12, 1), date(2014, 1, 1), Fraction("4.3")),
        (date(2014, 1, 1), date(2015, 1, 1), Fraction("2.9")),
        (date(2015, 1, 1), date(2015, 1, 2), Fraction("2.8")),
    ]


def test_spans_of_a_value_without_end_end_with_the_question() -> None:
    (span,) = BOOK.spans("suspension_years", date(2026, 1, 1), until=date(2060, 1, 1))
    assert (span.from_on, span.until_on) == (date(2026, 1, 1), date(2060, 1, 1))


def test_no_days_have_no_spans() -> None:
    assert list(BOOK.spans("late_charge_later", date(2030, 1, 1), until=date(2030, 1, 1))) == []


def test_days_beyond_what_is_published_are_refused_with_the_day_it_is_expected() -> None:
    with pytest.raises(NotPublished, match="2027-01-01 の値が公表されていません。.*11月30日"):
        list(BOOK.spans("late_charge_later", date(2026, 12, 31), until=date(2027, 1, 2)))


def test_days_before_the_first_value_are_refused() -> None:
    with pytest.raises(NotPublished, match="1980-10-01 より前の値を収録していません（1979-12-31）"):
        BOOK.value("court_exempt_percent", on=date(1979, 12, 31))


def test_a_parameter_is_had_by_its_id_and_an_unknown_one_is_a_defect() -> None:
    assert BOOK.parameter("late_charge_grace").title == "猶予特例基準割合"
    with pytest.raises(KeyError, match="late_charge_tier"):
        BOOK.parameter("late_charge_tier")


def test_a_profile_answers_for_its_own_kinds_and_the_default_for_the_rest() -> None:
    day = date(2026, 1, 1)
    assert BOOK.terms("other_public", on=day, profile="koryo").demand.fee_yen == 150
    assert BOOK.terms("tax", on=day, profile="koryo") == BOOK.terms("tax", on=day)


def test_days_outside_a_profiles_terms_are_refused_and_never_answered_by_the_default() -> None:
    with pytest.raises(NotPublished, match="niihama の other_public について 2013-12-31"):
        BOOK.terms("other_public", on=date(2013, 12, 31), profile="niihama")


def test_a_kind_without_terms_is_refused() -> None:
    with pytest.raises(NotPublished, match="default の tolls について条例の定めを収録していません"):
        BOOK.terms("tolls", on=date(2026, 1, 1))


@pytest.mark.parametrize("written", ["local_tax_act/999", "no_act/1"])
def test_an_article_that_is_not_kept_is_refused(written: str) -> None:
    with pytest.raises(UnknownCitation, match=written):
        BOOK.article(cite(written))


def test_an_article_is_said_as_officials_write_it() -> None:
    said = {
        "local_tax_act/18-2/1/2": "地方税法18条の2第1項第2号",
        "civil_code_old/173/0/1": "旧民法173条第1号",
        "local_autonomy_act/s6/0/3": "自治法附則6条第3号",
        "national_tax_collection_circular/k151-5-2": "徴収法基本通達151条関係5-2",
        "city_form/table3/0/6": "市様式表3区分6",
        "city_form/table3/2": "市様式表3注2",
    }
    assert {written: BOOK.text(cite(written)) for written in said} == said


@pytest.mark.parametrize("written", ["", "act", "act/", "Act/1", "act/1/2/3/4", "act/1/x", "act/条"])
def test_what_is_no_citation_is_a_defect(written: str) -> None:
    with pytest.raises(ValueError, match="not a citation"):
        cite(written)


@pytest.mark.parametrize("written", ["a/1", "a/1/2", "a/1/2/3", "a/1-2/0/3", "a/s3-2/1", "a/k76-3"])
def test_a_citation_is_written_as_it_was_read(written: str) -> None:
    assert cite(written).written == written


def test_what_if_the_rate_were_another() -> None:
    parameter = BOOK.parameter("late_charge_later")
    *earlier, last = parameter.values
    asked = replace(parameter, values=(*earlier, replace(last, until_on=None)), published_until=None)
    other = BOOK.with_parameter(asked)
    assert other.value("late_charge_later", on=date(2027, 1, 1)).number == Fraction("9.1")
    assert other.hash != BOOK.hash
    with pytest.raises(NotPublished):
        BOOK.value("late_charge_later", on=date(2027, 1, 1))


def test_every_citation_of_the_book_is_told() -> None:
    cited = set(BOOK.citations())
    assert {cite("local_tax_act/s3-2/1"), cite("local_autonomy_act/231-3/2")} <= cited
