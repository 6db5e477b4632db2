"""The search for persons in the browser: by keyboard alone, while typing, and without scripts."""

import re

from playwright.sync_api import expect

from tests.web.conftest import Site

#: Obligor 2 of the small city.
NAME = "架空 太郎2"


def test_the_slash_leads_to_the_search_from_everywhere_and_arrows_through_it(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    page.keyboard.press("/")
    expect(page.locator("#quick-q")).to_be_focused()
    page.keyboard.type(NAME)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("債務者の検索")
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    first = page.locator("[data-hit]").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/obligors/\d+/"))
    page.close()


def test_the_list_follows_what_is_typed_and_the_address_keeps_it(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/search/")
    page.locator("#q").press_sequentially("かくう", delay=5)
    expect(page.locator("[data-hit]").first).to_be_visible()
    expect(page.locator(".search__term")).to_contain_text("氏名・名称")
    page.wait_for_url(re.compile("q=%E3%81%8B%E3%81%8F%E3%81%86"))
    page.fill("#q", "さ")
    expect(page.locator(".search__term")).to_contain_text("短いため使っていません")
    expect(page.locator("[data-hit]")).to_have_count(0)
    page.close()


def test_it_works_without_scripts_and_a_number_opens_the_person(site: Site) -> None:
    page = site.page("officer", java_script_enabled=False)
    page.goto("/city/")
    page.fill("#quick-q", NAME)
    page.click(".quick-search button")
    row = page.locator("tbody tr", has=page.locator('a[href="/obligors/2/"]'))
    expect(row).to_have_count(1)
    page.fill("#q", "債務者2")
    page.click(".search button")
    page.wait_for_url(re.compile(r"/obligors/2/$"))
    page.context.close()


def test_somebody_without_persons_has_no_search(site: Site) -> None:
    page = site.as_user("planner")
    page.goto("/city/")
    expect(page.locator("#quick-q")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.close()
