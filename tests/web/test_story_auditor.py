"""The auditor is asked who looked at a person: from the log to one person's lookers, with when, what and why, and a file of it."""

import csv
import io

from playwright.sync_api import expect

from tests.web.conftest import Site
from tests.web.story import Story

PERSON = "/obligors/9/"


def test_the_auditor_finds_who_looked_at_a_person(site: Site) -> None:
    with Story(site, "who-looked") as story:
        story.sits_down("manager")
        story.goto(PERSON)
        story.step("係長が債務者の画面を開く")

        page = story.sits_down("auditor")
        story.goto("/city/")
        page.locator(".navigation__menu summary").click()
        page.locator(".navigation__menu").get_by_role("link", name="監査").click()
        expect(page.locator("h1")).to_contain_text("閲覧")
        story.step("監査担当が、監査の画面を開く")

        page.get_by_label("債務者の番号").fill("9")
        page.get_by_label("債務者の番号").press("Enter")
        page.wait_for_url("**/logs/persons/9/**")
        line = page.locator("tbody tr").first
        expect(line).to_contain_text("manager")
        expect(line).to_contain_text("債務者 9")
        expect(line.locator("time")).to_have_count(1)
        story.step("番号から、その人を見た人を調べる")

        with page.expect_download() as waiting:
            page.get_by_role("link", name="CSVで保存").click()
        rows = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig"))))
        assert any("manager" in cell for cell in rows[1])
        story.step("一覧を保存する")

        story.goto(PERSON)
        expect(page.locator("#contact")).to_have_count(0)
        story.step("監査担当は見るだけで、書くことはない")


def test_whoever_is_no_auditor_does_not_learn_who_looked(site: Site) -> None:
    page = site.as_user("manager")
    answer = page.goto("/logs/persons/9/")
    assert answer is not None
    assert answer.status == 403
    page.close()
