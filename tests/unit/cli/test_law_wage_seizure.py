"""`saiken law wage-seizure`: both acts, what the JSON holds, what people read, bad input."""

import json

from tests.support.command_line import run_saiken

PAY = ("--gross", 400_000, "--income-tax", 10_500, "--resident-tax", 18_600, "--social-insurance", 57_810)


def _answer(*arguments: object) -> dict:
    ended = run_saiken("law", "wage-seizure", *arguments, "--json")
    assert ended.exit_code == 0, ended.stderr
    return json.loads(ended.stdout)


def test_the_tax_collection_act_protects_five_parts_that_add_up() -> None:
    found = _answer("--on", "2026-06-25", *PAY, "--dependents", 2)
    assert (found["seizable_yen"], found["exempt_yen"]) == (87_000, 313_000)
    assert [part["yen"] for part in found["parts"]] == [11_000, 19_000, 58_000, 203_000, 22_000]
    assert sum(part["yen"] for part in found["parts"]) == found["exempt_yen"]
    assert "徴収法76条第1項第4号" in found["citations"]
    assert "2026-04-01" in found["assumptions"][0]


def test_the_day_decides_the_amounts() -> None:
    assert _answer("--on", "2026-03-31", *PAY, "--dependents", 2)["seizable_yen"] == 97_000
    assert _answer("--on", "2026-03-31", *PAY, "--dependents", 2)["assumptions"] == []


def test_a_court_counts_no_dependents() -> None:
    found = _answer("--on", "2026-06-25", "--gross", 600_000, "--dependents", 3, "--court")
    assert (found["seizable_yen"], found["exempt_yen"], found["net_yen"]) == (270_000, 330_000, 600_000)
    assert found["exempt_yen"] == sum(part["yen"] for part in found["parts"])
    assert found["citations"] == ["民執法152条第1項", "民執法施行令2条第1項第1号"]


def test_shorter_periods_and_consent_are_asked_by_options() -> None:
    half = _answer("--on", "2026-06-25", "--gross", 120_000, "--period", "half-month")
    assert (half["parts"][3]["yen"], len(half["assumptions"])) == (53_500, 2)
    consented = _answer("--on", "2026-06-25", "--gross", 300_000, "--income-tax", 10_000, "--consent")
    assert (consented["seizable_yen"], consented["assumptions"][0][:7]) == (290_000, "滞納者の書面に")


def test_people_read_the_parts_the_sum_and_the_articles() -> None:
    shown = run_saiken("law", "wage-seizure", "--on", "2026-06-25", *PAY, "--dependents", 2).stdout
    assert "差し押さえることができる額   87,000円" in shown
    assert "根拠: 徴収法76条第1項" in shown


def test_negative_yen_is_bad_usage() -> None:
    assert run_saiken("law", "wage-seizure", "--on", "2026-06-25", "--gross", -1).exit_code == 2


def test_a_day_before_the_first_amounts_is_refused() -> None:
    ended = run_saiken("law", "wage-seizure", "--on", "1990-01-01", "--gross", 200_000)
    assert (ended.exit_code, ended.stdout) == (3, "")
