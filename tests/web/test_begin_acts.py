"""Beginning acts: claims ticked on the person's page or one claim from its own page, the form opens with exactly these."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.persons import person

PERSON = "/obligors/1/"
expect.set_options(timeout=30_000)


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    opened = site.as_user("recovery")
    opened.goto(PERSON)
    yield opened
    opened.close()


def _ticked(page: Page) -> list[str | None]:
    return [box.get_attribute("value") for box in page.locator("main [name=claim]:checked").all()]


def _begin(page: Page, kind: str, *, places: tuple[int, ...]) -> list[str | None]:
    boxes = page.locator(".owed [name=claim]")
    for place in places:
        boxes.nth(place).check()
    chosen = [boxes.nth(place).get_attribute("value") for place in places]
    page.locator("#start-kind").select_option(kind)
    page.get_by_role("button", name="始める").click()
    page.wait_for_load_state()
    return chosen


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("informal_demand", "acts/informal_demand/"),
        ("payment_pledge", "plan/"),
        ("property_investigation", "properties/ask/"),
    ],
)
def test_an_act_opens_with_the_ticked_claims(page: Page, kind: str, address: str) -> None:
    assert page.locator(".owed [name=claim]").count() > 1
    chosen = _begin(page, kind, places=(1,))
    expect(page).to_have_url(f"{page.url.split(PERSON)[0]}{PERSON}{address}?claim={chosen[0]}")
    assert _ticked(page) == chosen


def test_a_hand_over_opens_with_the_ticked_claims(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/12/")
    chosen = _begin(page, "hand_over", places=(0,))
    assert _ticked(page) == chosen
    page.close()


def test_a_contact_begun_from_the_menu_keeps_its_claims_and_its_way(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/12/")
    chosen = _begin(page, "visit", places=(0,))
    assert page.locator(".pick:checked").evaluate_all("boxes => boxes.map(box => box.value)") == chosen
    expect(page.locator("#contact-mode")).to_have_value("visit")
    expect(page.locator("#contact-result")).to_be_focused()
    page.close()


def test_the_page_of_a_claim_lists_its_acts_and_begins_one(page: Page) -> None:
    page.goto(person("contact-on-claim"))
    page.locator(".owed [name=claim]").first.check()
    page.locator("#contact-note").fill("債権の画面に出る連絡")
    page.get_by_role("button", name="1週間後").click()
    page.locator("#contact-note").press("Control+Enter")
    expect(page.get_by_role("status").first).to_have_text("記録しました。")
    page.locator(".owed th a").first.click()
    page.wait_for_url("**/claims/**")
    claim = page.url.rstrip("/").rsplit("/", 1)[1]
    line = page.locator("section:has(> #acts) tbody tr").first
    expect(line).to_contain_text("債権の画面に出る連絡")
    expect(line).to_contain_text("架空 四季")
    assert line.locator("td time").count() == 2, "the day and the next day"
    page.locator("#start-kind").select_option("informal_demand")
    page.get_by_role("button", name="始める").click()
    page.wait_for_url(f"**/acts/informal_demand/?claim={claim}")
    assert _ticked(page) == [claim]


def test_whoever_may_not_act_sees_the_acts_and_no_menu(site: Site) -> None:
    page = site.as_user("auditor")
    page.goto("/claims/1/")
    expect(page.locator("#acts")).to_be_visible()
    expect(page.locator("#start-kind")).to_have_count(0)
    page.close()
