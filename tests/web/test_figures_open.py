"""From the city down to one entry, by hand: every figure opens, and what is behind it adds up to it."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.people import CARE

LEDGER_COLUMNS = (
    "past_assessed",
    "past_received",
    "past_written_off",
    "current_assessed",
    "current_received",
    "current_written_off",
)
RESULT_ROWS = ("result_two_years_before", "result_year_before", "result")


def test_a_reader_goes_from_the_city_to_the_entry_behind_a_figure(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/city/?year=2018")
    page.get_by_role("link", name="介護保険料").click()
    expect(page.locator("h2.sheet-title")).to_have_text("未収債権の目標及び具体処理策")
    page.locator("tr.sheet-result a.sheet-link", has_text="10,777").first.click()
    expect(page.locator("h1")).to_contain_text("平30実績 サ 徴収額")
    expect(page.locator("main")).to_contain_text("10,776,543")
    expect(page.locator(".chip--good")).to_have_text("一致")
    page.get_by_role("link", name="2018-064-41").click()
    expect(page.locator("h1")).to_contain_text("介護保険料")
    expect(page.locator("tr:target")).to_contain_text("30,000")
    page.close()


@pytest.mark.parametrize("row", RESULT_ROWS)
@pytest.mark.parametrize("column", LEDGER_COLUMNS)
def test_the_entries_behind_every_coloured_cell_equal_it(site: Site, row: str, column: str) -> None:
    shown = site.request_as("officer").get(f"{CARE}cells/{row}/{column}/").text()
    assert re.findall(r'chip chip--\w+">([^<]+)<', shown) == ["一致"]


def test_a_rate_opens_to_its_figures_and_these_to_entries(site: Site) -> None:
    page = site.as_user("officer")
    page.goto(f"{CARE}cells/result/total_collection_rate/")
    links = page.locator("main td a")
    assert links.count() == 4
    links.first.click()
    expect(page.locator("h2", has_text="もとになった記入")).to_be_visible()
    page.close()


def test_a_carried_in_balance_opens_to_the_row_it_comes_from(site: Site) -> None:
    page = site.as_user("officer")
    page.goto(f"{CARE}cells/result/past_carried_in/")
    page.get_by_role("link", name="平29実績").click()
    page.wait_for_load_state()
    assert unquote(page.url).endswith("/cells/result_year_before/total_balance/")
    page.close()


def test_the_claims_of_a_state_add_up_to_its_cells_over_all_pages(site: Site) -> None:
    page = site.as_user("officer")
    page.goto(f"{CARE}states/past/total/")
    count, yen = (_number(page, place) for place in (1, 3))
    rows, summed = 0, 0
    while True:
        figures = page.locator("tbody tr td:last-child").all_inner_texts()
        rows += len(figures)
        summed += sum(int(figure.replace(",", "")) for figure in figures)
        if not page.locator("a[rel=next]").count():
            break
        page.locator("a[rel=next]").click()
        page.wait_for_load_state()
    assert (rows, summed) == (count, yen)
    page.close()


def test_as_of_an_earlier_record_later_entries_are_not_there(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/claims/1/")
    assert page.locator("tr[id^=entry-]").count() == 3
    wrong = page.locator("tr[id^=entry-]").nth(1).get_attribute("id")
    assert wrong is not None
    page.goto(f"/claims/1/?upto={wrong.removeprefix('entry-')}")
    assert page.locator("tr[id^=entry-]").count() == 2
    expect(page.locator(".as-of")).to_contain_text("過去の時点")
    page.goto("/claims/1/?on=2018-01-01")
    assert page.locator("tr[id^=entry-]").count() == 1
    page.close()


def test_a_finding_stands_beside_its_cell_and_leads_to_its_sentence(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/findings/?rule=state-balance")
    page.locator("tbody a").first.click()
    page.locator("a.chip", has_text="指摘").click()
    expect(page.locator("section:target")).to_contain_text("指摘")
    mark = page.locator("a.sheet-mark").first
    mark.click()
    expect(page.locator("li.sheet-finding:target")).to_be_visible()
    page.close()


def test_figures_of_a_sheet_without_claims_do_not_open(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/sheets/2018/教育委員会-082/")
    expect(page.locator("main")).to_contain_text("数値のみの様式")
    assert page.locator("a.sheet-link").count() == 0
    page.close()


@pytest.mark.parametrize(
    ("ending", "beginning"),
    [
        ("xlsx", b"PK"),
        ("pdf", b"%PDF"),
        ("csv", "\ufeff様式".encode()),
        ("csv-cp932", "様式".encode("cp932")),
        ("json", b"{"),
    ],
)
def test_a_sheet_comes_as_a_file(site: Site, ending: str, beginning: bytes) -> None:
    page = site.as_user("officer")
    answer = page.request.get(f"{site.address}{CARE}file/{ending}/")
    assert answer.status == 200
    assert answer.body().startswith(beginning)
    assert "介護保険料" in unquote(answer.headers["content-disposition"])
    page.close()


def test_the_citys_list_comes_as_csv_as_it_is_shown_and_as_one_workbook(site: Site) -> None:
    page = site.as_user("officer")
    rows = page.request.get(f"{site.address}/city/list.csv?q=介護").body().decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("064,介護保険料,福祉局,介護保険課,強制公,")
    assert page.request.get(f"{site.address}/city/sheets.xlsx").body().startswith(b"PK")
    page.close()


def _number(page: Page, place: int) -> int:
    """The number of a key figure."""
    return int(re.sub(r"[^\d]", "", page.locator(".key-figures dd").nth(place).inner_text()))
