"""Told as a story: a plan compared in the generator becomes an application for a grace, is approved, and its plan runs with the grace."""

from playwright.sync_api import expect

from tests.web.conftest import Site
from tests.web.people import STORY_PERSONS
from tests.web.story import Story
from tests.web.story_steps import approved, carried_out, days_ago, drafted, fill, found


def test_a_plan_becomes_a_grace(site: Site) -> None:
    name, _ = STORY_PERSONS["grace"]
    with Story(site, "grace") as story:
        person = found(story, "nursery", name=name)
        page = story.goto(f"{person}plan/?kind=conversion_grace")
        page.fill("#id_first_on", days_ago(-30))
        page.fill("#id_count", "10")
        page.get_by_role("button", name="計画を試算する").click()
        page.wait_for_url("**compared")
        expect(page.locator(".plan-compare")).to_contain_text("範囲内")
        story.step("換価の猶予の計画を比べる")
        page.get_by_role("button", name="この計画で申請を起案する").first.click()
        page.wait_for_url("**/acts/conversion_grace/")
        expect(page.locator(".act__instalments")).to_contain_text("10回、毎月 24,000円")
        expect(page.locator("#instalment_yen")).to_have_value("24000")
        fill(page, reason="15-6/1", hardship="1", sincere="1", instalments_agreed="1")
        expect(page.locator("#act-plan")).not_to_contain_text("このままでは実行できません")
        story.step("計画を添えて猶予を起案する")
        proposal = drafted(story, title="換価の猶予", reason="納付について誠実な意思がある。")
        expect(page.locator("main")).to_contain_text("10回、毎月 24,000円")
        story.step("決裁の書面に計画が示される")
        approved(story, "nursery-manager", proposal=proposal)
        carried_out(story, "nursery", proposal=proposal)
        page = story.goto(person)
        page.locator("a[href^='/plans/']").first.click()
        expect(page.locator(".title-line")).to_contain_text("換価の猶予")
        page.get_by_role("link", name="取消し・終了の処理へ").click()
        expect(page.locator("h1")).to_have_text("換価の猶予の取消し")
        story.step("猶予の計画は、猶予の取消しの処理で終える")
