"""What the screens make of days without a browser: the line of a period, days within sentences, names of profiles."""

from datetime import date

import pytest
from django.utils.translation import override

from saiken.web.components.timeline import Timeline
from saiken.web.law.words import PROFILES, profile_text
from saiken.web.templatetags.saiken import sentence
from tests.support.law import BOOK

FIRST, OVER = date(2020, 1, 1), date(2022, 9, 27)  # a thousand days


def _line(on: date, *, began: date = FIRST, over: date | None = OVER, marks: tuple[date, ...] = ()) -> Timeline:
    return Timeline(FIRST, began, over, on, marks)


def test_a_running_period_ends_at_the_right() -> None:
    line = _line(date(2020, 4, 10), marks=(date(2020, 1, 11),))
    assert (line.began, line.run, line.over, line.lapsed, line.asked, line.places) == (0, 100, 1000, 0, 100, [10])


def test_a_period_that_began_anew_is_drawn_from_there() -> None:
    line = _line(date(2020, 7, 19), began=date(2020, 4, 10))
    assert (line.began, line.run, line.asked) == (100, 100, 200)


def test_after_its_end_the_day_asked_is_at_the_right() -> None:
    line = _line(date(2025, 6, 23))
    assert (line.run, line.over, line.lapsed, line.asked) == (500, 500, 500, 1000)


def test_a_period_without_end_runs_to_the_day_asked() -> None:
    line = _line(date(2020, 4, 10), over=None, marks=(date(2019, 1, 1), date(2021, 1, 1)))
    assert (line.run, line.over, line.lapsed, line.places) == (1000, None, 0, [])


def test_a_period_that_begins_after_the_day_asked_has_not_run() -> None:
    assert _line(date(2020, 1, 11), began=date(2020, 2, 1)).run == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("最初の督促が 2018-08-20 に届き", '最初の督促が<time datetime="2018-08-20">平成30年8月20日</time>に届き'),
        ("2019-05-01", '<time datetime="2019-05-01">令和元年5月1日</time>'),
        ("日のない<文>", "日のない&lt;文&gt;"),
    ],
)
def test_days_in_a_sentence_are_written_in_the_era_calendar(text: str, shown: str) -> None:
    with override("ja"):
        assert sentence(text) == shown


def test_an_english_page_keeps_the_days_of_a_sentence() -> None:
    with override("en"):
        assert sentence("督促が 2018-08-20 に") == "督促が 2018-08-20 に"


def test_every_profile_of_the_package_has_a_name() -> None:
    shipped = set(BOOK.ordinances)
    assert set(PROFILES) == shipped
    assert profile_text("own-city") == "own-city"
