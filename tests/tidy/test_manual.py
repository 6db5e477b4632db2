"""The manual is complete: every command and every setting stands in docs/reference.

The one idea: what can be typed or set can be looked up, and what is in the manual exists.
"""

import re

from tests.support.source_tree import ROOT, repository_files
from tools.docs_reference import CLI_PAGE, cli_page

SETTING = re.compile(r"\bSAIKEN_[A-Z][A-Z_]*\b")
SETTINGS_PAGE = ROOT / "docs" / "reference" / "settings.md"


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert CLI_PAGE.read_text(encoding="utf-8") == cli_page(), "stale: run `make docs`"


def test_every_setting_of_the_environment_is_in_the_manual_and_no_other() -> None:
    used = {
        name
        for path in repository_files()
        if path.startswith("saiken/") and path.endswith(".py")
        for name in SETTING.findall((ROOT / path).read_text(encoding="utf-8"))
    }
    assert set(SETTING.findall(SETTINGS_PAGE.read_text(encoding="utf-8"))) == used


def test_links_between_documents_lead_somewhere() -> None:
    documents = [path for path in repository_files() if path.endswith(".md")]
    broken = [
        f"{path} → {target}"
        for path in documents
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", (ROOT / path).read_text(encoding="utf-8"))
        if not ((ROOT / path).parent / target).exists()
    ]
    assert broken == []


def test_every_decision_record_is_numbered_in_order_and_says_why() -> None:
    records = [path for path in repository_files() if re.match(r"docs/decisions/\d{4}-", path)]
    numbers = [int(path.split("/")[-1][:4]) for path in records]
    assert numbers == list(range(1, len(records) + 1))
    wanted = ("## Context", "## Decision", "## Consequences")
    unreasoned = [path for path in records if any(head not in (ROOT / path).read_text("utf-8") for head in wanted)]
    assert unreasoned == []
