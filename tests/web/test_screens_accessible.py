"""Every screen, in the real browser: nothing found by axe, no sideways scrolling, nothing asked elsewhere or refused by the policy.

The one idea: the list of screens is one table, and every route that answers anybody with a page must be in it: the last test asks them all.
"""

import os
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import URLPattern, resolve, reverse
from playwright.sync_api import Page

from saiken.web.urls import urlpatterns
from tests.web.conftest import ROOT, Site
from tests.web.people import SCREENS
from tests.web.samples import SAMPLES
from tests.web.test_nothing_leaves import POLICY, complaints_of
from tests.web.test_permission_matrix import ALLOWED, permission_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PICTURES = ROOT / "out" / "screens"


def _open(site: Site, screen: str, language: str = "ja") -> Page:
    address, username = SCREENS[screen]
    page = site.as_user(username, language)
    page.goto(address)
    return page


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_accessible_fits_every_size_and_asks_nobody_else(site: Site, screen: str) -> None:
    address, username = SCREENS[screen]
    page = site.as_user(username)
    complaints = complaints_of(page)
    answer = page.goto(address)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()
    _picture(page, screen)
    _fits(page)
    page.set_viewport_size({"width": 683, "height": 384})  # what 200 % zoom leaves of 1366 × 768
    _fits(page)
    page.set_viewport_size({"width": 320, "height": 256})  # reflow, WCAG 1.4.10
    _fits(page)
    assert answer is not None
    assert set(answer.headers["content-security-policy"].split("; ")) == POLICY
    assert complaints == []
    assert site.strangers == []
    page.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_english_when_chosen(site: Site, screen: str) -> None:
    page = _open(site, screen, language="en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Claim register" in page.title()
    _fits(page)
    page.close()


def test_the_screens_are_japanese_in_an_english_browser_until_english_is_chosen(site: Site) -> None:
    page = site.page(locale="en-US")
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "ja"
    assert page.locator("h1").inner_text() == "サインイン"
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "en"


def test_every_route_that_answers_with_a_page_is_in_the_table(site: Site) -> None:
    addresses = [address for screen, (address, _) in SCREENS.items() if screen != "missing"]
    shown = {resolve(address.split("?")[0]).url_name for address in addresses}
    assert {
        str(pattern.name) for pattern in urlpatterns if pattern.name not in shown and _is_page(site, pattern)
    } == set()


def _is_page(site: Site, pattern: URLPattern) -> bool:
    """Whether it shows a page to somebody who may see it; files, redirects, parts of pages and what is only posted to are none."""
    name = str(pattern.name)
    address = reverse(name, kwargs=SAMPLES[name].own if name in SAMPLES else {})
    answers = (site.request_as(username).get(address, max_redirects=0) for username in ALLOWED[permission_of(pattern)])
    return any(answer.status in (200, 422) and "<html" in answer.text()[:500] for answer in answers)


def _fits(page: Page) -> None:
    """Nothing scrolls sideways; the frame after a change of size may not have settled yet."""
    root, until = "document.documentElement", time.monotonic() + 5
    while (wider := page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")) > 0 and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert wider <= 0


def _picture(page: Page, screen: str) -> None:
    """For people to judge, when pictures are taken."""
    if os.environ.get("SAIKEN_SCREENSHOTS") != "1":
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(PICTURES, f"{screen}.png"), full_page=True)
