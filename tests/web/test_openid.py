"""Signing in through an OpenID Connect provider: a real one in a process of its own, a real server set up for it."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.openid_provider import CLIENT, SECRET
from tests.web.conftest import ROOT, Site, free_port, serving, wait_for


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The provider's address."""
    port, log = free_port(), tmp_path_factory.mktemp("provider") / "log"
    command = [sys.executable, "-m", "tests.support.openid_provider", str(port)]
    with log.open("wb") as said:
        running = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        try:
            wait_for(f"http://127.0.0.1:{port}/keys", running, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(timeout=60)


@pytest.fixture(scope="module")
def openid_site(home: Path, provider: str, site: Site) -> Iterator[Site]:
    """A server over the same register that knows the provider and trusts its second factor."""
    settings = {
        "SAIKEN_OIDC_CLIENT_ID": CLIENT,
        "SAIKEN_OIDC_CLIENT_SECRET": SECRET,
        "SAIKEN_OIDC_AUTHORIZATION_URL": f"{provider}/authorize",
        "SAIKEN_OIDC_TOKEN_URL": f"{provider}/token",
        "SAIKEN_OIDC_USER_URL": f"{provider}/claims",
        "SAIKEN_OIDC_KEYS_URL": f"{provider}/keys",
        "SAIKEN_OIDC_ISSUER": "test",
        "SAIKEN_OIDC_TRUST_SECOND_FACTOR": "1",
    }
    with serving(home, settings) as address:
        yield Site(address, site.browser)


def _arrive(site: Site, provider: str, name: str, *, wrong: bool = False) -> Page:
    """Sign in at the provider as somebody."""
    urllib.request.urlopen(f"{provider}/next?name={name}&wrong={int(wrong)}").close()
    context = site.browser.new_context(base_url=site.address, locale="ja-JP")
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("link", name="認証基盤でサインイン").click()
    page.wait_for_load_state()
    return page


def test_a_known_person_is_signed_in(openid_site: Site, provider: str) -> None:
    page = _arrive(openid_site, provider, "manager")
    assert "架空 二葉" in page.locator("header").inner_text()
    page.context.close()


def test_the_providers_second_factor_counts_when_it_is_trusted(openid_site: Site, provider: str) -> None:
    page = _arrive(openid_site, provider, "auditor")
    answer = page.goto("/logs/accesses/")
    assert answer is not None
    assert (answer.status, page.locator("h1").inner_text()) == (200, "閲覧の記録")
    page.context.close()


@pytest.mark.parametrize("name", ["no-such-person", "Manager"])
def test_nobody_is_made_or_guessed(openid_site: Site, provider: str, name: str) -> None:
    page = _arrive(openid_site, provider, name)
    assert "利用者として登録されていない" in page.locator("[role=alert]").inner_text()
    page.context.close()


def test_a_failure_without_a_name_is_told_as_such(openid_site: Site, site: Site, provider: str) -> None:
    _arrive(openid_site, provider, "no-such-person").context.close()
    page = site.as_user("administrator")
    page.goto("/accounts/failures/")
    assert page.locator("tbody th").first.inner_text() == "利用者名なし"
    page.close()


def test_a_token_signed_by_a_stranger_opens_nothing(openid_site: Site, provider: str) -> None:
    page = _arrive(openid_site, provider, "manager", wrong=True)
    page.goto("/city/")
    assert "/sign-in/" in page.url
    page.context.close()


def test_without_a_provider_there_is_no_such_page(site: Site) -> None:
    page = site.page()
    answer = page.goto("/openid/")
    assert answer is not None
    assert answer.status == 404
    page.goto("/sign-in/")
    assert page.get_by_role("link", name="認証基盤でサインイン").count() == 0
    page.context.close()
