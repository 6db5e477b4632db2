"""Role × route × (own, other section), for every route that the resolver knows, by GET and by POST.

The one idea: what each permission means is written out here by hand, role by role, apart from the code that grants it; which routes there
are is asked of the resolver, so a new one cannot be forgotten. A route with arguments needs one line in tests/web/samples.py. What is
refused must also have done nothing, which the log of operations tells.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from django.urls import URLPattern, reverse
from playwright.sync_api import APIRequestContext, APIResponse

from saiken.web.urls import urlpatterns
from tests.web.conftest import Site
from tests.web.people import CARE
from tests.web.samples import SAMPLES, Sample

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
#: Posting to these changes the session itself; tests/web/test_sign_in.py and test_second_factor.py do.
OWN_SESSION = {"sign-in", "sign-out", "recovery-codes", "second-factor", "session-extend", "password"}
#: Files and pages that exist only with a setting.
NEEDS_SETTING = {"openid-begin", "openid-return"}
#: The page, another page, a form that is incomplete or overtaken, the other method alone.
_REACHED = {200, 302, 400, 405, 409, 422}
_PLAIN = Sample({})
#: Tables that tell who is there and who looked at whom, figures kept because somebody looked, and the database's own numbers.
_PRESENCE = {
    "sqlite_sequence",
    "django_session",
    "register_usersession",
    "register_accesslog",
    "register_accessspan",
    "register_keptfigures",
}
#: Whoever reads worklists may keep a search of their own, an auditor too.
_OWN_CONVENIENCE = {"search-keep"}
NOT_ALLOWED = "この画面を見る権限がありません"


def _is_plain(pattern: URLPattern) -> bool:
    return not pattern.pattern.converters


def permission_of(pattern: URLPattern) -> str:
    """What the route asks for."""
    return str(pattern.callback.permission.value)


#: The first test names those that are left out here.
VISITED = [pattern for pattern in urlpatterns if _is_plain(pattern) or pattern.name in SAMPLES]


def test_every_route_with_arguments_has_a_sample() -> None:
    with_arguments = {str(pattern.name) for pattern in urlpatterns if not _is_plain(pattern)}
    assert with_arguments - set(SAMPLES) == set(), "add a line to tests/web/samples.py"
    assert set(SAMPLES) - with_arguments == set()


def test_every_permission_a_route_asks_for_is_in_the_table() -> None:
    assert {permission_of(pattern) for pattern in urlpatterns} - set(ALLOWED) == set()


@pytest.mark.parametrize("username", sorted(_ALL))
@pytest.mark.parametrize("pattern", VISITED, ids=lambda pattern: str(pattern.name))
def test_each_role_reaches_its_routes_and_no_other(site: Site, home: Path, pattern: URLPattern, username: str) -> None:
    name, sample, request = str(pattern.name), SAMPLES.get(str(pattern.name), _PLAIN), site.request_as(username)
    before = operations(home)
    answers = _answers(request, name, sample.own, posted=sample.posted)
    if username not in ALLOWED[permission_of(pattern)]:
        assert all(answer.status == 403 and NOT_ALLOWED in answer.text() for answer in answers)
    elif name in NEEDS_SETTING:
        assert {answer.status for answer in answers} <= {404, 405}
    elif sample.only is None or username in sample.only:
        _demand_reached(answers, sample)
        assert name in OWN_SESSION or {answer.status for answer in answers} != {405}
        return
    else:
        _demand_refused(answers, sample)
    assert operations(home) == before


@pytest.mark.parametrize(
    ("pattern", "username"),
    [
        pytest.param(pattern, username, id=f"{pattern.name}-{username}")
        for pattern in VISITED
        if SAMPLES.get(str(pattern.name), _PLAIN).other is not None
        for username in sorted(ALLOWED[permission_of(pattern)])
    ],
)
def test_what_is_another_sections_opens_to_nobody_but_who_sees_every_office(
    site: Site, home: Path, pattern: URLPattern, username: str
) -> None:
    name, sample, request = str(pattern.name), SAMPLES[str(pattern.name)], site.request_as(username)
    before = operations(home)
    answers = _answers(request, name, sample.other or {}, posted=sample.posted)
    if username in sample.beyond:
        _demand_reached(answers, sample)
    else:
        _demand_refused(answers, sample)
        assert operations(home) == before


def test_an_auditor_changes_nothing(site: Site, home: Path) -> None:
    request, before = site.request_as("auditor"), _contents(home)
    for pattern in VISITED:
        if pattern.name in _OWN_CONVENIENCE:
            continue
        sample = SAMPLES.get(str(pattern.name), _PLAIN)
        for arguments in (sample.own, sample.other):
            if arguments is not None:
                _answers(request, str(pattern.name), arguments, posted=sample.posted)
    assert _contents(home) == before


def _answers(
    request: APIRequestContext, name: str, arguments: Mapping[str, object], *, posted: Mapping[str, str]
) -> Sequence[APIResponse]:
    """What a look brings and, where posting does not change the session itself, what sending the form brings."""
    address = reverse(name, kwargs=dict(arguments))
    # Asked again, as a browser does, where the server has just closed a connection that lay idle.
    looked = request.get(address, max_redirects=0, max_retries=1)
    if name in OWN_SESSION:
        return [looked]
    token = {"X-CSRFToken": token_of(request)}
    return [looked, request.post(address, headers=token, form=dict(posted), max_redirects=0)]


def _demand_reached(answers: Sequence[APIResponse], sample: Sample) -> None:
    """The page, another page, an incomplete form, or that it was done before."""
    for answer in answers:
        is_spent = answer.status in (403, 404) and sample.spent != "" and sample.spent in answer.text()
        assert answer.status in _REACHED or is_spent, (answer.url, answer.status)


def _demand_refused(answers: Sequence[APIResponse], sample: Sample) -> None:
    """Neither to look at nor to write; `told` leads back to a page that says so."""
    for answer in answers:
        is_told = sample.told and answer.status == 302
        assert answer.status in (403, 404, 405) or is_told, (answer.url, answer.status)
    assert {answer.status for answer in answers} != {405}


def operations(home: Path) -> int:
    """How many operations the register has carried out."""
    with closing(_opened(home)) as register:
        return int(register.execute("SELECT count(*) FROM register_auditrow").fetchone()[0])


def _contents(home: Path) -> dict[str, object]:
    """Every row of every table but those that tell who was there and looked, and the auditor's own searches."""
    with closing(_opened(home)) as register:
        tables = [name for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(map(repr, register.execute(f'SELECT * FROM "{name}"')))
            for name in tables
            if name not in _PRESENCE
        }


def _opened(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{home / 'var' / 'saiken.sqlite3'}?mode=ro", uri=True)


def token_of(request: APIRequestContext) -> str:
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


@pytest.mark.parametrize("username", ["lender", "recovery", "auditor"])
def test_a_protected_persons_address_is_shown_to_nobody(site: Site, username: str) -> None:
    page = site.as_user(username)
    for address in ("/claims/252/", "/obligors/86/"):
        page.goto(address)
        text = page.locator("main").inner_text()
        assert "見本 守" in text
        assert "支援措置" in text
        assert "見本町1番地" not in text
        assert "000-0000-3333" not in text
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
