"""The manager's screen in the browser: figures of the day, lists behind them, plots, the file; who sees what.

The one idea: the small city was counted on the day of the tests; its numbers are known.
"""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.conftest import Site, serving
from tests.web.test_screens_accessible import TAGS


@pytest.fixture
def morning(filled: Path, tmp_path: Path, site: Site) -> Iterator[Site]:
    """A server over a register of its own, in which nobody has worked since the figures were counted."""
    with serving(shutil.copytree(filled, tmp_path / "home")) as address:
        yield Site(address, site.browser)


def test_a_manager_sees_the_officers_of_the_own_section_and_opens_the_list_behind_a_number(morning: Site) -> None:
    page = morning.page("manager")
    page.goto("/manager/")
    expect(page.locator("h1")).to_have_text("執行管理 介護保険課")
    nobody = page.locator("section:has(#lines) tbody tr", has_text="担当者未定")
    persons = nobody.locator("td").nth(0).inner_text()
    assert int(persons.replace(",", "")) >= 60
    assert page.get_by_label("所属", exact=True).count() == 0  # no other office to choose
    untouched = nobody.locator("td").nth(6)
    assert int(untouched.inner_text().replace(",", "")) >= 60
    told = untouched.inner_text()
    untouched.get_by_role("link").click()
    page.wait_for_url("**/work/extract/**")
    assert "officer=nobody" in page.url
    assert page.locator("main tbody a[href*='/obligors/']").count() > 10
    assert f"{told}人" in page.locator("#list").inner_text()
    page.context.close()


def test_every_number_opens_rows_that_add_up_to_it(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/manager/")
    numbers = page.locator("main td a[href*='/manager/behind/']")
    opened = {str(link.get_attribute("href")): link.inner_text() for link in numbers.all()}
    assert {"measure=cohort&", "measure=ageing&", "measure=plans&"} <= {
        f"{address.split('?')[1].split('&')[0]}&" for address in opened
    }
    for address in [*opened][::9]:
        page.goto(address)
        assert opened[address] in page.locator("main p strong").all_inner_texts()[0 if "ageing" not in address else 1]
    page.goto("/manager/behind/?measure=ageing&detail=%2Folder")
    counted = [int(cell.replace(",", "")) for cell in page.locator("tbody td:nth-child(5)").all_inner_texts()]
    while page.get_by_role("link", name="次の50件").count():
        page.get_by_role("link", name="次の50件").click()
        page.wait_for_load_state()
        counted += [int(cell.replace(",", "")) for cell in page.locator("tbody td:nth-child(5)").all_inner_texts()]
    number, yen = page.locator("main p strong").all_inner_texts()
    assert (number, yen) == (f"{len(counted):,}件", f"{sum(counted):,}円")
    assert Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).violations_count == 0
    page.close()


def test_demanded_claims_are_compared_by_office_and_year(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/manager/")
    page.get_by_label("督促した年度").select_option(index=1)
    page.locator("form:has(#year) button").click()
    page.wait_for_load_state()
    assert "year=" in page.url
    lines = page.locator("section:has(#stages) tbody tr")
    total = page.locator("section:has(#stages) tfoot td").first.inner_text()
    parts = [int(line.locator("td").first.inner_text().replace(",", "")) for line in lines.all()]
    assert sum(parts) == int(total.replace(",", "") or 0)
    page.close()


def test_the_recovery_office_compares_offices_and_takes_the_file(site: Site) -> None:
    page = site.as_user("recovery")
    page.goto("/manager/")
    offices = page.locator("section:has(#lines) tbody th").all_inner_texts()
    assert {"介護保険課", "生活安全課", "貸付課"} <= set(offices)
    for plot in page.locator("img.manager__plot").all():
        assert plot.evaluate("image => image.complete && image.naturalWidth") > 200
        assert "次の表" in str(plot.get_attribute("alt"))
    fines = page.locator("section:has(#ages) tbody tr", has_text="路上喫煙過料")
    assert fines.locator("td").last.inner_text() == "4,000"
    answer = site.request_as("recovery").get("/manager/list.csv")
    rows = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))
    assert rows[0] == ["表", "所属・担当者・債権・督促の年月", "区分", "数", "金額（円）"]
    assert ["滞納の古さ", "038 路上喫煙過料", "5年超", "4", "4000"] in rows
    page.close()


def test_a_planner_sees_figures_and_no_persons(site: Site) -> None:
    page = site.as_user("planner")
    page.goto("/manager/")
    assert "介護保険課" in page.locator("section:has(#lines)").inner_text()
    assert "生活安全課" not in page.locator("main").inner_text()  # another bureau's
    assert page.locator("#chased").count() == 0
    assert page.locator("section:has(#lines) a[href*='/work/']").count() == 0
    assert page.locator("main a[href*='/manager/behind/']").count() == 0
    page.close()


def test_figures_of_an_office_that_is_not_managed_are_not_shown(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/manager/?office=6")
    expect(page.locator("h1")).to_have_text("執行管理 介護保険課")
    assert site.request_as("manager").get("/manager/plots/nothing.svg").status == 404
    page.close()
