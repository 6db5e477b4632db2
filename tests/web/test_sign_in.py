"""Signing in, being kept out, being locked out, changing the first password."""

from django.urls import reverse

from saiken.web.urls import urlpatterns
from tests.web.conftest import Site, sign_in
from tests.web.people import PASSWORD
from tests.web.samples import SAMPLES
from tests.web.test_permission_matrix import token_of

OPEN = {"sign-in", "openid-begin", "openid-return", "language"}


def test_nobody_signed_in_gets_anything_but_the_sign_in_page(site: Site) -> None:
    page = site.page()
    page.goto("/sign-in/")
    request, token = page.request, {"X-CSRFToken": token_of(page.request)}
    for pattern in urlpatterns:
        name = str(pattern.name)
        if name in OPEN:
            continue
        address = reverse(name, kwargs=SAMPLES[name].own if name in SAMPLES else {})
        for answer in (request.get(address, max_redirects=0), request.post(address, headers=token, max_redirects=0)):
            assert (answer.status, answer.headers.get("location", "")[:9]) == (302, "/sign-in/"), address
    page.context.close()


def test_the_page_asked_for_opens_after_signing_in(site: Site) -> None:
    page = site.page()
    page.goto("/findings/")
    page.fill("#id_username", "officer")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/findings/")
    page.context.close()


def test_a_wrong_password_says_so_without_saying_which(site: Site) -> None:
    page = site.page()
    sign_in(page, "no-such-person", "wrong")
    assert "利用者名またはパスワードが違います" in page.locator("[role=alert]").inner_text()
    page.context.close()


def test_five_failures_lock_the_person_out_even_with_the_right_password(site: Site) -> None:
    page = site.page()
    for _ in range(5):
        sign_in(page, "forgetful", "wrong")
    assert page.locator("h1").inner_text() == "サインインを止めています"
    sign_in(page, "forgetful")
    assert page.locator("h1").inner_text() == "サインインを止めています"
    page.context.close()


def test_a_newcomer_sees_nothing_before_changing_the_first_password(site: Site) -> None:
    page = site.page("newcomer")
    assert page.url.endswith("/password/")
    page.goto("/city/")
    assert page.url.endswith("/password/")
    assert page.locator("nav.navigation").count() == 0
    page.context.close()


def test_a_weak_new_password_is_refused_in_words(site: Site) -> None:
    page = site.page("newcomer")
    page.fill("#id_old_password", PASSWORD)
    page.fill("#id_new_password1", "12345678")
    page.fill("#id_new_password2", "12345678")
    page.click("main button")
    page.wait_for_load_state()
    assert "最低 12 文字以上必要です" in page.locator("#id_new_password2_error").inner_text()
    assert page.locator("[role=alert]").is_visible()
    page.context.close()


def test_a_new_password_opens_the_screens_and_keeps_the_session(site: Site) -> None:
    page = site.page("newcomer-too")
    page.fill("#id_old_password", PASSWORD)
    page.fill("#id_new_password1", "sanjuu-no-tou-2019")
    page.fill("#id_new_password2", "sanjuu-no-tou-2019")
    page.click("main button")
    page.wait_for_url(f"{site.address}/")
    assert page.locator("nav.navigation").count() == 1
    page.context.close()


def test_signing_out_ends_the_session(site: Site) -> None:
    page = site.page("cashier")
    page.get_by_role("button", name="サインアウト").click()
    page.goto("/city/")
    assert "/sign-in/" in page.url
    page.context.close()


def test_somebody_without_a_role_gets_the_help_page_alone(site: Site) -> None:
    page = site.page("roleless")
    assert page.url.endswith("/help/")
    answer = page.goto("/city/")
    assert answer is not None
    assert answer.status == 403
    page.context.close()


def test_only_the_sign_in_page_and_the_language_are_open() -> None:
    assert {pattern.name for pattern in urlpatterns if pattern.callback.permission == "open"} == OPEN
