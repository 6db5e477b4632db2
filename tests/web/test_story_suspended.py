"""Told as a story: collection is suspended for want of property, three years pass, and only then the claim is written off."""

from playwright.sync_api import expect

from tests.web.conftest import Site
from tests.web.people import STORY_PERSONS
from tests.web.story import Story
from tests.web.story_steps import act_form, approved, carried_out, drafted, found, sent


def test_suspended_three_years_pass_written_off(site: Site) -> None:
    with Story(site, "suspended") as story:
        _suspended(story)
        _looked_at_again(story)
        _written_off(story)


def _suspended(story: Story) -> None:
    """The officer drafts with the answers as evidence, the manager approves, it is carried out; a write-off is refused."""
    name, _ = STORY_PERSONS["suspended"]
    person = found(story, "nursery", name=name)
    evidence = "預貯金、生命保険とも見当たらず、ほかに財産がない。"
    page = act_form(story, person, kind="disposition_suspension", reason="15-7/1/1", evidence=evidence)
    expect(page.locator("input[name=answers]:checked")).to_have_count(2)
    expect(page.locator(".table-region[aria-labelledby=last-asked]")).to_contain_text("生命保険")
    expect(page.locator("#act-plan")).to_contain_text("消滅")
    story.step("財産がないとの回答を証拠に、停止を起案する")
    proposal = drafted(story, title="滞納処分の停止", reason="差し押さえることのできる財産がない。")
    story.step("起案を提出する")
    approved(story, "nursery-manager", proposal=proposal)
    story.step("課長が決裁する")
    carried_out(story, "nursery", proposal=proposal)
    page = story.goto(person)
    expect(page.locator("#history")).to_contain_text("滞納処分の停止")
    story.step("停止が始まり、三年後に消滅する日が示される")

    page = act_form(story, person, kind="write_off", cause="suspended_three_years")
    page.get_by_role("button", name="影響を確かめる").click()
    expect(page.locator("#act-plan")).to_contain_text("このままでは実行できません")
    story.step("三年がたつまでは、不納欠損にできない")


def _looked_at_again(story: Story) -> None:
    """Somebody suspended three years ago stands in the list of the yearly look as long as nobody has looked."""
    name, _ = STORY_PERSONS["rechecked"]
    page = story.goto("/work/suspension_review/")
    expect(page.locator("main")).to_contain_text(name)
    story.step("一年を過ぎた停止は、再確認の一覧に載る")
    person = found(story, "nursery", name=name)
    act_form(story, person, kind="suspension_recheck", reason="none", evidence="預金を改めて照会し、財産はない。")
    sent(story, person)
    page = story.goto("/work/suspension_review/")
    expect(page.locator("main")).not_to_contain_text(name)
    story.step("再確認を記録すると、一覧から消える")


def _written_off(story: Story) -> None:
    """Somebody whose suspension has lasted three years: extinct, and written off after approval."""
    name, _ = STORY_PERSONS["extinct"]
    page = story.goto("/work/suspension_three_years/")
    expect(page.locator("main")).to_contain_text(name)
    story.step("停止から三年を過ぎた債権が一覧に載る")
    person = found(story, "nursery", name=name)
    claim = str(story.page.locator("a[href^='/claims/']").first.get_attribute("href"))
    page = story.goto(claim)
    expect(page.locator(".key-figures").first).to_contain_text("消滅")
    story.step("債権は消滅している")
    act_form(story, person, kind="write_off", cause="suspended_three_years")
    story.page.get_by_role("button", name="影響を確かめる").click()
    expect(story.page.locator("#act-plan")).to_contain_text("できる")
    story.step("不納欠損の要件を満たす")
    proposal = drafted(story, title="不納欠損処分", reason="停止が三年続き、納める義務が消滅した。")
    approved(story, "nursery-manager", proposal=proposal)
    carried_out(story, "nursery", proposal=proposal)
    page = story.goto(claim)
    expect(page.locator(".key-figures").first).to_contain_text("0")
    story.step("残高は0円となる")
