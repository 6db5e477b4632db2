"""`saiken law rate`: the rate of a day with its citation, or a refusal.

The one idea: what is not published ends with 3, what is not known ends with 2, and stdout is empty then.
"""

import json

import pytest

from tests.support.command_line import run_saiken


def _asked(name: str, day: str) -> dict[str, object]:
    finished = run_saiken("law", "rate", name, "--on", day, "--json")
    assert (finished.exit_code, finished.stderr) == (0, "")
    answer: dict[str, object] = json.loads(finished.stdout)
    return answer


def test_the_late_charge_has_both_tiers() -> None:
    assert _asked("late-charge", "2026-05-29") == {
        "name": "late-charge",
        "on": "2026-05-29",
        "first_tier": "2.8%",
        "later": "9.1%",
        "citations": ["地方税法附則3条の2第1項"],
    }


@pytest.mark.parametrize(
    ("name", "day", "rate"),
    [
        ("late-charge-grace", "2026-12-31", "1.3%"),
        ("late-charge-grace", "2020-12-31", "1.6%"),
        ("refund-interest", "2026-01-01", "1.3%"),
        ("refund-interest", "1999-12-31", "7.3%"),
        ("statutory-interest", "2020-03-31", "5%"),
        ("statutory-interest", "2020-04-01", "3%"),
        ("statutory-interest", "2029-03-31", "3%"),
    ],
)
def test_one_rate(name: str, day: str, rate: str) -> None:
    assert _asked(name, day)["rate"] == rate


@pytest.mark.parametrize("day", ["1970-01-01", "1999-12-31"])
def test_before_2000_the_rates_of_the_act_itself(day: str) -> None:
    answer = _asked("late-charge", day)
    assert (answer["first_tier"], answer["later"]) == ("7.3%", "14.6%")


@pytest.mark.parametrize(
    ("name", "day", "reason"),
    [
        ("late-charge", "2027-01-01", "11月30日までに財務大臣が告示"),
        ("late-charge-grace", "2027-01-01", "11月30日までに財務大臣が告示"),
        ("refund-interest", "2027-01-01", "11月30日までに財務大臣が告示"),
        ("statutory-interest", "2029-04-01", "2029年4月1日から3年"),
        ("late-charge", "1969-12-31", "1970-01-01 より前"),
        ("late-charge-grace", "1999-12-31", "2000-01-01 より前"),
    ],
)
def test_what_is_not_published_is_refused_with_its_reason(name: str, day: str, reason: str) -> None:
    finished = run_saiken("law", "rate", name, "--on", day, "--json")
    assert (finished.exit_code, finished.stdout) == (3, "")
    assert reason in finished.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense", "--on", "2026-01-01"), "nonsense という割合はありません（値: nonsense、期待: late-charge、"),
        (("late-charge",), "--on"),
        (("late-charge", "--on", "2026-02-30"), "--on"),
    ],
)
def test_what_is_not_understood_is_bad_input(arguments: tuple[str, ...], said: str) -> None:
    finished = run_saiken("law", "rate", *arguments)
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert said in finished.stderr


def test_people_read_the_rate_and_where_it_stands() -> None:
    finished = run_saiken("law", "rate", "late-charge", "--on", "2026-01-01")
    assert finished.stdout.splitlines() == [
        "第一段階 2.8%  地方税法附則3条の2第1項",
        "第二段階 9.1%  地方税法附則3条の2第1項",
    ]
