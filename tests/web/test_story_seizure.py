"""Told as a story: from the formal demand over property found, seized and collected to a claim that is paid."""

from playwright.sync_api import expect

from tests.web.conftest import Site
from tests.web.people import STORY_PERSONS
from tests.web.story import Story
from tests.web.story_steps import act_form, approved, carried_out, days_ago, drafted, found, sent


def test_from_formal_demand_to_seizure_to_paid(site: Site) -> None:
    name, _ = STORY_PERSONS["seizure"]
    with Story(site, "seizure") as story:
        person = found(story, "nursery", name=name)
        story.step("氏名で検索し、滞納者の画面を開く")

        act_form(
            story, person, kind="formal_demand", on=days_ago(60), designated_on=days_ago(50), delivered_on=days_ago(58)
        )
        story.step("督促の要件と影響を確かめる")
        sent(story, person)
        story.step("督促が記録される")

        _asked_and_answered(story, person)

        act_form(story, person, kind="notice_of_intended_seizure", on=days_ago(20), designated_on=days_ago(6))
        story.step("差押えを予告する")
        sent(story, person)

        page = story.goto(f"{person}properties/")
        page.locator("tbody tr", has_text="普通預金").get_by_role("link", name="差し押さえる").click()
        expect(page.locator("#found_property option:checked")).to_contain_text("普通預金 1234567 物語銀行")
        expect(page.locator("#property")).to_have_value("普通預金 1234567")
        expect(page.locator("#holder")).to_have_value("物語銀行")
        story.step("判明した預金を選んで差押えを起案する")
        proposal = drafted(story, title="預金の差押え", reason="督促及び予告の後も納付がない。")
        story.step("起案を提出する")
        approved(story, "nursery-manager", proposal=proposal)
        story.step("課長が決裁する")
        carried_out(story, "nursery", proposal=proposal)
        page = story.goto(f"{person}properties/")
        expect(page.locator("tbody tr", has_text="普通預金")).to_contain_text("差押え")
        assert page.locator("a", has_text="差し押さえる").count() == 0
        story.step("財産は差押え中となる")

        act_form(story, person, kind="seizure_delivery", delivery="delivered")
        sent(story, person)

        page = act_form(story, person, kind="collection_from_seized", yen="84000")
        page.get_by_role("button", name="影響を確かめる").click()
        expect(page.locator("#act-plan")).to_contain_text("84,000 → 0")
        expect(page.locator(".act__parts")).to_contain_text("84,000")
        story.step("取立ての額が債権と内訳ごとに示される")
        proposal = drafted(story, title="差押債権の取立て", reason="第三債務者から取り立てた。")
        approved(story, "nursery-manager", proposal=proposal)
        carried_out(story, "nursery", proposal=proposal)

        claim = story.goto(person).locator("a[href^='/claims/']").first.get_attribute("href")
        act_form(story, person, kind="seizure_completed", claims=[str(claim).split("/")[2]], outcome="completed")
        sent(story, person)
        page = story.goto(f"{person}properties/")
        expect(page.locator("tbody tr", has_text="普通預金")).to_contain_text("換価・取立て")
        story.step("差押えが終わり、財産は取立て済みとなる")
        page = story.goto(str(claim))
        expect(page.locator(".key-figures").first).to_contain_text("残高なし")
        story.step("債権の残高はなくなる")


def _asked_and_answered(story: Story, person: str) -> None:
    """A bank is asked and answers with a deposit."""
    page = story.goto(f"{person}properties/ask/")
    page.fill("#id_row0-institution", "物語銀行")
    page.fill("#id_on", days_ago(45))
    page.select_option("#id_ground", index=0)
    page.fill("#id_answer_due_on", days_ago(20))
    story.step("銀行に財産を照会する")
    page.get_by_role("button", name="照会を記録する").click()
    page.wait_for_url(f"**{person}properties/")
    page = story.goto("/answers/?institution=物語銀行")
    page.locator("select[name^=result-]").select_option("property_found")
    page.locator("input[name^=description-]").first.fill("普通預金 1234567")
    page.fill("#answered_on", days_ago(30))
    story.step("回答された預金を入力する")
    page.get_by_role("button", name="入力した回答を記録する").click()
    expect(page.get_by_role("status")).to_contain_text("1件の回答を記録しました")
    page = story.goto(person)
    expect(page.locator("#history")).to_contain_text("照会の回答")
    story.step("経過に照会と回答が並ぶ")
