"""The form of an act in the browser: what the law says, what would change, doing it, drafting it, taking it back.

The one idea: claims of 2025 of the long-term care premium, which were demanded but for those of 38 and 39. A test that writes has a
person of its own.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.people import PASSWORD
from tests.web.persons import RESERVED


def _form(site: Site, person: int, kind: str) -> Page:
    page = site.as_user("officer")
    page.goto(f"/obligors/{person}/acts/{kind}/?claim={_claim(page, person)}")
    return page


def _claim(page: Page, person: int) -> str:
    """The id of the person's claim of 2025."""
    page.goto(f"/obligors/{person}/")
    address = page.get_by_role("link", name=f"2025-064-{person}").first.get_attribute("href")
    return str(address).strip("/").split("/")[-1]


def _history(page: Page) -> str:
    return page.locator("#history").inner_text()


def test_a_refusal_is_in_the_rules_words_with_its_articles(site: Site) -> None:
    page = _form(site, 34, "formal_demand")
    banner = page.locator("#act-plan .banner").inner_text()
    assert "納期限までに完納されない債権には" in banner
    assert "この債権についてまだ督促をしていない" in banner
    conditions = page.locator(".act__conditions").first
    assert "満たさない" in str(conditions.text_content())
    page.locator("#act-plan details summary").first.click()
    conditions.get_by_role("link").first.click()
    page.wait_for_url("**/law/acts/**")
    page.close()


def test_fields_in_error_are_linked_and_what_was_typed_stays(site: Site) -> None:
    page = _form(site, 34, "seizure")
    page.fill("#property", "架空銀行 架空支店 普通預金")
    page.fill("#note", "通帳の写しあり")
    page.evaluate("document.getElementById('act-form').noValidate = true")
    page.get_by_role("button", name="起案して提出する").click()
    page.wait_for_load_state()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("財産の種類：入力してください")
    alert.get_by_role("link", name="財産の種類：入力してください").click()
    page.wait_for_load_state()
    assert page.evaluate("document.activeElement.id") in ("property_kind", "") or page.url.endswith("#property_kind")
    assert page.locator("#property_kind").get_attribute("aria-invalid") == "true"
    assert page.input_value("#property") == "架空銀行 架空支店 普通預金"
    assert page.input_value("#note") == "通帳の写しあり"
    page.close()


def test_a_change_renews_the_effects_and_nothing_is_done(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/39/")
    before = _history(page)
    page.goto(f"/obligors/39/acts/formal_demand/?claim={_claim(page, 39)}")
    assert "できる" in page.locator("#act-plan").inner_text()
    page.locator("#act-plan input[name=claim]:checked").first.uncheck()
    expect(page.locator("#act-plan")).to_contain_text("選んでいない")
    assert page.locator("#act-plan input[name=claim]:checked").count() == 0
    page.goto("/obligors/39/")
    assert _history(page) == before
    page.close()


def test_the_effects_are_seen_without_scripts(site: Site) -> None:
    page = site.page(java_script_enabled=False)
    page.goto("/sign-in/")
    page.fill("#id_username", "officer")
    page.fill("#id_password", PASSWORD)
    page.click("main button.button--main")
    page.goto("/obligors/34/acts/seizure/")
    page.get_by_role("button", name="影響を確かめる").click()
    page.wait_for_load_state()
    assert page.url.endswith("/acts/seizure/")
    plan = page.locator("#act-plan")
    assert "督促" in plan.locator(".act__conditions").first.text_content()
    assert "→" in plan.inner_text()
    page.context.close()


def test_done_it_stands_in_the_history_and_is_taken_back_with_a_reason(site: Site) -> None:
    page = _form(site, 38, "formal_demand")
    page.fill("#document_number", "督促第38号")
    page.get_by_role("button", name="実行する").click()
    page.wait_for_url("**/obligors/38/**")
    line = page.locator("#history .history__line").first
    expect(line).to_contain_text("督促第38号")
    line.get_by_role("link", name="取り消す").click()
    page.wait_for_url("**/reverse/")
    assert "2025-064-38" in page.locator("main").inner_text()
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.get_by_role("button", name="取り消す").click()
    page.wait_for_load_state()
    expect(page.get_by_role("alert")).to_contain_text("取り消す理由")
    page.fill("#id_note", "別の人の督促を記録した")
    page.get_by_role("button", name="取り消す").click()
    page.wait_for_url("**/obligors/38/**")
    line = page.locator("#history .history__line").first
    assert line.locator("del").count() == 1
    expect(line).to_contain_text("別の人の督促を記録した")
    assert line.get_by_role("link", name="取り消す").count() == 0
    page.close()


def test_who_comes_too_late_is_told_and_keeps_what_was_typed(site: Site) -> None:
    person = RESERVED["act-too-late"]
    late, early = (_form(site, person, "informal_demand") for _ in range(2))
    early.get_by_role("button", name="実行する").click()
    early.wait_for_url(f"**/obligors/{person}/**")
    with late.expect_response(lambda response: response.request.method == "POST") as answered:
        late.evaluate("document.getElementById('note').value = '二人目の催告'")
        late.get_by_role("button", name="実行する").click()
    assert answered.value.status == 409
    late.wait_for_load_state()
    expect(late.get_by_role("alert")).to_contain_text("ほかの人が記録を加えました")
    assert late.input_value("#note") == "二人目の催告"
    early.reload()
    assert "二人目の催告" not in _history(early)
    late.get_by_role("button", name="実行する").click()
    late.wait_for_url(f"**/obligors/{person}/**")
    expect(late.locator("#history")).to_contain_text("二人目の催告")
    early.close()
    late.close()


@pytest.mark.parametrize(
    ("use", "button", "standing"),
    [("act-drafted", "起案して提出する", "決裁待ち"), ("act-kept", "下書きにする", "起案中")],
)
def test_what_needs_approval_becomes_a_proposal_with_the_law_beside_it(
    site: Site, use: str, button: str, standing: str
) -> None:
    page = _form(site, RESERVED[use], "seizure")
    page.select_option("#property_kind", "bank_deposit")
    page.fill("#property", "架空銀行 普通預金")
    page.fill("#id_reason", "催告に応じず、預金の回答があったため。")
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/approvals/*/")
    shown = page.locator("main").inner_text()
    assert standing in shown
    assert "財産の種類" in shown
    assert "預貯金" in shown
    assert "要件と根拠" in shown
    assert "できる" in page.locator("section:has(#plan)").inner_text()
    page.close()


def test_a_claim_on_the_guarantor_offers_guarantors_alone(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/claims/219/")
    principal = page.locator('main a[href^="/obligors/"]').first
    address, name = principal.get_attribute("href"), principal.inner_text()
    boxes = page.get_by_role("group", name="保証人")
    for kind in ("guarantor_claim", "guarantor_letter"):
        page.goto(f"{address}acts/{kind}/?claim=219")
        assert boxes.get_by_role("checkbox").count() == 1
        assert name not in boxes.inner_text()
    page.goto(f"/obligors/34/acts/guarantor_letter/?claim={_claim(page, 34)}")
    expect(boxes).to_contain_text("この立場の人は登録されていません。")
    page.close()
