"""Role × route: who gets in, who is refused, and whose persons are shown.

The one idea: the expectation is written out role by role, apart from the code that decides, so a slip there shows here.
"""

import pytest

from tests.web.conftest import Site
from tests.web.people import CARE

ADDRESSES = {
    "figures": ["/city/", CARE, f"{CARE}file/json/", "/findings/"],
    "claims": [f"{CARE}cells/result/current_received/", f"{CARE}states/past/S02/"],
    "persons": ["/claims/1/", "/obligors/2/", "/data-to-check/"],
    "logs": ["/logs/operations/", "/logs/accesses/"],
    "catalogue": ["/catalogue/"],
    "help": ["/help/", "/password/", "/law/", "/law/acts/civil_code/", "/law/terms/tax/"],
}
ALLOWED = {
    "officer": {"help", "figures", "claims", "persons"},
    "manager": {"help", "figures", "claims", "persons"},
    "planner": {"help", "figures", "claims"},
    "recovery": {"help", "figures", "claims", "persons"},
    "cashier": {"help", "figures", "claims"},
    "auditor": {"help", "figures", "claims", "persons", "logs"},
    "administrator": {"help", "figures", "catalogue"},
    "roleless": {"help"},
}


@pytest.mark.parametrize("username", ALLOWED)
def test_each_role_reaches_its_routes_and_no_other(site: Site, username: str) -> None:
    page = site.as_user(username)
    got = {
        address: page.request.get(f"{site.address}{address}").status
        for addresses in ADDRESSES.values()
        for address in addresses
    }
    wanted = {
        address: 200 if kind in ALLOWED[username] else 403
        for kind, addresses in ADDRESSES.items()
        for address in addresses
    }
    assert got == wanted
    page.close()


def test_the_navigation_offers_only_what_would_open(site: Site) -> None:
    for username, expected in (("officer", 5), ("auditor", 7), ("administrator", 5), ("roleless", 2)):
        page = site.as_user(username)
        page.goto("/help/")
        assert page.locator("nav.navigation a").count() == expected
        page.close()


def test_a_claim_of_another_bureau_is_refused_in_the_rules_own_words(site: Site) -> None:
    page = site.as_user("officer")
    page.goto("/sheets/2018/市民局-038/states/current/S02/")
    assert page.locator("tbody tr").count() == 4
    assert page.locator("tbody a").count() == 0
    assert set(page.locator("tbody td:nth-of-type(2)").all_inner_texts()) == {"非表示"}
    answer = page.goto("/claims/215/")
    assert answer is not None
    assert answer.status == 403
    assert "所属の異なる債権の債務者は表示できません" in page.locator("main").inner_text()
    page.close()


def test_who_may_see_no_person_gets_claims_without_names(site: Site) -> None:
    page = site.as_user("planner")
    page.goto(f"{CARE}states/past/S02/")
    assert page.locator("tbody tr").count() == 20
    assert "太郎" not in page.locator("main").inner_text()
    page.close()


def test_the_recovery_office_sees_every_office(site: Site) -> None:
    page = site.as_user("recovery")
    answer = page.goto("/claims/215/")
    assert answer is not None
    assert answer.status == 200
    page.close()


def test_a_protected_persons_address_is_shown_to_nobody(site: Site) -> None:
    for username in ("officer", "recovery", "auditor"):
        page = site.as_user(username)
        for address in ("/claims/3/", "/obligors/3/"):
            page.goto(address)
            text = page.locator("main").inner_text()
            assert "支援措置により非表示" in text
            assert "架空町3番地" not in text
            assert "000-0000-0000" not in text
        page.close()


def test_reading_a_person_is_logged_with_who_and_whom(site: Site) -> None:
    reader = site.as_user("manager")
    reader.goto("/claims/7/")
    reader.close()
    page = site.as_user("auditor")
    page.goto("/logs/accesses/?by=manager")
    newest = page.locator("tbody tr").first.inner_text()
    assert "manager" in newest
    assert "債権 7" in newest
    assert "債権の閲覧" in newest
    page.close()
