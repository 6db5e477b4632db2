"""The manager's screen in the browser: figures of the day, lists behind them, plots, the file; who sees what.

The one idea: the small city was counted on the day of the tests; its numbers are known.
"""

import csv
import io

from playwright.sync_api import expect

from tests.web.conftest import Site


def test_a_manager_sees_the_officers_of_the_own_section_and_opens_the_list_behind_a_number(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/manager/")
    expect(page.locator("h1")).to_have_text("執行管理 介護保険課")
    nobody = page.locator("section:has(#lines) tbody tr", has_text="担当者未定")
    persons = nobody.locator("td").nth(0).inner_text()
    assert int(persons.replace(",", "")) >= 60
    assert page.get_by_label("所属", exact=True).count() == 0  # no other office to choose
    untouched = nobody.locator("td").nth(6)
    assert int(untouched.inner_text().replace(",", "")) >= 60
    untouched.get_by_role("link").click()
    page.wait_for_url("**/work/untouched/**")
    assert "officer=nobody" in page.url
    assert page.locator("main tbody a[href*='/obligors/']").count() > 10
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
    assert rows[0] == ["表", "所属・担当者・債権", "区分", "数", "金額（円）"]
    assert ["滞納の古さ", "038 路上喫煙過料", "5年超", "4", "4000"] in rows
    page.close()


def test_a_planner_sees_figures_and_no_persons(site: Site) -> None:
    page = site.as_user("planner")
    page.goto("/manager/")
    assert "介護保険課" in page.locator("section:has(#lines)").inner_text()
    assert "生活安全課" not in page.locator("main").inner_text()  # another bureau's
    assert page.locator("#chased").count() == 0
    assert page.locator("section:has(#lines) a[href*='/work/']").count() == 0
    page.close()


def test_figures_of_an_office_that_is_not_managed_are_not_shown(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/manager/?office=6")
    expect(page.locator("h1")).to_have_text("執行管理 介護保険課")
    assert site.request_as("manager").get("/manager/plots/nothing.svg").status == 404
    page.close()
