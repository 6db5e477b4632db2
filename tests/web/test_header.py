"""The head of every page: one calm row, a menu for what is not for every day, the place we are in."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site

_HEIGHTS = "() => document.querySelector('.page-header').offsetHeight"
_WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def _menu(page: Page) -> Sequence[str]:
    return page.locator(".navigation__menu a").all_text_contents()


@pytest.mark.parametrize("username", ["officer", "manager", "recovery", "planner", "auditor", "administrator"])
def test_the_header_is_one_row_in_a_window_of_the_office(site: Site, username: str) -> None:
    page = site.as_user(username)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/help/")
    tops = page.locator(".page-header__inner > *").evaluate_all(
        "all => all.map(each => { const box = each.getBoundingClientRect(); return [box.top, box.bottom]; })"
    )
    assert max(top for top, _bottom in tops) < min(bottom for _top, bottom in tops), "nothing stands below another"
    page.close()


def test_the_header_stacks_and_nothing_leaves_the_window_when_it_is_narrow_or_enlarged(site: Site) -> None:
    page = site.as_user("manager")
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto("/")
        page.locator(".navigation__menu summary").click()
        wide, shown = page.evaluate(_WIDTHS)
        assert wide <= shown
        expect(page.get_by_role("link", name="法令")).to_be_in_viewport()
    page.close()


def test_the_menu_opens_and_closes_by_keys(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/")
    word = page.locator(".navigation__menu summary")
    word.focus()
    page.keyboard.press("Enter")
    first = page.locator(".navigation__menu a").first
    expect(first).to_be_visible()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("h1").click()
    expect(first).to_be_hidden()
    page.close()


def test_the_menu_opens_without_scripts(site: Site) -> None:
    plain = site.page("officer", java_script_enabled=False)
    plain.goto("/city/")
    plain.locator(".navigation__menu summary").click()
    plain.locator(".navigation__menu").get_by_role("link", name="法令").click()
    expect(plain.locator("h1")).to_have_text("法令")
    plain.context.close()


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/obligors/2/", "今日の仕事"),
        ("/claims/1/", "今日の仕事"),
        ("/city/", "市全体"),
        ("/work/untouched/", "今日の仕事"),
    ],
)
def test_the_place_we_are_in_is_marked(site: Site, address: str, here: str) -> None:
    page = site.as_user("officer")
    page.goto(address)
    expect(page.locator("nav.navigation [aria-current]")).to_have_text(here)
    page.close()


def test_a_page_of_the_menu_marks_the_menu_and_its_entry(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/law/")
    expect(page.locator(".navigation__menu summary")).to_have_attribute("aria-current", "true")
    expect(page.locator(".navigation__menu a[aria-current]")).to_have_text("法令")
    page.close()


def test_what_a_role_alone_has_comes_first_and_what_waits_is_counted(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/city/")
    assert _menu(page)[:3] == ["執行管理", "担当割", "重点取組"]
    waiting = page.locator('[data-key-page="approvals"] .navigation__count')
    assert int(waiting.inner_text().removesuffix("件")) > 0
    page.close()
    auditor = site.as_user("auditor")
    auditor.goto("/city/")
    assert _menu(auditor)[0] == "監査"
    auditor.close()
