"""Told as a story: a pledge on the person's page is broken, reminded of, broken again and cancelled."""

import re

from playwright.sync_api import expect

from tests.web.conftest import Site
from tests.web.people import STORY_PERSONS
from tests.web.story import Story
from tests.web.story_steps import days_ago, fill, found, sent


def test_a_pledge_is_broken_twice(site: Site) -> None:
    with Story(site, "pledge") as story:
        _broken_once(story)
        _broken_again(story)


def _broken_once(story: Story) -> None:
    """Twelve instalments are promised; the first does not come, the morning's list says so, a reminder goes out."""
    name, _ = STORY_PERSONS["pledge"]
    person = found(story, "nursery", name=name)
    story.step("氏名で検索し、滞納者の画面を開く")
    page = story.goto(f"{person}plan/")
    page.fill("#id_agreed_on", days_ago(20))
    page.fill("#id_first_on", days_ago(15))
    page.fill("#id_count", "12")
    page.get_by_role("button", name="計画を試算する").click()
    page.wait_for_url("**compared")
    story.step("十二回の分納を試算する")
    page.get_by_role("button", name="約束として記録する").first.click()
    page.wait_for_url(re.compile(r"/plans/\d+/$"))
    plan = "/" + page.url.split("/", 3)[3]

    page = story.goto("/work/pledge_breached/")
    expect(page.locator("main")).to_contain_text(name)
    story.step("朝の一覧に、守られなかった約束が載る")
    page = story.goto(plan)
    expect(page.locator("main")).to_contain_text("はじめての不履行です")
    story.step("計画の画面は、催告を勧める")
    page.get_by_role("link", name="催告する").click()
    fill(page, on=days_ago(10))
    story.step("計画の債権について催告する")
    sent(story, person)
    expect(page.locator("#history")).to_contain_text("催告")


def _broken_again(story: Story) -> None:
    """Somebody who was reminded a month ago has missed the second instalment as well: the plan is cancelled."""
    name, _ = STORY_PERSONS["pledge-again"]
    person = found(story, "nursery", name=name)
    page = story.page
    expect(page.locator("#history")).to_contain_text("催告")
    story.step("催告の後、二度目の納付もない人")
    page.locator("a[href^='/plans/']").first.click()
    expect(page.locator("main")).to_contain_text("二度目以後の不履行です")
    page.get_by_role("link", name="計画を取り消す").click()
    page.get_by_text("計画を終える").click()
    page.fill("#id_reason", "催告の後も納付がない")
    story.step("二度目の不履行で、計画を取り消す")
    page.get_by_role("button", name="終わりを記録する").click()
    expect(page.locator(".title-line")).to_contain_text("不履行による取消し")

    page = story.goto(person)
    for told in ("催告", "納付誓約", "催告の後も納付がない"):
        expect(page.locator("#history")).to_contain_text(told)
    expect(page.locator("main")).to_contain_text("⑨")
    story.step("人の画面に、約束と不履行の経過が並ぶ")
    page.locator("a[href^='/claims/']").first.click()
    expect(page.locator(".key-figures").first).to_contain_text("⑨")
    expect(page.locator("main")).to_contain_text("時効")
    story.step("債権の画面に、区分⑨と時効が示される")
