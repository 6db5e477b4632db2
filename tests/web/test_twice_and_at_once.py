"""A button pressed twice, and two people at one thing at once, as the browser sends it: one effect, nothing lost.

The one idea: the form is taken from the page as it stands and sent two times at the same moment. Who comes too late with another word is
told in test_act_form, test_approvals, test_plans and test_story_hand_over.
"""

from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Site
from tests.web.persons import person

_SEND_TWICE = """async button => {
    const form = button.form;
    const send = () => fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form, button))});
    return (await Promise.all([send(), send()])).map(answer => answer.status).sort();
}"""


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_an_act_sent_twice_is_one_act(site: Site) -> None:
    address = person("act-twice")
    page = site.as_user("officer")
    page.goto(f"{address}acts/informal_demand/")
    page.evaluate("document.getElementById('note').value = '二度押しの催告'")
    assert _button(page, "実行する").evaluate(_SEND_TWICE) == [200, 200]
    page.goto(address)
    expect(page.locator("#history li", has_text="二度押しの催告")).to_have_count(1)
    page.close()


def test_a_draft_sent_twice_is_one_and_two_approvals_of_it_are_one(site: Site) -> None:
    page = site.as_user("officer")
    page.goto(f"{person('draft-twice')}acts/seizure/")
    page.select_option("#property_kind", "bank_deposit")
    page.fill("#property", "架空銀行 普通預金")
    page.fill("#id_title", "二度押しの起案")
    page.fill("#id_reason", "催告に応じず、預金の回答があった。")
    assert _button(page, "起案して提出する").evaluate(_SEND_TWICE) == [200, 200]
    page.goto("/approvals/?list=my_proposals")
    drafted = page.locator("tbody tr", has_text="二度押しの起案")
    expect(drafted).to_have_count(1)
    address = str(drafted.get_by_role("link").first.get_attribute("href"))
    page.close()
    manager = site.as_user("manager")
    manager.goto(address)
    assert _button(manager, "承認する").evaluate(_SEND_TWICE) == [200, 409]
    manager.goto(address)
    expect(manager.locator("main")).to_contain_text("決裁済み（未実行）")
    expect(
        manager.locator("section", has=manager.locator("#history")).locator("tbody th", has_text="承認")
    ).to_have_count(1)
    manager.close()


def test_talks_of_two_officials_at_once_are_both_kept(site: Site) -> None:
    pages = [site.as_user(username) for username in ("officer", "manager")]
    for page in pages:
        page.goto("/obligors/44/")
        page.fill("#contact-note", f"同時の記録 {pages.index(page)}")
    for page in pages:
        _button(page, "記録").click()
        expect(page.get_by_role("status").first).to_have_text("記録しました。")
    for number, page in enumerate(pages):
        page.goto("/obligors/44/")
        expect(page.locator("#history li", has_text=f"同時の記録 {1 - number}")).to_have_count(1)
        page.close()
