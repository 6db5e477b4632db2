"""Days in forms: the era is told beside a day that is chosen, a day of birth is read as papers write it.

The one idea: what is sent stays ISO; only what an official reads and types is in the era calendar.
"""

import re

from playwright.sync_api import expect

from tests.web.conftest import Site


def test_the_era_and_the_weekday_stand_beside_a_day(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/2/facts/")
    era = page.locator(".field:has(#id_from_on) > .era")
    page.fill("#id_from_on", "2019-05-01")
    expect(era).to_have_text("令元.5.1(水)")
    page.fill("#id_from_on", "2019-04-30")
    expect(era).to_have_text("平31.4.30(火)")
    page.fill("#id_from_on", "1873-01-01")
    expect(era).to_have_text("明6.1.1(水)")
    page.fill("#id_from_on", "0026-11-30")
    expect(era).to_have_text("")
    page.close()


def test_a_quick_day_of_the_contact_tells_its_era(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/2/")
    page.get_by_role("button", name="1週間後").click()
    expect(page.locator("label[for=contact-next_on] + .era")).to_have_text(re.compile(r"^令\d+\.\d+\.\d+\(.\)$"))
    page.close()


def test_a_birth_day_is_read_in_the_era_calendar(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/obligors/13/parties/")
    page.select_option("#id_role", "guarantor")
    page.fill("#id_name", "架空 保証太郎")
    page.fill("#id_birth_on", "昭和25年13月14日")
    page.locator("[name=claim]").first.check()
    page.get_by_role("button", name="加える").click()
    expect(page.locator("#id_birth_on")).to_have_attribute("aria-invalid", "true")
    page.fill("#id_birth_on", "S25.7.14")
    page.get_by_role("button", name="加える").click()
    page.get_by_role("link", name="架空 保証太郎").click()
    expect(page.locator(".person-title")).to_contain_text("昭和25年7月14日")
    page.close()
