"""Steps that several stories share: find a person, fill in the form of an act, draft it, approve it, carry it out.

The one idea: everything goes through the screens as an official would; a step that is refused fails with what the page says.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.web.story import Story


def days_ago(days: int) -> str:
    """A day before today as a date field takes it."""
    return (date.today() - timedelta(days=days)).isoformat()


def found(story: Story, username: str, *, name: str) -> str:
    """Somebody sits down and finds the person by name; the address of the person's page."""
    page = story.sits_down(username)
    story.goto("/search/")
    page.fill("#q", name)
    page.get_by_role("button", name="検索").last.click()
    if page.url.endswith("/search/") or "/search/?" in page.url:
        page.locator("[data-hit]", has_text=name).first.click()
    page.wait_for_url(re.compile(r"/obligors/\d+/"))
    expect(page.locator("h1")).to_contain_text(name)
    return "/" + page.url.split("/", 3)[3].split("?")[0]


def act_form(story: Story, person: str, *, kind: str, claims: Sequence[str] = (), **fields: str) -> Page:
    """The form of an act, filled in; a select by its value, a box by any text."""
    query = "&".join(f"claim={claim}" for claim in claims)
    page = story.goto(f"{person}acts/{kind}/" + (f"?{query}" if query else ""))
    fill(page, **fields)
    return page


def fill(page: Page, **fields: str) -> None:
    """Fill fields of a form of an act by their ids."""
    for name, value in fields.items():
        field = page.locator(f"#{name}")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") == "checkbox":
            field.check()
        else:
            field.fill(value)


def sent(story: Story, person: str) -> None:
    """The act is done, and the person's page opened."""
    _press(story.page, "実行する")
    story.page.wait_for_url(re.compile(f"{person}\\?saved=1"))


def drafted(story: Story, *, title: str, reason: str) -> str:
    """The act is drafted and submitted; the proposal's address."""
    page = story.page
    page.fill("#id_title", title)
    page.fill("#id_reason", reason)
    _press(page, "起案して提出する")
    page.wait_for_url(re.compile(r"/approvals/\d+/"))
    expect(page.locator("main")).to_contain_text("決裁待ち")
    return "/" + page.url.split("/", 3)[3].split("?")[0]


def approved(story: Story, username: str, *, proposal: str) -> None:
    """A manager opens the proposal and approves it as the last who decides."""
    seal(story, username, proposal=proposal)
    expect(story.page.locator("main")).to_contain_text("決裁済み（未実行）")


def seal(story: Story, username: str, *, proposal: str) -> None:
    """Somebody opens the proposal and approves it; others may have to decide after."""
    page = story.sits_down(username)
    story.goto(proposal)
    _press(page, "承認する")
    story.goto(proposal)


def carried_out(story: Story, username: str, *, proposal: str) -> None:
    """The officer carries out what was approved."""
    page = story.sits_down(username)
    story.goto(proposal)
    _press(page, "決裁のとおり実行する")
    expect(page.locator("main")).to_contain_text("決裁のとおりに実行しました。")


def _press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    alert = page.locator("[role=alert]")
    assert alert.count() == 0, alert.first.inner_text()
