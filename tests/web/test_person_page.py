"""The page of a person in the browser: a contact taken down by keys alone, facts, marks, a party, two rows joined and parted."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.test_screens_accessible import TAGS

PERSON = "/obligors/17/"
expect.set_options(timeout=30_000)  # several test processes and a browser each may share two cores


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    opened = site.as_user("officer")
    opened.goto(PERSON)
    yield opened
    opened.close()


def test_the_phone_rings_and_the_call_is_taken_down_without_the_mouse(page: Page) -> None:
    page.keyboard.press("n")
    expect(page.locator("#contact-mode")).to_be_focused()
    page.locator("#contact-mode").select_option("telephone_in")
    page.locator("#contact-result").select_option("promised_payment")
    page.locator("#contact-promised_on").fill("2100-01-31")
    page.locator("#contact-promised_yen").fill("5000")
    page.locator("#contact-note").fill("年金の日に納付")
    page.get_by_role("button", name="1週間後").click()
    page.locator("#contact-note").press("Control+Enter")
    expect(page.get_by_role("status")).to_have_text("記録しました。")
    first = page.locator("#history li").first
    expect(first).to_contain_text("年金の日に納付")
    expect(first).to_contain_text("納付を約束")
    expect(page.locator("#promises")).to_contain_text("期日前")
    expect(page.locator("#contact-note")).to_have_value("")


def test_a_promise_without_its_day_is_not_taken_and_keeps_what_was_typed(page: Page) -> None:
    page.locator("#contact-result").select_option("promised_payment")
    page.locator("#contact-note").fill("期日を聞き忘れた")
    page.locator("#contact-note").press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("約束の期日がありません")
    expect(page.locator("#contact-note")).to_have_value("期日を聞き忘れた")
    expect(page.locator("#contact-result")).to_have_value("promised_payment")


def test_a_contact_is_taken_down_without_scripts(site: Site) -> None:
    plain = site.page("officer", java_script_enabled=False)
    plain.goto(PERSON)
    plain.locator("#contact-result").select_option("absent")
    plain.locator("#contact-note").fill("スクリプトなし")
    plain.get_by_role("button", name="記録").click()
    expect(plain.get_by_role("status")).to_have_text("記録しました。")
    expect(plain.locator("#history")).to_contain_text("スクリプトなし")
    plain.close()


def test_the_same_form_sent_twice_is_one_contact(page: Page) -> None:
    page.locator("#contact-note").fill("二度押し")
    sent = page.evaluate(
        """async () => {
            const form = document.querySelector("#contact");
            const send = () => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
            return (await Promise.all([send(), send()])).map((answer) => answer.status);
        }"""
    )
    assert sent == [200, 200]
    page.goto(PERSON)
    expect(page.locator("#history li", has_text="二度押し")).to_have_count(1)


def test_a_mark_is_put_and_taken_off_in_place(page: Page) -> None:
    page.get_by_text("付箋を付ける").click()
    page.locator("#mark-kind").select_option("residence_doubtful")
    page.get_by_role("button", name="付ける", exact=True).click()
    expect(page.locator(".person-title .mark")).to_have_text("居住に疑い")
    page.get_by_role("button", name="「居住に疑い」を外す").click()
    expect(page.locator(".person-title .mark")).to_have_count(0)


def test_a_fact_is_added_corrected_and_its_page_is_clean(page: Page) -> None:
    page.get_by_role("link", name="事項を加える").click()
    page.locator("#id_kind").select_option("telephone_number")
    page.locator("#id_value").fill("でんわ")
    page.get_by_role("button", name="加える").click()
    expect(page.get_by_role("alert")).to_contain_text("電話番号が読めません")
    page.locator("#id_value").fill("090-0000-9999")
    page.locator("#id_hours").fill("平日19時以降")
    page.get_by_role("button", name="加える").click()
    expect(page.locator(".pane--who")).to_contain_text("平日19時以降")
    page.get_by_role("link", name="訂正・終了").first.click()
    page.wait_for_load_state()
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()
    page.locator("#id_reason").fill("別人の番号")
    page.get_by_role("button", name="取り消す").click()
    expect(page.locator(".pane--who")).not_to_contain_text("平日19時以降")


def test_two_rows_are_compared_joined_with_a_reason_and_parted(page: Page) -> None:
    page.goto("/obligors/6/joins/?other=7")
    expect(page.locator(".compare")).to_contain_text("異なる")
    page.locator("#join-reason").fill("戸籍で同じ人と確認")
    page.get_by_role("button", name="名寄せする").click()
    expect(page.get_by_role("alert")).to_contain_text("生年月日が異なります")
    page.locator("[name=confirmed]").check()
    page.get_by_role("button", name="名寄せする").click()
    expect(page).to_have_url(re.compile("/obligors/6/$"))
    page.goto("/obligors/7/")
    expect(page).to_have_url(re.compile("/obligors/6/$"))
    page.goto("/obligors/6/joins/")
    page.get_by_label("解く理由").fill("別人と判明")
    page.get_by_role("button", name="名寄せを解く").click()
    page.goto("/obligors/7/")
    expect(page).to_have_url(re.compile("/obligors/7/$"))


def test_a_guarantor_is_named_and_taken_back(page: Page) -> None:
    page.goto("/obligors/18/parties/")
    page.locator("#id_role").select_option("guarantor")
    page.locator("#id_name").fill("架空 保証")
    page.locator("#id_from_on").fill("2019-04-01")
    page.locator("[name=claim]").first.check()
    page.get_by_role("button", name="加える").click()
    expect(page.locator(".pane--who")).to_contain_text("架空 保証")
    page.get_by_role("link", name="取消し").click()
    page.locator("#id_reason").fill("別の債権の保証人")
    page.get_by_role("button", name="取り消す").click()
    expect(page.locator(".pane--who")).not_to_contain_text("架空 保証")


def test_the_panes_scroll_inside_and_the_head_of_the_page_stays(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(PERSON)
    assert page.evaluate("document.documentElement.scrollHeight") <= 800
    page.set_viewport_size({"width": 640, "height": 400})
    assert page.evaluate("document.documentElement.scrollHeight") > 800
