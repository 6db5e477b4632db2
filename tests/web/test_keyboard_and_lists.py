"""Lists that narrow and page, with scripts and without; everything by the keyboard alone."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.people import CARE, PASSWORD


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_typing_narrows_the_list_and_the_address_remembers(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    page.fill("#q", "介護")
    expect(page.locator(".city-table tbody tr")).to_have_count(1)
    assert _asked(page)["q"] == ["介護"]
    page.reload()
    expect(page.locator(".city-table tbody tr")).to_have_count(1)
    page.go_back()
    expect(page.locator(".city-table tbody tr")).to_have_count(4)
    page.close()


def test_the_same_works_without_scripts(site: Site) -> None:
    page = site.page("officer", java_script_enabled=False)
    page.goto("/city/")
    page.fill("#q", "貸付")
    page.select_option("#class", "private_law")
    page.click("main form[role=search] button")
    expect(page.locator(".city-table tbody tr")).to_have_count(1)
    page.goto(f"{CARE}states/total/total/")
    page.click("a[rel=next]")
    expect(page.locator("tbody tr")).to_have_count(50)
    page.context.close()


def test_a_head_sorts_up_then_down_then_not_at_all(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    head = page.locator("th", has_text="合計").first
    head.locator("a").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    first = page.locator(".city-table tbody tr").first
    expect(first).to_contain_text("路上喫煙過料")
    page.locator("th[aria-sort] a").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    expect(first).to_contain_text("介護保険料")
    page.locator("th[aria-sort] a").click()
    expect(page.locator("th[aria-sort]")).to_have_count(0)
    page.close()


def test_the_city_opens_down_to_a_claim_by_keyboard_alone(site: Site) -> None:
    page = site.page()
    page.goto("/city/")
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/city/")
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.locator("#quick-q")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("064")
    expect(page.locator(".city-table tbody tr")).to_have_count(1)
    _tab_to(page, "介護保険料")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sheets/2018/**")
    _tab_to(page, "10,777")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cells/**")
    _tab_to(page, "2016-064-company")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    expect(page.locator("h2", has_text="台帳")).to_be_visible()
    page.context.close()


def test_the_first_tab_stop_skips_to_the_content(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.close()


def test_focus_is_always_visible(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid", page.evaluate("document.activeElement.outerHTML")
    page.close()


def test_one_letter_keys_open_pages_and_can_be_switched_off(site: Site) -> None:
    page = site.page("officer")
    page.goto("/city/")
    page.keyboard.press("g")
    page.keyboard.press("f")
    page.wait_for_url("**/findings/")
    page.keyboard.press("?")
    page.wait_for_url("**/help/")
    page.uncheck("[data-key-setting]")
    page.goto("/city/")
    page.keyboard.press("/")
    expect(page.locator("#quick-q")).not_to_be_focused()
    page.context.close()


def test_a_wide_table_that_does_not_fit_scrolls_in_a_region_of_its_own(site: Site) -> None:
    page = site.page("officer", viewport={"width": 683, "height": 384})
    page.goto("/city/")
    region = page.locator(".table-region").first
    expect(region).to_have_attribute("tabindex", "0")
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
    assert region.evaluate("region => region.scrollLeft") > 0
    page.context.close()


def test_the_language_is_kept_and_the_page_stays(site: Site) -> None:
    page = site.page("officer")
    page.goto("/findings/?severity=warning")
    page.click("button[value=en]")
    page.wait_for_load_state()
    assert _asked(page) == {"severity": ["warning"]}
    expect(page.locator("h1")).to_contain_text("Check findings")
    page.goto("/city/")
    expect(page.locator("h1")).to_contain_text("Outstanding receivables")
    page.context.close()


def test_days_are_shown_in_the_era_calendar_with_their_iso_form(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/claims/1/")
    expect(page.locator("time[datetime='2016-07-31']")).to_have_text("平成28年7月31日")
    page.close()


def _tab_to(page: Page, text: str) -> None:
    """Press Tab until a link with that text has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == text:
            return
    raise AssertionError(f"{text} is not reached by Tab")
