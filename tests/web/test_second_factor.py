"""The second factor in the browser: enrolling, being kept out until it is given, recovery codes, limits of a session."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from saiken.register.second_factor import current_code, hex_of
from tests.web.conftest import Site, serving, sign_in
from tests.web.people import ENROLLING, PASSWORD, SIGNED_OUT


def test_an_auditor_sees_nothing_before_the_second_factor(site: Site) -> None:
    page = site.page()
    page.goto("/sign-in/?next=/logs/accesses/")
    page.fill("#id_username", "auditor")
    page.fill("#id_password", PASSWORD)
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert page.url.endswith("/second-factor/")
    for address in ("/", "/logs/accesses/", "/help/", "/password/", "/claims/1/"):
        page.goto(address)
        assert page.url.endswith("/second-factor/")
    assert page.locator("nav.navigation").count() == 0
    page.fill("#id_code", "000 000")
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert "確認コードが違う" in page.locator("#id_code_error").inner_text()
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() != "確認コードの入力"
    page.locator("header form[action='/sign-out/'] button").click()
    page.wait_for_load_state()
    assert "/sign-in/" in page.url
    page.context.close()


def test_enrolling_shows_a_drawing_a_key_and_recovery_codes_once(site: Site) -> None:
    page = site.page("cashier")
    page.goto("/second-factor/")
    assert page.locator(".qr-code svg path").count() > 0
    key = hex_of(page.locator(".secret").inner_text())
    page.fill("#id_code", "12345")
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert hex_of(page.locator(".secret").inner_text()) == key  # the key waits for its first right code
    page.context.close()


def test_a_confirmed_key_gives_codes_and_is_asked_at_the_next_sign_in(site: Site) -> None:
    page = site.page(ENROLLING)
    page.goto("/second-factor/")
    code = current_code(hex_of(page.locator(".secret").inner_text()))
    page.fill("#id_code", code)
    page.click("main button.button--main")
    page.wait_for_load_state()
    codes = page.locator(".secrets .secret").all_inner_texts()
    assert len(codes) == 10
    page.goto("/second-factor/")
    assert codes[0] not in page.content()
    page.context.close()
    again = site.page(ENROLLING)
    assert again.url.endswith("/second-factor/")
    again.fill("#id_code", code)  # used before
    again.click("main button.button--main")
    expect(again.locator("#id_code_error")).to_have_count(1)
    again.fill("#id_code", codes[0])
    again.click("main button.button--main")
    again.wait_for_url(re.compile(r".*/city/"))
    again.context.close()


def test_the_page_warns_before_the_session_ends_and_a_key_extends_it(site: Site) -> None:
    context = site.context()
    page = context.new_page()
    page.clock.install()
    sign_in(page, "cashier")
    page.goto("/city/")
    assert not page.locator("#session-notice").is_visible()
    page.route("**/session/left/", lambda route: route.fulfill(json={"seconds": 100}))
    page.clock.fast_forward("29:00")
    page.locator("#session-notice").wait_for(state="visible")
    assert "まもなくサインアウトします" in page.locator("[data-session-text]").inner_text()
    assert page.locator("[data-session-text]").get_attribute("role") == "alert"
    page.keyboard.press("Alt+Shift+L")
    page.locator("#session-notice").wait_for(state="hidden")
    page.route("**/session/left/", lambda route: route.fulfill(json={"seconds": 0}))
    page.clock.fast_forward("29:00")
    page.locator("#session-notice").wait_for(state="visible")
    assert "サインアウトしました" in page.locator("[data-session-text]").inner_text()
    context.close()


def test_the_oldest_session_ends_and_says_why(site: Site, home: Path) -> None:
    with serving(home, {"SAIKEN_SESSIONS_PER_USER": "2"}) as address:
        strict = Site(address, site.browser)
        pages = [strict.page(SIGNED_OUT) for _ in range(3)]
        pages[0].goto("/help/")
        assert "/sign-in/" in pages[0].url
        assert "別の画面で新しくサインインした" in pages[0].locator("[role=status]").inner_text()
        pages[1].goto("/help/")
        assert pages[1].url.endswith("/help/")
        for page in pages:
            page.context.close()


@pytest.mark.parametrize("address", ["/accounts/", "/accounts/people/officer/"])
def test_an_administrator_sees_no_case(site: Site, address: str) -> None:
    page = site.as_user("administrator")
    page.goto(address)
    assert page.locator("a[href^='/claims/'], a[href^='/obligors/']").count() == 0
    page.close()
