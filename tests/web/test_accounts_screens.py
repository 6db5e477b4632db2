"""Keeping accounts in the browser: a new user, a role ahead of time, a file, a protected address asked for and given."""

from pathlib import Path

from playwright.sync_api import expect

from tests.web.conftest import Site, sign_in
from tests.web.persons import RESERVED


def test_a_new_user_gets_a_password_once_a_role_ahead_and_is_stopped(site: Site) -> None:
    page = site.as_user("administrator")
    page.goto("/accounts/new/")
    page.fill("#id_username", "s0001")
    page.fill("#id_display_name", "架空 新太")
    page.click("main button.button--main")
    page.wait_for_load_state()
    password = page.locator("dd .secret").nth(1).inner_text()
    page.click("main a.button--main")
    page.select_option("#id_office", label="介護保険課")
    page.fill("#id_from_on", "2099-04-01")
    page.click("main form.filters button")
    page.wait_for_load_state()
    assert "役割を付けました" in page.locator("[role=status]").inner_text()
    page.goto("/accounts/changes/")
    assert "架空 新太" in page.locator("tbody").inner_text()
    newcomer = site.page()
    sign_in(newcomer, "s0001", password)
    assert newcomer.url.endswith("/password/")
    page.goto("/accounts/people/s0001/")
    page.get_by_role("button", name="利用を停止する").click()
    page.wait_for_load_state()
    assert "停止中" in page.locator("main").inner_text()
    newcomer.goto("/password/")
    assert "管理者がこの画面を終わらせました" in newcomer.locator("main").inner_text()
    newcomer.context.close()
    page.close()


def test_one_does_not_change_ones_own_rights(site: Site) -> None:
    page = site.as_user("administrator")
    page.goto("/accounts/people/administrator/")
    page.select_option("#id_office", label="介護保険課")
    page.click("main form.filters button")
    page.wait_for_load_state()
    assert "自分の役割や利用の停止は変えられません" in page.locator("[role=alert]").inner_text()
    assert page.get_by_role("button", name="利用を停止する").count() == 0
    page.close()


def test_a_file_is_shown_before_it_is_carried_out(site: Site, tmp_path: Path) -> None:
    head = "区分,利用者名,氏名,所属,役割,発令日,終了日\n"
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_bytes(f"{head}付与,roleless,,介護保険課,部長,2099-04-01,\n".encode("cp932"))
    right.write_bytes(f"{head}新規,s0002,架空 次子,貸付課,担当者,2099-04-01,\n".encode("utf-8-sig"))
    page = site.as_user("administrator")
    page.goto("/accounts/import/")
    page.set_input_files("#id_upload", wrong)
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert "2行目の役割" in page.locator("[role=alert]").inner_text()
    page.set_input_files("#id_upload", right)
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert "まだ何も変えていません" in page.locator("main").inner_text()
    page.click("main button.button--main")
    page.wait_for_load_state()
    assert "s0002" in page.locator("tbody").inner_text()
    page.close()


def test_a_locked_out_person_is_seen_and_unlocked(site: Site) -> None:
    failing = site.page()
    for _ in range(5):
        sign_in(failing, "newcomer", "wrong")
    page = site.as_user("administrator")
    page.goto("/accounts/failures/?by=newcomer")
    assert page.locator("tbody tr").count() >= 5
    page.goto("/accounts/people/newcomer/")
    page.get_by_role("button", name="ロックを解除する").click()
    page.wait_for_load_state()
    assert "ロックを解除しました" in page.locator("[role=status]").inner_text()
    sign_in(failing, "newcomer")
    assert failing.url.endswith("/password/")
    failing.context.close()
    page.close()


def test_an_address_is_asked_for_given_and_seen_by_the_auditor(site: Site) -> None:
    officer, manager, number = site.as_user("officer"), site.as_user("manager"), RESERVED["protected-address"]
    officer.goto(f"/protection/obligors/{number}/")
    officer.fill("#id_reason", "面談の約束の確認")
    officer.get_by_role("button", name="申請する").click()
    officer.wait_for_load_state()
    assert "管理職の決定を待っています" in officer.locator("main").inner_text()
    manager.goto("/protection/")
    manager.locator("tr", has_text="面談の約束の確認").get_by_role("button", name="30分間認める").first.click()
    manager.wait_for_load_state()
    assert "一時解除を認めました" in manager.locator("main").inner_text()
    officer.goto(f"/protection/obligors/{number}/")
    assert "表示しています" in officer.locator("[role=status]").inner_text()
    auditor = site.as_user("auditor")
    auditor.goto("/logs/releases/")
    newest = auditor.locator("tbody tr").first.inner_text()
    assert "officer" in newest
    assert "manager" in newest
    auditor.goto(f"/logs/persons/{number}/?by=officer")
    assert "支援措置の一時解除" in auditor.locator("tbody").inner_text()
    for page in (officer, manager, auditor):
        page.close()


def test_an_absence_is_recorded_and_taken_back(site: Site) -> None:
    page = site.as_user("manager")
    page.goto("/absences/")
    page.fill("#id_from_on", "2098-01-05")
    page.fill("#id_last_on", "2098-01-04")
    page.select_option("#id_deputy", value="officer")
    page.fill("#id_reason", "出張")
    page.click("main form.filters button")
    page.wait_for_load_state()
    assert "最終日が初日より前です" in page.locator("[role=alert]").inner_text()
    page.fill("#id_last_on", "2098-01-06")
    page.click("main form.filters button")
    line = page.locator("tbody tr", has_text="出張").first
    line.get_by_role("button", name="取り消す").click()
    expect(page.locator("tbody tr", has_text="出張")).to_have_count(0)
    page.close()
