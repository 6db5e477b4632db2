"""The reference names exactly the rules that exist, in the same order, and says of each how grave it is and what to do."""

import re
from pathlib import Path

import pytest

from saiken.domain.sheets.check import Rule

_TEXT = (Path(__file__).parents[5] / "docs/reference/checks.md").read_text(encoding="utf-8")
_SECTIONS = dict(
    zip(re.findall(r"^## `([a-z-]+)`$", _TEXT, re.M), re.split(r"^## .*$", _TEXT, flags=re.M)[1:], strict=True)
)


def test_every_rule_is_documented_and_no_other() -> None:
    assert list(_SECTIONS) == [rule.value for rule in Rule]


@pytest.mark.parametrize("rule", list(Rule))
def test_severity_and_remedy_are_said(rule: Rule) -> None:
    section = _SECTIONS[rule.value]
    assert "**error**" in section or "**warning**" in section
    assert "\nTo do: " in section
