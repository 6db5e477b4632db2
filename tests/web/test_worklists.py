"""A morning's list: from the day's work to a person, on to the next by the keyboard, back to the same row; files; many at once.

The one idea: told as the officer works, over the small city.
"""

import csv
import io
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.utils.timezone import localdate
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from saiken.domain.dates.era import format_wareki
from tests.web.conftest import Site
from tests.web.story import Story
from tests.web.test_screens_accessible import TAGS


def _list(site: Site, address: str, username: str = "officer") -> Page:
    page = site.as_user(username)
    page.goto(address)
    return page


def test_a_mornings_list(site: Site) -> None:
    with Story(site, "a-mornings-list") as story:
        _mornings_list(story)


def _mornings_list(story: Story) -> None:
    page = story.sits_down("officer")
    story.goto("/")
    story.step("今日の仕事を見る")
    entry = page.get_by_role("link", name="長く手が付いていないもの")
    assert "人" in entry.inner_text()
    entry.click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text() == "長く手が付いていないもの"
    rows = page.locator("tbody tr")
    count = rows.count()
    assert count > 3
    names = page.locator("tbody th a").all_inner_texts()
    assert "か月" in rows.nth(0).inner_text()
    story.step("一覧を開き、載っている理由を読む")
    rows.nth(1).locator("th a").click()
    page.wait_for_load_state()
    assert names[1] in page.get_by_role("heading", level=1).inner_text()
    assert f"2 / {count}" in page.get_by_role("navigation", name="一覧の中の位置").inner_text()
    story.step("人の画面を開く")
    for key, place in (("j", 3), ("k", 2)):
        page.wait_for_load_state()  # keys are heard once the scripts run
        page.keyboard.press(key)
        page.get_by_text(f"{place} / {count}").wait_for()
    page.wait_for_load_state()
    page.keyboard.press("u")
    page.get_by_role("heading", name="長く手が付いていないもの").wait_for()
    assert "/work/untouched/#row-" in page.url


def test_a_list_of_persons_counts_persons_and_tells_of_no_claims(site: Site) -> None:
    page = site.as_user("officer")
    for address, unit, has_claims in (("/work/untouched/", "人", False), ("/work/write_off_candidate/", "件", True)):
        page.goto(address)
        assert page.locator("#list .lead").inner_text().split()[0].endswith(unit)
        heads = page.locator("#list thead th").all_inner_texts()
        assert ("債権" in heads) is has_claims
        assert len(heads) == page.locator("#list tbody tr").first.locator("td, th").count()
    page.close()


def test_a_list_is_narrowed_and_goes_on(site: Site) -> None:
    page = _list(site, "/work/write_off_candidate/?sort=yen")
    first = page.locator("tbody th a").all_inner_texts()
    page.get_by_role("link", name="次の50件").click()
    page.wait_for_load_state()
    later = page.locator("tbody th a").all_inner_texts()
    assert later
    assert not set(first) & set(later)
    page.goto("/work/untouched/?from_yen=999999999")
    assert page.get_by_text("今することのある行はありません。").is_visible()
    page.close()


def test_a_condition_that_cannot_be_read_finds_nobody_and_says_so(site: Site) -> None:
    page = site.as_user("officer")
    for address in ("/work/untouched/?from_yen=50,000", "/work/extract/?days=九十"):
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("だれも載せていません")
        expect(page.get_by_role("alert")).to_contain_text("50,000" if "from_yen" in address else "九十")
        expect(page.locator("tbody tr")).to_have_count(0)
        expect(page.locator("#from_yen" if "from_yen" in address else "#days")).to_have_value(address.split("=")[1])
        assert Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).violations_count == 0
    page.close()


