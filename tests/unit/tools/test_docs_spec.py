"""The printed specification: how values become cells, and what a page and the contents hold."""

from datetime import date

import pytest

from saiken.law.lawbook import LawBook
from tests.spec.harness import Proposition
from tools.docs_spec import Section, Subject, contents_page, proofs, subject_page
from tools.docs_spec_values import Wording, cell, keys_of, text, words_of

WORDING = Wording({"paid_yen": "納付額", "on": "日"}, {"formal_demand": "督促"})
ARTICLE = "local_tax_act/20-4-2/2"
SUBJECT = Subject(
    "late_charge",
    "延滞金",
    "延滞金の計算。",
    WORDING,
    1,
    (
        Section(
            "延滞金の基礎",
            (
                (1, Proposition("基礎は切り捨てる", (ARTICLE,), "r", {"paid_yen": 1300}, {"on": None}, ("1 | 2",))),
                (2, Proposition("断るもの", (ARTICLE,), "r", {"on": True}, refused="未公表")),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("paid_yen", 1234567, "1,234,567円"),
        ("yen", -5, "-5円"),
        ("days", 28, "28"),
        ("number", 12345, "12,345"),
        ("on", date(2026, 6, 25), "令和8年6月25日（2026-06-25）"),
        ("on", "2026-06-25", "令和8年6月25日（2026-06-25）"),
        ("on", "2026-02-30", "2026-02-30"),
        ("is_bonus", True, "はい"),
        ("is_bonus", False, "いいえ"),
        ("until", None, "なし"),
        ("events", (), "なし"),
        ("terms", {}, "なし"),
        ("event", "formal_demand", "督促"),
        ("event", "formal-demand", "督促"),
        ("share", "3/4", "3/4"),
        ("names", ("甲", "乙"), "甲、乙"),
        (
            "events",
            [{"event": "formal_demand", "paid_yen": 5}, {"on": None}],
            "1) event 督促、納付額 5円<br>2) 日 なし",
        ),
        ("payments", [("2026-06-25", 20000)], "1) 令和8年6月25日（2026-06-25）、20,000"),
    ],
)
def test_a_value_is_shown_as_an_official_reads_it(key: str, value: object, shown: str) -> None:
    assert cell(key, value, wording=WORDING) == shown


def test_text_is_never_markup() -> None:
    assert text("a|b*c`d<e\nf") == "a\\|b\\*c\\`d&lt;e<br>f"


def test_keys_and_identifiers_are_found_at_any_depth() -> None:
    value = {"events": [{"event": "formal_demand", "parties": ["heir"]}], "share": "3/4"}
    assert list(keys_of(value)) == ["events", "event", "parties", "share"]
    assert list(words_of(value)) == ["formal_demand", "heir"]


def test_a_page_shows_articles_facts_answers_steps_and_refusals() -> None:
    page = subject_page(SUBJECT, LawBook.load())
    assert page.startswith("# 延滞金\n\n[目次](README.md)　命題 2\n\n延滞金の計算。\n\n## 延滞金の基礎\n")
    assert "| 地方税法20条の4の2第2項 | 延滞金の計算の基礎" in page
    assert '<a id="p1"></a>\n\n### 1　基礎は切り捨てる\n\n根拠　地方税法20条の4の2第2項' in page
    assert "| 納付額 | 1,300円 | 日 | なし |" in page
    assert "1. 1 \\| 2\n\n出典　手計算" in page
    assert "| 日 | はい | 断る | 「…未公表…」 |" in page


def test_the_contents_lead_from_articles_to_propositions() -> None:
    page = contents_page((SUBJECT,), LawBook.load())
    assert "| [延滞金](late_charge.md) | 2 |\n| 計 | 2 |" in page
    assert "## 条文から引く\n\n### 地方税法\n\n| 条文 | 命題 |" in page
    assert "| 地方税法20条の4の2第2項 | 延滞金 [1](late_charge.md#p1) [2](late_charge.md#p2) |" in page


def test_the_index_lists_an_article_once_and_in_the_order_of_the_act() -> None:
    cites = ("local_tax_act/s3-2/1", "local_tax_act/20-4-2/2", "local_tax_act/9/1", "local_tax_act/9/1")
    section = Section("一", ((1, Proposition("題", cites, "r", {})),))
    index = proofs((Subject("s", "題名", "", WORDING, 1, (section,)),))
    assert list(index) == ["local_tax_act/9/1", "local_tax_act/20-4-2/2", "local_tax_act/s3-2/1"]
    assert index["local_tax_act/9/1"] == [{"subject": "s", "subject_title": "題名", "number": 1, "title": "題"}]
