"""The debtor died with three heirs and one of them renounced: death, heirs with their shares, the shares anew, by screens alone."""

from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.story import Story
from tests.web.story_steps import act_form

PERSON = "/obligors/15/"
expect.set_options(timeout=30_000)


def _relative(page: Page, place: int, relation: str, name: str = "") -> None:
    page.locator(f"#id_heir{place}-relation").select_option(relation)
    if name:
        page.fill(f"#id_heir{place}-name", name)


def _expect_shares(page: Page, *shares: str) -> None:
    expect(page.locator("section:has(> #shares) tbody td:last-child")).to_have_text(list(shares))


def test_the_debtor_died_with_three_heirs_and_one_renounced(site: Site) -> None:
    with Story(site, "heirs") as story:
        page = story.sits_down("officer")
        act_form(story, PERSON, kind="death", on="2026-04-01", source="register")
        page.get_by_role("button", name="実行する", exact=True).click()
        expect(page.locator(".person-title")).to_contain_text("死亡")
        story.step("死亡を記録する")

        page.get_by_role("link", name="相続人を登録する").click()
        expect(page.locator("#id_died_on")).to_have_value("2026-04-01")
        _relative(page, 0, "spouse", "架空 妻")
        _relative(page, 1, "child", "架空 長男")
        _relative(page, 2, "child", "架空 長女")
        page.get_by_role("button", name="続柄から相続分を計算").click()
        _expect_shares(page, "1/2", "1/4", "1/4")
        expect(page.locator("section:has(> #shares) ol")).to_contain_text("民法900条")
        story.step("続柄から相続分を計算する")

        page.get_by_role("button", name="この相続人を登録する").click()
        who = page.locator(".pane--who")
        for name, share in (("架空 妻", "1/2"), ("架空 長男", "1/4"), ("架空 長女", "1/4")):
            expect(who.locator("dd", has_text=name)).to_contain_text(share)
        story.step("三人の相続人を登録する")

        page.get_by_role("link", name="相続人を登録する").click()
        page.fill("#id_reason", "長女の相続の放棄（令和8年6月）")
        _relative(page, 0, "spouse")
        _relative(page, 1, "child")
        _relative(page, 2, "child")
        page.check("#id_heir2-renounced")
        page.get_by_role("button", name="続柄から相続分を計算").click()
        _expect_shares(page, "1/2", "1/2")
        expect(page.locator("section:has(> #shares) ol")).to_contain_text("民法939条")
        page.get_by_role("button", name="この相続人を登録する").click()
        expect(who.locator("dd", has_text="架空 長男")).to_contain_text("1/2")
        expect(who).not_to_contain_text("架空 長女")
        expect(page.locator("#history")).to_contain_text("長女の相続の放棄")
        story.step("一人が放棄したので、相続分を改める")
