"""The screens 法令 in the real browser: values through time, what proves an article, terms side by side, what is unverified."""

import pytest
from playwright.sync_api import Page

from tests.web.conftest import Site


@pytest.fixture
def page(site: Site) -> Page:
    return site.as_user("officer")


def _row(page: Page, text: str) -> list[str]:
    return page.locator("tbody tr").filter(has_text=text).first.locator("th, td").all_inner_texts()


def test_a_rate_is_shown_through_time_in_both_calendars_with_its_article(page: Page) -> None:
    page.goto("/law/parameters/late_charge_later/")
    first, last, value, article, *_ = _row(page, "2022-01-01")
    assert (first, last, value) == ("令和4年1月1日 2022-01-01", "令和7年12月31日 2025-12-31", "8.7%")
    assert article == "地方税法附則3条の2第1項"
    assert "11月30日までに財務大臣が告示" in page.locator(".banner--notice").inner_text()
    page.get_by_role("link", name="地方税法附則3条の2第1項").first.click()
    page.wait_for_load_state()
    assert page.url.endswith("/law/acts/local_tax_act/#a-s3-2_1")


def test_what_is_unverified_says_so_to_staff(page: Page) -> None:
    page.goto("/law/parameters/wage_living_self_yen/")
    assert _row(page, "2026-04-01")[-1] == "未確認"
    assert _row(page, "2019-06-22")[-1] == "確認済み"


def test_an_article_shows_our_sentence_its_source_and_what_proves_it(page: Page) -> None:
    page.goto("/law/acts/local_tax_act/")
    row = page.locator("#a-20-4-2_5")
    assert "延滞金の確定額に100円未満の端数がある" in row.inner_text()
    assert "令和8年11月21日" in row.inner_text()
    row.locator("summary").click()
    assert row.locator("li").count() > 0


def test_articles_stand_in_their_order(page: Page) -> None:
    page.goto("/law/acts/local_tax_act/")
    places = page.locator("tbody th").all_inner_texts()
    order = [
        "地方税法9条第1項",
        "地方税法15条第4項",
        "地方税法15条の2第4項",
        "地方税法369条第1項",
        "地方税法附則3条の2第1項",
    ]
    assert [place for place in places if place in order] == order


def test_profiles_stand_side_by_side_and_differences_are_bold(page: Page) -> None:
    page.goto("/law/terms/other_public/")
    heads = [head.split("\n")[0] for head in page.locator("table").first.locator("thead th").all_inner_texts()]
    kitami, koryo = heads.index("北見市"), heads.index("広陵町")
    cells = page.locator("tbody tr").filter(has_text="途中の1円未満の切捨て").locator("th, td")
    assert cells.nth(kitami).inner_text() == "最後に一度だけ"
    assert cells.nth(kitami).locator("strong").count() == 1
    assert cells.nth(koryo).locator("strong").count() == 0
    assert "試験用の定め" in _row(page, "例規 k434RG00000166")[-1]


def test_the_list_is_narrowed_by_name_and_answers_for_a_day(page: Page) -> None:
    page.goto("/law/?q=猶予特例基準割合&on=2020-12-31")
    assert _row(page, "猶予特例基準割合")[:2] == ["猶予特例基準割合", "1.6%"]
    page.goto("/law/?q=猶予特例基準割合&on=2027-01-01")
    assert _row(page, "猶予特例基準割合")[1] == "公表なし"


def test_english_readers_have_english_words_around_the_japanese_law(site: Site) -> None:
    page = site.as_user("officer", "en")
    page.goto("/law/parameters/suspension_years/")
    assert _row(page, "1970-01-01")[:3] == ["1970-01-01", "no end", "3 years"]
    page.close()


@pytest.mark.parametrize("address", ["/law/parameters/none/", "/law/acts/none/", "/law/terms/none/"])
def test_what_the_law_book_does_not_hold_is_not_found(site: Site, page: Page, address: str) -> None:
    assert page.request.get(f"{site.address}{address}").status == 404
