"""Role × route × (own, other section), for every route that the resolver knows, by GET and by POST.

The one idea: what each permission means is written out here by hand, role by role, apart from the code that grants it; which routes there
are is asked of the resolver, so a new one cannot be forgotten. A route with arguments needs one line in tests/web/samples.py.
"""

import pytest
from django.urls import URLPattern, reverse
from playwright.sync_api import APIRequestContext

from saiken.web.urls import urlpatterns
from tests.web.conftest import Site
from tests.web.people import CARE
from tests.web.samples import SAMPLES

_ALL = {"officer", "manager", "planner", "recovery", "cashier", "auditor", "administrator", "roleless"}
_CASES = {"officer", "manager", "recovery", "auditor"}
_CASEWORK = {"officer", "manager", "recovery"}

#: Permission → who holds it.
ALLOWED: dict[str, set[str]] = {
    "open": _ALL,
    "password_given": _ALL,
    "signed_in": _ALL,
    "help": _ALL,
    "figures": _ALL - {"roleless"},
    "claims": _CASES | {"planner", "cashier"},
    "persons": _CASES,
    "work": _CASES,
    "act": _CASEWORK,
    "approve": {"manager"},
    "manage": {"manager", "planner", "recovery"},
    "release": {"manager", "recovery"},
    "receipts": {"cashier"},
    "logs": {"auditor"},
    "catalogue": {"administrator"},
    "accounts": {"administrator"},
}
#: They see the persons of every office.
EVERYWHERE = {"recovery", "auditor"}
#: Posting to these changes the session itself; tests/web/test_sign_in.py and test_second_factor.py do.
OWN_SESSION = {"sign-in", "sign-out", "recovery-codes", "second-factor", "session-extend", "password"}
#: Files and pages that exist only with a setting.
NEEDS_SETTING = {"openid-begin", "openid-return"}
NOT_ALLOWED = "この画面を見る権限がありません"


def _is_plain(pattern: URLPattern) -> bool:
    return not pattern.pattern.converters


def _permission(pattern: URLPattern) -> str:
    return str(pattern.callback.permission.value)


#: The first test names those that are left out here.
VISITED = [pattern for pattern in urlpatterns if _is_plain(pattern) or pattern.name in SAMPLES]


def test_every_route_with_arguments_has_a_sample() -> None:
    with_arguments = {str(pattern.name) for pattern in urlpatterns if not _is_plain(pattern)}
    assert with_arguments - set(SAMPLES) == set(), "add a line to tests/web/samples.py"
    assert set(SAMPLES) - with_arguments == set()


def test_every_permission_a_route_asks_for_is_in_the_table() -> None:
    assert {_permission(pattern) for pattern in urlpatterns} - set(ALLOWED) == set()


@pytest.mark.parametrize("username", sorted(_ALL))
@pytest.mark.parametrize("pattern", VISITED, ids=lambda pattern: str(pattern.name))
def test_each_role_reaches_its_routes_and_no_other(site: Site, pattern: URLPattern, username: str) -> None:
    name = str(pattern.name)
    request = site.request_as(username)
    own = reverse(name, kwargs=SAMPLES[name].own) if name in SAMPLES else reverse(name)
    token = {"X-CSRFToken": _token(request)}
    answers = [request.get(own, max_redirects=0)]
    if name not in OWN_SESSION:
        answers.append(request.post(own, headers=token, max_redirects=0))
    for answer in answers:
        if username not in ALLOWED[_permission(pattern)]:
            assert answer.status == 403
            assert NOT_ALLOWED in answer.text()
        else:
            assert answer.status < 500
            assert answer.status in _fitting(name), answer.status
    _other_section(request, pattern, username=username, token=token)


def _other_section(request: APIRequestContext, pattern: URLPattern, *, username: str, token: dict[str, str]) -> None:
    """An object of another section opens to nobody but who sees every office, neither to look at nor to write."""
    sample = SAMPLES.get(str(pattern.name))
    if sample is None or sample.other is None:
        return
    address = reverse(str(pattern.name), kwargs=sample.other)
    for answer in (request.get(address, max_redirects=0), request.post(address, headers=token, max_redirects=0)):
        if username in ALLOWED[_permission(pattern)] & EVERYWHERE:
            assert answer.status < 500
            assert answer.status in _fitting(str(pattern.name))
        else:
            assert answer.status in (403, 404, 405), answer.status


def _fitting(name: str) -> set[int]:
    """What an allowed request may come to: the page, another page, an incomplete form, only the other method, another's work."""
    absent = name in NEEDS_SETTING or (name in SAMPLES and SAMPLES[name].absent)
    return {200, 302, 400, 405, 409, 422} | ({403, 404} if absent else set())


def _token(request: APIRequestContext) -> str:
    """The token that a form of this session carries."""
    cookies = request.storage_state()["cookies"]
    return next((cookie["value"] for cookie in cookies if cookie["name"] == "csrftoken"), "")


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


def test_a_protected_persons_address_is_shown_to_nobody(site: Site) -> None:
    for username in ("officer", "recovery", "auditor"):
        page = site.as_user(username)
        for address in ("/claims/3/", "/obligors/3/"):
            page.goto(address)
            text = page.locator("main").inner_text()
            assert "支援措置" in text
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


@pytest.mark.parametrize("username", sorted(_ALL))
def test_the_navigation_offers_only_what_opens(site: Site, username: str) -> None:
    page = site.as_user(username)
    page.goto("/help/")
    offered = [link.get_attribute("href") for link in page.locator("nav.navigation a").all()]
    assert "/help/" in offered
    assert {page.request.get(f"{site.address}{address}").status for address in offered} == {200}
    page.close()
