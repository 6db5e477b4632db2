"""The page of a claim in the real browser: what stands first, what proves it, and the same for people who owe nothing or cannot be told."""

import re

import pytest
from playwright.sync_api import Page

from tests.web.conftest import Site
from tests.web.people import CARE

#: An instalment loan with a guarantor, a premium whose records contradict each other, one that is written off.
LOAN, CONTRADICTED, SETTLED = "/claims/219/", "/claims/10/", "/claims/5/"


@pytest.fixture
def page(site: Site) -> Page:
    return site.as_user("recovery")


def _key_figure(page: Page, label: str) -> str:
    return page.locator(".key-figures > div").filter(has_text=label).locator("dd").inner_text()


def _section(page: Page, heading: str) -> str:
    return page.locator(f"section:has(> #{heading})").inner_text()


def test_state_and_last_day_before_prescription_stand_first(page: Page) -> None:
    page.goto(f"{LOAN}?on=2026-11-22")
    assert _key_figure(page, "区分") == "⑥ 分割納付中（10年以内に完納見込み）"
    assert _key_figure(page, "時効にかからない最後の日") == "令和10年12月1日 2028-12-01 あと740日"
    assert page.locator(".key-figures .chip--warning").count() == 0
    fold = page.locator("#changes").bounding_box()
    assert fold is not None
    assert fold["y"] < 400


def test_the_last_day_warns_half_a_year_before_and_says_when_it_has_passed(page: Page) -> None:
    page.goto(f"{LOAN}?on=2028-06-01")
    assert "あと183日" in page.locator(".key-figures .chip--warning").inner_text()
    page.goto(f"{LOAN}?on=2028-12-01")
    assert "あと0日" in page.locator(".key-figures .chip--warning").inner_text()
    page.goto("/claims/100/?on=2026-11-22")
    assert _key_figure(page, "時効の期間が経過した日") == "令和2年8月21日 2020-08-21 経過"


def test_the_state_says_its_reason_with_article_record_and_party(page: Page) -> None:
    page.goto(f"{LOAN}?on=2026-11-22")
    proof = _section(page, "state")
    assert "平成30年12月1日の約束により月 10,000円を納め" in proof
    assert "履行延期の特約" in proof
    assert "主たる債務者 架空 太郎1" in proof
    page.locator("section:has(> #state)").get_by_role("link", name="市様式表3区分6").click()
    page.wait_for_load_state()
    assert page.locator("tr:target").inner_text().startswith("市様式表3区分6")


def test_what_changes_next_stands_with_its_day_and_what_it_leads_to(page: Page) -> None:
    page.goto(f"{LOAN}?on=2026-11-22")
    first = page.locator("section:has(> #changes) tbody tr").first.inner_text()
    assert re.sub(r"\s+", " ", first).startswith("令和10年12月2日 あと741日")
    assert first.endswith("⑯ 消滅時効期間の経過")


def test_other_states_that_hold_say_of_whom_and_why_they_do_not_decide(page: Page) -> None:
    page.goto(f"{LOAN}?on=2026-11-22")
    rows = page.locator("section:has(> #lost) tbody tr")
    assert rows.count() == 2
    assert "保証人" in rows.nth(1).inner_text()
    assert "最も手続の進んだ者による" in rows.nth(1).inner_text()


def test_segments_of_the_charge_add_up_to_what_is_cut(page: Page) -> None:
    page.goto("/claims/100/?on=2019-01-14")
    figures = page.locator("section:has(> #charge) tr td:last-child").all_inner_texts()
    *segments, whole, cut = (int(figure.replace(",", "")) for figure in figures)
    assert sum(segments) == whole == 9_368
    assert cut == 9_300


def test_a_claim_that_is_gone_bears_no_charge_and_the_page_says_why(page: Page) -> None:
    page.goto("/claims/100/?on=2026-11-22")
    assert "令和2年8月21日に消滅しており、延滞金もともに消滅した" in _section(page, "charge")
    assert re.search(r"^0 円$", _section(page, "charge"), re.MULTILINE)
    assert "延滞金" not in page.locator(".key-figures").inner_text()


def test_contradicting_records_are_named_and_no_state_is_guessed(page: Page) -> None:
    page.goto(f"{CONTRADICTED}?on=2026-11-22")
    assert _key_figure(page, "区分") == "データ確認"
    assert "徴収停止又は履行延期が記録されている（平成31年1月15日）" in _section(page, "state")
    assert "記録を訂正すると、区分が決まります。" in page.locator("main").inner_text()


def test_a_claim_without_balance_has_no_day_to_keep(page: Page) -> None:
    page.goto(f"{SETTLED}?on=2026-11-22")
    assert _key_figure(page, "区分") == "残高なし"
    assert "時効" not in page.locator(".key-figures").inner_text()
    assert "残高がないため" in _section(page, "prescription")


def test_the_events_stand_the_latest_first(page: Page) -> None:
    page.goto("/claims/100/?on=2026-11-22")
    assert page.locator("section:has(> #events) tbody td:nth-of-type(1)").all_inner_texts() == [
        "滞納処分の停止",
        "督促",
    ]
    page.goto("/claims/100/?on=2018-08-19")
    assert "この時点までの経過の記録はありません。" in _section(page, "events")


def test_no_identifier_and_no_iso_day_stands_in_a_sentence(page: Page) -> None:
    for address in (LOAN, CONTRADICTED, SETTLED, "/claims/100/", "/data-to-check/"):
        page.goto(address)
        words = page.locator("main [lang=ja]").all_inner_texts()
        assert [text for text in words if re.search(r"[a-z]+_[a-z]+|\d{4}-\d{2}-\d{2}", text)] == []


def test_a_sheet_says_how_many_of_its_claims_have_no_state_and_leads_to_them(page: Page) -> None:
    page.goto(CARE)
    banner = page.locator(".banner--warning")
    assert "区分の決まっていない債権 41件" in banner.inner_text()
    banner.get_by_role("link", name="データ確認").click()
    page.wait_for_load_state()
    assert "41件" in page.locator("main").inner_text()
