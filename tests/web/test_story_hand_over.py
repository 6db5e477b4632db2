"""Stories of the offices in the real browser: a case handed over and back, a list answered by keyboard, cases shared and taken back.

The one idea: two people at two screens; what one does the other sees, and nobody sees more than before it was done.
"""

from playwright.sync_api import Page

from tests.web.conftest import Site
from tests.web.story import Story

#: A person whose claims nobody else's story touches, and one of them.
PERSON, CLAIM = 36, 36


def _status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer is not None
    return answer.status


def _taken(page: Page, step: str, *, reason: str = "") -> None:
    page.fill("#reason", reason)
    page.click(f"button[value={step}]")
    page.wait_for_load_state()


def _given_by_the_officer(story: Story) -> tuple[Page, str]:
    """The officer hands the person's claims to the ward; the address of the hand-over."""
    officer = story.sits_down("officer")
    officer.goto(f"/obligors/{PERSON}/")
    officer.get_by_role("link", name="引き継ぐ").click()
    officer.select_option("#id_to_office", label="貸付課")
    officer.select_option("#id_condition", "dual_arrears")
    officer.fill("#id_reason", "貸付金も滞納している")
    story.step("引継ぎ先、条件、理由を選ぶ")
    officer.get_by_role("button", name="引継ぎを申し出る").click()
    officer.wait_for_load_state()
    assert "貸付金も滞納している" in officer.locator("main").inner_text()
    story.step("引継書を申し出る")
    return officer, officer.url


def test_handed_over_and_back(site: Site) -> None:
    with Story(site, "handed-over-and-back") as story:
        _handed_over_and_back(story)


def _handed_over_and_back(story: Story) -> None:
    lender = story.sits_down("lender")
    assert _status(lender, f"/claims/{CLAIM}/") == 403
    officer, address = _given_by_the_officer(story)
    assert _status(lender, f"/claims/{CLAIM}/") == 403, "a proposal alone shows nothing but its certificate"
    lender.goto("/hand-overs/")
    assert lender.locator("h2").first.inner_text() == "受入れ待ち"
    story.sits_down("lender")
    lender.goto(address)
    story.step("受ける所属が引継書を読む")
    assert "架空 太郎36" in lender.locator("main").inner_text()
    _taken(lender, "hand_over_refused")
    assert "理由又は内容がありません" in lender.locator("[role=alert]").inner_text()
    _taken(lender, "hand_over_accepted")
    story.step("受け入れると、受けた所属が処理を続ける")
    assert _status(lender, f"/claims/{CLAIM}/") == 200
    assert _status(lender, f"/obligors/{PERSON}/") == 200
    assert _status(lender, f"/claims/{CLAIM + 1}/") == 403, "nothing but what was handed over"
    officer.goto(f"/obligors/{PERSON}/")
    assert "引継ぎの受入れ" in officer.locator(".pane--running").inner_text()
    lender.goto(address)
    _taken(lender, "hand_over_result", reason="分納の約束を得た")
    _taken(lender, "hand_over_returned", reason="完納の見込みがついた")
    story.step("結果を報告し、返還する")
    assert _status(lender, f"/claims/{CLAIM}/") == 403
    for reader in (officer, lender):
        reader.goto(address)
        steps = reader.locator("section:last-of-type tbody tr").all_inner_texts()
        assert [text.split("\t")[1] for text in steps] == [
            "引継ぎの申出",
            "引継ぎの受入れ",
            "結果の報告",
            "引継ぎの返還",
        ]
        assert reader.locator("button[name=kind]").count() == 0


def test_whoever_comes_second_is_told_and_keeps_what_was_typed(site: Site) -> None:
    first, second = site.as_user("recovery"), site.as_user("recovery")
    for page in (first, second):
        page.goto("/hand-overs/1/")
    _taken(first, "hand_over_refused", reason="資料が足りない")
    _taken(second, "hand_over_accepted", reason="急ぎのため")
    assert "受け入れられませんでした" in second.locator("[role=alert]").inner_text()
    first.close()
    second.close()


def test_a_list_is_answered_by_the_keyboard(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/sent-lists/1/?open=1")
    rows = page.locator("tbody tr").count()
    page.locator("select[name=choice]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("訪問して確かめた")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("tbody tr").count() == rows - 1
    page.goto("/sent-lists/1/")
    assert "訪問して確かめた" in page.locator("tbody tr").first.inner_text()
    page.close()
    asked = site.as_user("recovery")
    asked.goto("/sent-lists/")
    assert "居所の確認" in asked.locator("main").inner_text()
    asked.close()


def test_cases_are_shared_out_as_previewed_and_taken_back(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/assignments/")
    page.fill("#id_least_yen", "100000")
    page.fill("#id_reason", "年度当初の割当て")
    for number in range(2):
        page.locator("input[name=officers]").nth(number).check()
    page.get_by_role("button", name="案を見る").click()
    page.wait_for_load_state()
    planned = page.locator("table[class=table]").nth(1).locator("tbody tr").first.locator("td").nth(2).inner_text()
    page.get_by_role("button", name="この案で割り当てる").click()
    page.wait_for_load_state()
    assert page.locator("[role=alert]").count() == 0
    loads = page.locator("table[class=table]").first.locator("tbody tr td:nth-of-type(2)").all_inner_texts()
    assert planned in loads
    page.locator("a", has_text="担当案件").nth(1).click()
    page.wait_for_load_state()
    assert "忘れてはならないこと" in page.locator("thead").inner_text()
    page.goto("/assignments/")
    page.get_by_role("button", name="取り消す").first.click()
    page.wait_for_load_state()
    assert "取り消されています" in page.locator("main").inner_text()
    page.close()