def test_a_list_leaves_the_register_with_a_purpose_alone(site: Site, tmp_path: Path) -> None:
    page = _list(site, "/work/write_off_candidate/")
    page.get_by_text("書き出す").click()
    page.get_by_label("目的").fill("月例の打合せ")
    with page.expect_download() as told:
        page.get_by_role("button", name="CSV").click()
    content = Path(told.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    protected = [line for line in lines if line[5] == "支援措置により非表示"]
    assert lines[0][:3] == ["債務者番号", "宛名番号", "氏名・名称"]
    assert [line[6] for line in protected] == ["支援措置により非表示"] * len(protected)
    assert len(protected) == 1
    assert any(line[6] == '="000-0000-0000"' or line[6] == "000-0000-0000" for line in lines)
    with page.expect_download() as told:
        page.get_by_role("button", name="Excel").click()
    kept = tmp_path / "list.xlsx"
    told.value.save_as(kept)
    sheet = load_workbook(kept).active
    assert sheet is not None
    assert sheet["A1"].value == "債務者番号"
    page.close()
    log = _list(site, "/logs/accesses/", "auditor")
    assert "月例の打合せ" in log.locator("main").inner_text()
    log.close()


def test_a_search_is_saved_and_found_again(site: Site) -> None:
    page = _list(site, "/work/extract/?from_yen=60000&on=untouched")
    assert 3 < page.locator("tbody tr").count() < 50
    page.get_by_text("抽出条件を保存する").click()
    page.get_by_label("名前", exact=True).first.fill("6万円以上で長く手が付いていない人")
    page.get_by_label("使う人").select_option("1")
    page.get_by_role("button", name="保存する").click()
    page.goto("/")
    page.get_by_role("link", name="6万円以上で長く手が付いていない人").click()
    page.wait_for_load_state()
    assert "from_yen=60000" in page.url
    page.close()


def test_an_extraction_leaves_as_a_file_and_many_are_acted_on_at_once(site: Site, tmp_path: Path) -> None:
    page = _list(site, "/work/extract/?from_yen=60000&on=untouched", "manager")
    count = page.locator("tbody tr").count()
    assert 3 < count < 50
    page.get_by_text("書き出す").click()
    page.get_by_label("目的").fill("高額の確認")
    with page.expect_download() as told:
        page.get_by_role("button", name="CSV", exact=True).click()
    content = Path(told.value.path()).read_bytes()
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert (content[:3], len(lines), lines[0][10]) == (b"\xef\xbb\xbf", count + 1, "残高合計（円）")
    with page.expect_download() as told:
        page.get_by_role("button", name="Excel").click()
    told.value.save_as(tmp_path / "extraction.xlsx")
    sheet = load_workbook(tmp_path / "extraction.xlsx").active
    assert sheet is not None
    assert (sheet.title, sheet.max_row > count, isinstance(sheet["K2"].value, int)) == ("条件抽出", True, True)
    page.get_by_label("対象", exact=True).select_option("all")
    page.get_by_label("処理", exact=True).select_option("next_contact")
    page.get_by_role("button", name="確認へ").click()
    page.get_by_label("次の連絡日").fill("2099-04-01")
    page.get_by_role("button", name="対象を確かめる").click()
    page.get_by_role("button", name=f"{count}人に実行する").click()
    page.get_by_role("heading", name="完了").wait_for()
    page.get_by_role("button", name="まとめて取り消す").click()
    page.get_by_role("heading", name="取消し済み").wait_for()
    page.get_by_role("navigation", name="現在地").get_by_role("link", name="条件抽出").click()
    page.wait_for_load_state()
    assert "from_yen=60000" in page.url
    page.close()


def test_numbers_of_a_file_become_a_search(site: Site) -> None:
    page = _list(site, "/work/extract/")
    content = "宛名番号\r\nX000002\r\nX000004\r\n"
    page.set_input_files("#numbers", {"name": "numbers.csv", "mimeType": "text/csv", "buffer": content.encode("cp932")})
    page.get_by_role("button", name="読み込む").click()
    page.wait_for_url("**search=*")
    assert sorted(page.locator("tbody th a").all_inner_texts()) == ["架空 太郎2", "架空 太郎4"]
    page.set_input_files("#numbers", {"name": "nobody.csv", "mimeType": "text/csv", "buffer": b"nobody"})
    page.get_by_role("button", name="読み込む").click()
    expect(page.get_by_text("だれの番号でもありません")).to_be_visible()
    page.close()


def test_many_at_once_are_shown_before_anything_is_done_and_taken_back(site: Site) -> None:
    page = _list(site, "/work/untouched/", "manager")
    for box in page.locator("tbody input[type=checkbox]").all()[:3]:
        box.check()
    page.get_by_label("処理", exact=True).select_option("next_contact")
    page.get_by_role("button", name="確認へ").click()
    expect(page.get_by_text("選んだ 3人が対象です。")).to_be_visible()
    page.get_by_label("次の連絡日").fill("2099-04-01")
    page.get_by_role("button", name="対象を確かめる").click()
    expect(page.get_by_role("heading", name="実行前の確認")).to_be_visible()
    page.wait_for_load_state()
    assert Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).violations_count == 0
    page.get_by_role("button", name="3人に実行する").click()
    page.get_by_role("heading", name="完了").wait_for()
    assert page.get_by_text("3人のうち 3人を終えました").is_visible()
    page.get_by_role("button", name="まとめて取り消す").click()
    page.get_by_role("heading", name="取消し済み").wait_for()
    page.close()


def test_nobody_chosen_is_said_and_the_form_is_kept(site: Site) -> None:
    page = _list(site, "/work/untouched/", "manager")
    page.get_by_label("処理", exact=True).select_option("informal_demand")
    page.get_by_role("button", name="確認へ").click()
    page.get_by_label("指定期限").fill("2099-04-01")
    page.get_by_role("button", name="対象を確かめる").click()
    expect(page.get_by_text("対象の人が選ばれていません")).to_be_visible()
    assert page.get_by_label("指定期限").input_value() == "2099-04-01"
    page.close()


def test_a_printed_list_says_its_office_its_conditions_and_its_day(site: Site) -> None:
    page = _list(site, "/work/untouched/?from_yen=1000&sort=yen")
    told = page.locator(".work-printed")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_contain_text(f"作成日　{format_wareki(localdate())}")
    for words in ("所属　", "残高（円）　1,000～", "並び　残高の大きい順", "表示　今することのあるもの"):
        expect(told).to_contain_text(words)
    expect(page.locator(".filters").first).to_be_hidden()
    page.goto("/work/extract/?untouched=2020-04-01&state=XYZ")
    expect(told).to_contain_text("この日から処理がない　令和2年4月1日")
    page.close()
