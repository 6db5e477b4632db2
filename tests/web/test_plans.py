"""Told as stories: a pledge is planned, printed, broken twice and cancelled; institutions are asked, answer, and a salary is found."""

import re

from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.persons import person


def _worked_out(page: Page, address: str, **fields: str) -> None:
    page.goto(address)
    for name, value in fields.items():
        page.fill(f"#id_{name}", value)
    page.get_by_role("button", name="計画を試算する").click()
    page.wait_for_url("**compared")


def test_a_pledge_is_planned_side_by_side_agreed_once_printed_broken_and_cancelled(site: Site) -> None:
    page = site.as_user("recovery")
    debtor = person("pledge-broken")
    _worked_out(
        page,
        f"{debtor}plan/",
        agreed_on="2025-09-01",
        first_on="2025-09-26",
        count="24",
        income_yen="200000",
        living_yen="185000",
    )
    compared = page.locator(".plan-compare")
    expect(compared.locator("thead th")).to_have_text(["項目", "希望のとおり", "均等で1年以内"])
    expect(compared.locator("tbody tr").nth(1).locator("td")).to_have_text(["24回", "12回"])
    expect(compared).to_contain_text("余裕の範囲内")
    expect(compared).to_contain_text("円不足")
    what_if = page.url
    page.get_by_role("button", name="約束として記録する").first.click()
    page.wait_for_url(re.compile(r"/plans/\d+/$"))
    plan = page.url
    expect(page.locator("main")).to_contain_text("二度目以後の不履行です")
    answer = page.request.get(f"{plan}sheet.pdf")
    assert (answer.status, answer.headers["content-type"], answer.body()[:5]) == (200, "application/pdf", b"%PDF-")

    page.goto(what_if)
    page.get_by_role("button", name="約束として記録する").first.click()
    expect(page.get_by_role("alert")).to_contain_text("効力のある分納の計画があります")
    expect(page.locator("#id_count")).to_have_value("24")

    page.goto(plan)
    page.get_by_text("計画を終える").click()
    page.fill("#id_reason", "二度の不履行。電話で事情を聞いた。")
    page.get_by_role("button", name="終わりを記録する").click()
    page.wait_for_url(plan)
    expect(page.locator(".title-line")).to_contain_text("不履行による取消し")
    expect(page.get_by_text("計画を終える")).to_have_count(0)
    page.goto(debtor)
    page.locator(".owed th a").first.click()
    expect(page.locator(".key-figures").first).to_contain_text("⑨")
    page.close()


def test_the_same_form_sent_twice_is_one_plan_and_a_changed_balance_is_a_conflict(site: Site) -> None:
    page = site.as_user("recovery")
    planning = f"{person('plan-twice')}plan/"
    _worked_out(page, planning, agreed_on="2025-09-01", first_on="2025-09-26", count="30")
    form = page.locator(".plan-compare form").first
    sent = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": page.url}
    stale = page.request.post(planning, data=re.sub(r"seen_yen=\d+", "seen_yen=1", sent), headers=headers)
    assert stale.status == 422
    assert "残高が変わりました" in stale.text()
    answers = [page.request.post(planning, data=sent, headers=headers) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 200]
    assert len({answer.url for answer in answers}) == 1
    page.goto(answers[0].url)
    page.get_by_text("計画を終える").click()
    page.select_option("#id_outcome", "plan_cancelled")
    page.fill("#id_reason", "本人の申出")
    page.get_by_role("button", name="終わりを記録する").click()
    expect(page.locator(".title-line")).to_contain_text("取りやめ")
    page.close()


def test_what_cannot_be_planned_says_why_and_keeps_what_was_typed(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/obligors/1/plan/")
    page.fill("#id_count", "")
    page.fill("#id_note", "家族と相談して決める")
    page.get_by_role("button", name="計画を試算する").click()
    expect(page.get_by_role("alert")).to_contain_text("回数がありません")
    expect(page.locator("#id_note")).to_have_value("家族と相談して決める")
    page.close()


def test_institutions_are_asked_answers_entered_by_keyboard_and_a_salary_found(site: Site) -> None:
    page = site.as_user("recovery")
    debtor = person("asked")
    page.goto(f"{debtor}properties/ask/")
    page.select_option("#id_row0-kind", "salary")
    page.fill("#id_row0-institution", "架空運輸")
    page.fill("#id_row1-institution", "物語銀行")
    page.get_by_role("button", name="照会を記録する").click()
    expect(page.get_by_role("alert")).to_contain_text("質問検査はできません")
    expect(page.locator("#id_row1-institution")).to_have_value("物語銀行")
    page.select_option("#id_ground", "consent")
    page.get_by_role("button", name="照会を記録する").click()
    page.wait_for_url(f"**{debtor}properties/")

    page.goto("/answers/?institution=%E6%9E%B6%E7%A9%BA%E9%81%8B%E8%BC%B8")
    field = page.locator("select[name^=result-]")
    field.select_option("property_found")
    field.press("Tab")
    page.keyboard.type("給与（毎月15日払）")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1件の回答を記録しました")

    page.goto(f"{debtor}properties/")
    row = page.locator("tbody tr", has_text="毎月15日払")
    expect(row).to_contain_text("処分を待つ")
    row.get_by_role("link", name="差押可能額").click()
    for name, value in {"gross_yen": "283500", "income_tax_yen": "6200", "resident_tax_yen": "12300"}.items():
        page.fill(f"#id_{name}", value)
    page.fill("#id_social_insurance_yen", "41000")
    page.fill("#id_dependents", "2")
    page.fill("#id_on", "2019-06-01")
    page.get_by_role("button", name="計算する").click()
    expect(page.locator(".pay-steps")).to_contain_text("徴収法76条")
    page.go_back()
    page.go_back()
    row.get_by_text("経過を記録").click()
    row.get_by_role("button", name="記録").click()
    expect(page.locator("tbody tr", has_text="毎月15日払")).to_contain_text("価値なし")
    page.close()


def test_the_paper_and_the_lists_keep_to_the_scope(site: Site) -> None:
    page = site.as_user("officer")
    for address in ("/plans/1/", "/plans/1/sheet.pdf", "/properties/2/salary/"):
        answer = page.request.get(f"{site.address}{address}")
        assert answer.status == 404, address
    page.goto("/answers/")
    assert "見本信用金庫" not in page.locator("main").inner_text()
    page.close()
