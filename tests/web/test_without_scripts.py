"""A day at the office in a browser without scripts: a list, the search, a person, a talk, an act, a draft, its approval.

The one idea: what is read and simply entered works by links and forms alone; scripts only make it quicker.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.persons import RESERVED, person

NUMBER, PERSON = RESERVED["without-scripts"], person("without-scripts")
#: Somebody with several claims.
TALKED_TO = "/obligors/16/"


@pytest.fixture(scope="module")
def plain(site: Site) -> Iterator[Callable[[str], Page]]:
    """A page without scripts, on which somebody is signed in; each signs in once."""
    pages: dict[str, Page] = {}

    def page_of(username: str) -> Page:
        if username not in pages:
            pages[username] = site.page(username, java_script_enabled=False)
        return pages[username]

    yield page_of
    for page in pages.values():
        page.context.close()


def test_a_list_is_narrowed_and_leads_from_person_to_person(plain: Callable[[str], Page]) -> None:
    page = plain("officer")
    page.goto("/")
    page.get_by_role("link", name="長く手が付いていないもの").click()
    page.wait_for_url("**/work/untouched/**")
    everybody = page.locator("tbody th a").all_inner_texts()
    page.get_by_label("残高（円）から").fill("60000")
    page.get_by_role("button", name="絞り込む").click()
    page.wait_for_url("**from_yen=60000**")
    names = page.locator("tbody th a").all_inner_texts()
    assert 1 < len(names) <= len(everybody)
    page.locator("tbody th a").first.click()
    expect(page.locator("h1")).to_contain_text(names[0])
    page.get_by_role("link", name="次の人").click()
    expect(page.locator("h1")).to_contain_text(names[1])
    page.get_by_role("link", name="長く手が付いていないものに戻る").click()
    expect(page.locator("tbody th a")).to_have_text(names)


def test_a_person_is_found_and_a_talk_written_down(plain: Callable[[str], Page]) -> None:
    page = plain("officer")
    page.goto("/search/")
    page.fill("#q", f"カクウ ハナコ{NUMBER}")
    page.get_by_role("button", name="検索").last.click()
    page.get_by_role("link", name=f"架空 花子{NUMBER}").first.click()
    page.select_option("#contact-result", "absent")
    page.fill("#contact-note", "留守番電話")
    page.fill("#contact-next_on", "2099-12-11")
    page.get_by_role("button", name="記録").click()
    expect(page.get_by_role("status").first).to_have_text("記録しました。")
    expect(page.locator("#history li").first).to_contain_text("留守番電話")
    expect(page.locator(".pane--who")).to_contain_text("令81.12.11")


def test_an_act_is_looked_at_and_done(plain: Callable[[str], Page]) -> None:
    page = plain("officer")
    page.goto(f"{PERSON}acts/informal_demand/")
    page.fill("#note", "スクリプトなしの催告")
    page.get_by_role("button", name="影響を確かめる").click()
    page.wait_for_load_state()
    assert page.input_value("#note") == "スクリプトなしの催告"
    page.get_by_role("button", name="実行する").click()
    page.wait_for_load_state()
    assert page.url.endswith(f"{PERSON}?saved=1")
    expect(page.locator("#history")).to_contain_text("スクリプトなしの催告")


def test_an_act_is_drafted_and_approved(plain: Callable[[str], Page]) -> None:
    page = plain("officer")
    page.goto(f"{PERSON}acts/seizure/")
    page.select_option("#property_kind", "bank_deposit")
    page.fill("#property", "架空銀行 普通預金")
    page.fill("#id_reason", "催告に応じず、預金の回答があった。")
    page.get_by_role("button", name="起案して提出する").click()
    expect(page.locator("main")).to_contain_text("決裁待ち")
    number = page.url.rstrip("/").split("/")[-1]
    manager = plain("manager")
    manager.goto("/approvals/")
    manager.locator(f'a[href="/approvals/{number}/"]').first.click()
    manager.get_by_role("button", name="承認する", exact=True).click()
    expect(manager.locator("main")).to_contain_text("承認しました。")
    expect(manager.locator("main")).to_contain_text("決裁済み（未実行）")


def test_a_talk_is_written_down_on_the_ticked_claim_alone(plain: Callable[[str], Page]) -> None:
    page = plain("officer")
    page.goto(TALKED_TO)
    boxes = page.get_by_role("group", name="対象の債権").get_by_role("checkbox")
    ticked, other = (boxes.nth(place).get_attribute("value") for place in (0, 1))
    boxes.first.check()
    page.select_option("#contact-result", "promised_payment")
    page.fill("#contact-note", "一件だけの話")
    page.get_by_role("button", name="記録").click()
    expect(page.get_by_role("alert")).to_contain_text("約束の期日がありません。")
    assert [boxes.nth(place).is_checked() for place in (0, 1)] == [True, False]
    page.select_option("#contact-result", "spoke")
    page.get_by_role("button", name="記録").click()
    expect(page.get_by_role("status").first).to_have_text("記録しました。")
    page.goto(f"/claims/{ticked}/")
    expect(page.locator("main")).to_contain_text("一件だけの話")
    page.goto(f"/claims/{other}/")
    expect(page.locator("main")).not_to_contain_text("一件だけの話")
