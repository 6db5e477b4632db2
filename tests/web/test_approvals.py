"""Approvals as a day at the office: drafted anew, decided by keyboard, together and too late, carried out, read by an auditor.

The one idea: told through the screens alone; each proposal of the story is moved by one test.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site


def _main(page: Page) -> str:
    return page.locator("main").inner_text()


def test_the_manager_moves_by_keyboard_and_approves_after_asking_once_more(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/approvals/")
    expect(page.locator("h2").first).to_have_text("わたしの決裁待ち")
    for _ in range(30):
        page.keyboard.press("j")
        if page.evaluate("document.activeElement.textContent") == "介護保険第8号":
            break
    page.keyboard.press("a")
    page.wait_for_url("**/approvals/batch/**")
    assert "介護保険第8号" in _main(page)
    assert "次の起案をすべて承認します" in _main(page)
    page.get_by_role("button", name="承認する").click()
    page.wait_for_url("**/approvals/")
    assert "1件を承認しました。" in _main(page)
    page.goto("/approvals/8/")
    assert "決裁済み（未実行）" in _main(page)
    page.keyboard.press("Tab")
    page.close()


def test_who_comes_too_late_is_told_and_keeps_what_was_typed(site: Site) -> None:
    early, late = site.as_user("manager"), site.as_user("manager")
    early.goto("/approvals/9/")
    late.goto("/approvals/9/")
    early.get_by_role("button", name="承認する").click()
    early.wait_for_load_state()
    late.fill("#reason", "調査の日が抜けています")
    late.get_by_role("button", name="差し戻す").click()
    late.wait_for_load_state()
    alert = late.get_by_role("alert").inner_text()
    assert "介護保険第9号は、その間にmanagerが「承認」を記録しました" in alert
    assert "決裁済み（未実行）" in _main(late)
    early.close()
    late.close()


def test_sending_back_needs_a_reason_and_two_are_approved_together(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/approvals/10/")
    page.get_by_role("button", name="差し戻す").click()
    page.wait_for_load_state()
    assert "差戻しの理由がありません" in page.get_by_role("alert").inner_text()
    page.goto("/approvals/")
    for number in (10, 11):
        page.get_by_label(f"介護保険第{number}号 を選ぶ").check()
    page.get_by_role("button", name="選んだ起案をまとめて承認する").click()
    page.wait_for_url("**/approvals/batch/**")
    assert "計 2件の起案" in _main(page)
    page.get_by_role("button", name="承認する").click()
    page.wait_for_url("**/approvals/")
    assert "2件を承認しました。" in _main(page)
    page.close()


def test_the_officer_makes_a_new_version_that_shows_the_difference(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/approvals/?list=sent_back_to_me")
    page.get_by_role("link", name="介護保険第12号").click()
    page.wait_for_load_state()
    assert "理由を具体的に。" in _main(page)
    page.get_by_role("link", name="直して新しい版を作る").click()
    page.fill("#id_reason", "令和8年9月10日に預金を照会し、残高のないことを確かめた。")
    page.get_by_role("button", name="新しい版を作る").click()
    page.wait_for_load_state()
    assert "第2版" in _main(page)
    assert page.locator("ins").inner_text() == "令和8年9月10日に預金を照会し、残高のないことを確かめた。"
    page.get_by_role("button", name="決裁に提出する").click()
    page.wait_for_load_state()
    assert "決裁待ち" in _main(page)
    assert page.get_by_role("button", name="承認する").count() == 0
    page.close()


def test_the_officer_carries_out_what_was_approved(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/approvals/13/")
    page.get_by_role("button", name="決裁のとおり実行する").click()
    page.wait_for_load_state()
    assert "決裁のとおりに実行しました。" in _main(page)
    assert "実行済み" in _main(page)
    page.close()


def test_changed_figures_stand_beside_those_of_the_drafting(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/approvals/6/")
    row = page.locator("tbody tr", has_text="架空 太郎25").first.inner_text()
    assert "変化あり" in row
    assert "79,509 → 74,509" in row
    assert page.get_by_role("button", name="変わった点を確認し、実行を認める").is_visible()
    page.close()


def test_an_auditor_reads_and_is_offered_nothing(site: Site) -> None:
    page = site.as_user("auditor")
    page.goto("/approvals/1/")
    assert "介護保険第1号" in _main(page)
    assert page.locator("main form").count() == 0
    page.close()


@pytest.mark.parametrize("username", ["officer", "auditor"])
def test_who_may_not_decide_is_refused(site: Site, username: str) -> None:
    page = site.as_user(username)
    answer = page.goto("/approvals/batch/?proposal=1-1")
    assert answer is not None
    assert answer.status == 403
    page.close()


def test_the_document_prints_without_controls(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/approvals/7/paper/")
    page.emulate_media(media="print")
    assert page.locator(".page-header").is_visible() is False
    assert page.locator(".seals").inner_text().count("架空") == 2
    page.close()
