"""Lists sent from where they were made: a worklist, an extraction, a file; by somebody who sees persons and by somebody who does not.

The one idea: the condition travels, never the persons; who may not see them sends the list and reads how far it is answered.
"""

import re

from playwright.sync_api import Page

from tests.web.conftest import Site


def _ask(page: Page, *, office: str) -> None:
    page.get_by_label("照会する所属").select_option(label=office)
    page.get_by_label("照会の内容").fill("この人に接触できますか。")
    page.get_by_label("答えの選択肢").fill("できる\nできない")
    page.get_by_label("回答の期限").fill("2099-04-01")
    page.get_by_role("button", name="送る", exact=True).click()
    page.wait_for_load_state()


def test_a_planner_sends_a_worklist_without_seeing_whom_it_names(site: Site) -> None:
    page = site.as_user("planner")
    page.goto("/sent-lists/new/")
    assert page.get_by_label("宛名番号").count() == 0
    assert page.get_by_label("件名").count() == 0
    page.get_by_label("元にする一覧").select_option("untouched")
    page.get_by_role("button", name="この一覧から作る").click()
    page.wait_for_load_state()
    told = re.search(
        r"「長く手が付いていないもの」の条件に今合う(\d+)人について送ります。", page.locator("main").inner_text()
    )
    assert told is not None
    page.get_by_label("件名").fill("長期未処理の確認")
    _ask(page, office="福祉局")
    row = page.locator("tbody tr", has_text="長期未処理の確認")
    # A person is asked about at every office that has a file of them.
    assert int(row.locator("td").nth(3).inner_text()) >= int(told.group(1)) > 0
    assert "架空 太郎" not in page.locator("main").inner_text()
    assert row.get_by_role("link").count() == 0
    page.close()
    officer = site.as_user("officer")
    officer.goto("/sent-lists/")
    officer.get_by_role("link", name="長期未処理の確認").click()
    officer.wait_for_load_state()
    assert "この人に接触できますか。" in officer.locator("main").inner_text()
    officer.close()


def test_a_worklist_and_an_extraction_lead_to_their_list_with_what_narrows_them(site: Site) -> None:
    page = site.as_user("recovery")
    for address, label in (
        ("/work/untouched/?office=all&from_yen=60000", "長く手が付いていないもの"),
        ("/work/extract/?office=all&from_yen=60000&on=untouched", "条件抽出"),
    ):
        page.goto(address)
        rows = page.locator("tbody tr").count()
        page.get_by_role("link", name="この一覧を照会として送る").click()
        page.wait_for_load_state()
        assert page.get_by_label("件名").input_value() == label
        assert f"「{label}」の条件に今合う{rows}人について送ります。" in page.locator("main").inner_text()
    _ask(page, office="市債権回収対策室")
    assert page.get_by_role("heading", level=1).inner_text() == "条件抽出"
    page.close()


def test_numbers_of_a_file_are_sent_and_those_of_nobody_named(site: Site) -> None:
    page = site.as_user("recovery")
    for content, told in (("X000010\r\nnobody\r\n", "nobody"), ("X000010\r\nX000011\r\n", "")):
        page.goto("/sent-lists/new/")
        page.get_by_label("件名").fill("番号の照会")
        file = {"name": "n.csv", "mimeType": "text/csv", "buffer": content.encode("cp932")}
        page.set_input_files("#id_file", files=[file])  # type: ignore[list-item]  # a payload as the interface asks
        _ask(page, office="市債権回収対策室")
        if told:
            assert told in page.get_by_role("alert").inner_text()
    assert "架空 太郎10" in page.locator("main").inner_text()
    page.goto("/sent-lists/new/")
    page.get_by_label("件名").fill("だれもいない")
    _ask(page, office="市債権回収対策室")
    assert "宛名番号を入力するか、CSVを選んでください。" in page.get_by_role("alert").inner_text()
    page.close()


def test_the_years_table_counts_joint_work_by_a_rule_and_leaves_as_a_file(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/hand-overs/joint/?year=2019")
    page.get_by_label("条件（表に載せる言葉）").fill("居所を確かめた人")
    page.get_by_label("効果の目標①（円）").fill("300000")
    page.get_by_role("button", name="定める").click()
    page.wait_for_url("**/hand-overs/results/**")
    row = page.locator("tbody tr", has_text="居所を確かめた人")
    assert row.locator("td").nth(1).inner_text() == "4"
    assert "300,000" in row.inner_text()
    with page.expect_download() as told:
        page.get_by_role("link", name="CSV").click()
    assert "(1)＋(2)" in told.value.path().read_text(encoding="utf-8-sig")
    page.goto("/hand-overs/joint/?year=2019&line=1")
    page.get_by_label("収入を数え始める日").fill("2018-04-01")
    page.get_by_role("button", name="定める").click()
    page.wait_for_load_state()
    assert "数える期間が年度の中にありません" in page.get_by_role("alert").inner_text()
    page.close()
