"""A protected person's address, telephone and workplace are read on no page and in no file, unless a release runs for the reader.

The one idea: every route of the resolver is asked as everybody who may, with the objects of one protected person; what comes back is taken
apart (workbooks, PDFs) and searched for the strings by which the person could be found.
"""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import APIResponse, Playwright

from saiken.domain.worklists.catalogue import load_catalogue
from saiken.web.urls import urlpatterns
from tests.web.conftest import CHROMIUM, ROOT, SWITCHES, Site, serving
from tests.web.samples import OWN_OBLIGOR, SAMPLES, Sample
from tests.web.test_permission_matrix import ALLOWED, OWN_SESSION, permission_of, token_of
from tests.web.whereabouts import ADDRESS, SECRETS, TELEPHONE

#: Who reads, without a release; the manager has one.
READERS = ("officer", "recovery", "auditor", "planner", "cashier")
#: Routes whose sample is another person; here they are asked about the protected one.
_PERSON = dict.fromkeys(("protection", "protection-ask", "protection-keep"), OWN_OBLIGOR)


@contextmanager
def _guarding(filled: Path, folder: Path, playwright: Playwright) -> Iterator[Site]:
    """A server over a copy of the small city in which the person of the samples is protected."""
    shutil.copytree(filled, folder)
    environment = os.environ | {"SAIKEN_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    environment.pop("SAIKEN_DATABASE_URL", None)
    hiding = [sys.executable, "-m", "tests.web.hide", str(OWN_OBLIGOR["obligor_id"])]
    done = subprocess.run(hiding, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    with serving(folder) as address:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield Site(address, browser)
        browser.close()


@pytest.fixture(scope="module")
def guarded(filled: Path, tmp_path_factory: pytest.TempPathFactory, playwright_itself: Playwright) -> Iterator[Site]:
    """The server whose pages, lists and forms are read."""
    with _guarding(filled, tmp_path_factory.mktemp("guarded") / "home", playwright_itself) as site:
        yield site


@pytest.fixture(scope="module")
def searched(filled: Path, tmp_path_factory: pytest.TempPathFactory, playwright_itself: Playwright) -> Iterator[Site]:
    """One of its own for searches: what somebody types into a search stands in the log, which is a page too."""
    with _guarding(filled, tmp_path_factory.mktemp("searched") / "home", playwright_itself) as site:
        yield site


def _text(answer: APIResponse) -> str:
    """Everything that can be read in an answer."""
    body = answer.body()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if body.startswith(b"%PDF"):
        return subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True).stdout.decode()
    return body.decode("utf-8", "replace")


def _told(answer: APIResponse) -> list[str]:
    text = _text(answer)
    return [secret for secret in SECRETS if secret in text]


def _addresses(reader: str) -> list[str]:
    """Every page that the reader may open, with the protected person's objects."""
    found = []
    for pattern in urlpatterns:
        name = str(pattern.name)
        if name in OWN_SESSION or reader not in ALLOWED[permission_of(pattern)]:
            continue
        found.append(reverse(name, kwargs=_PERSON.get(name, SAMPLES.get(name, Sample({})).own)))
    return found


def _lists() -> list[str]:
    return [*load_catalogue().lists, "extract"]


@pytest.mark.parametrize("reader", READERS)
def test_no_page_tells_where_a_protected_person_is(guarded: Site, reader: str) -> None:
    asked, leaks = guarded.request_as(reader), {}
    for address in _addresses(reader):
        answer = asked.get(address)
        if told := _told(answer):
            leaks[address] = told
    assert leaks == {}


@pytest.mark.parametrize("reader", ["officer", "manager"])
def test_no_list_and_no_file_of_one_tells_it(guarded: Site, reader: str) -> None:
    asked = guarded.request_as(reader)
    token, leaks = {"X-CSRFToken": token_of(asked)}, []
    for list_id in _lists():
        answers = [asked.get(f"/work/{list_id}/")]
        for file_format in ("csv", "xlsx"):
            posted = {"purpose": "確認", "format": file_format}
            answers.append(asked.post(f"/work/{list_id}/file/", headers=token, form=posted))
        assert answers[1].status == 200, (list_id, answers[1].status)
        leaks += [answer.url for answer in answers if _told(answer)]
    assert leaks == []


@pytest.mark.parametrize("kind", ["seizure", "informal_demand", "property_investigation_end", "disposition_suspension"])
def test_no_form_of_an_act_tells_it(guarded: Site, kind: str) -> None:
    answer = guarded.request_as("officer").get(f"/obligors/{OWN_OBLIGOR['obligor_id']}/acts/{kind}/")
    assert (answer.status, _told(answer)) == (200, [])


@pytest.mark.parametrize("query", [ADDRESS, "秘匿町", TELEPHONE, "09055507777", "998-0077", "秘匿商事"])
@pytest.mark.parametrize("reader", ["officer", "recovery", "auditor"])
def test_the_person_is_not_found_by_where_they_are(searched: Site, reader: str, query: str) -> None:
    answer = searched.request_as(reader).get("/search/", params={"q": query})
    assert answer.status in (200, 302)
    assert f"/obligors/{OWN_OBLIGOR['obligor_id']}/" not in answer.text()


def test_a_running_release_shows_it_to_its_reader_alone(guarded: Site) -> None:
    address = f"/obligors/{OWN_OBLIGOR['obligor_id']}/"
    own = guarded.request_as("manager").get(address)
    assert (ADDRESS in own.text(), "秘匿商事" in own.text()) == (True, True)
    assert "秘匿商事の給与" in guarded.request_as("manager").get(f"{address}properties/").text()
    assert _told(guarded.request_as("officer").get(address)) == []
