"""No page asks for anything elsewhere, and the browser is told to refuse it if one did.

The one idea: every request of a page is caught on its way; the policy is read from the answers themselves. It is asked of every screen by
test_screens_accessible.
"""

import urllib.request

from playwright.sync_api import Page

from tests.web.conftest import Site

POLICY = {"default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"}

#: A page that refuses says so by its status, of which the browser makes a note.
_REFUSALS = ("403", "404", "422")


def complaints_of(page: Page) -> list[str]:
    """What the browser will complain of on this page: what the policy refuses, what fails to load or to run."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if not _is_refusal(message.text) else None)
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def _is_refusal(text: str) -> bool:
    return any(code in text for code in _REFUSALS)


def test_a_page_that_asks_elsewhere_is_stopped_by_the_policy(site: Site) -> None:
    page = site.page()
    page.goto("/sign-in/")
    refused = "fetch('https://example.com/').then(() => 'answered', () => 'refused')"
    assert page.evaluate(refused) == "refused"
    assert site.strangers == []
    page.context.close()


def test_answers_carry_the_security_headers_and_are_not_kept(server: str) -> None:
    with urllib.request.urlopen(f"{server}/sign-in/") as answer:
        headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in headers["Cache-Control"]


def test_static_files_carry_their_version(site: Site) -> None:
    page = site.page()
    page.goto("/sign-in/")
    sheets = page.eval_on_selector_all("link[rel=stylesheet]", "links => links.map(link => link.href)")
    assert sheets
    assert all("?v=" in address for address in sheets)
    page.context.close()
