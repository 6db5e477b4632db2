"""What the browser tests stand on: one small register, one real server, one real Chromium per process.

The one idea: the server is started as in an office (granian, the package's own settings) over a register of its own, so nothing is
replaced. A missing browser fails the tests, it never skips them. Every request that leaves the server's address is caught.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Browser, BrowserContext, Page, Playwright, Route, sync_playwright

from tests.web.people import PASSWORD, RECOVERY, SECOND_FACTOR

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give it little
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
ROOT = Path(__file__).resolve().parents[2]
#: Generous: several test processes and a browser each may share two cores.
START_SECONDS = 180
ACTION_MILLISECONDS = 30_000


@dataclass
class Site:
    """The running server and a browser on it; `strangers` collects every address elsewhere that a page asked for."""

    address: str
    browser: Browser
    strangers: list[str] = field(default_factory=list)
    _signed_in: dict[tuple[str, str], BrowserContext] = field(default_factory=dict)

    def context(self, **options: object) -> BrowserContext:
        """A fresh browser context in Japanese that reaches this server alone."""
        given: dict[str, object] = {
            "viewport": {"width": 1366, "height": 768},
            "locale": "ja-JP",
            "base_url": self.address,
        }
        context = self.browser.new_context(**(given | options))  # type: ignore[arg-type]
        context.set_default_timeout(ACTION_MILLISECONDS)
        context.route("**/*", self._only_here)
        return context

    def page(self, username: str = "", **options: object) -> Page:
        """A new page, signed in as somebody when named."""
        context = self.context(**options)
        page = context.new_page()
        if username:
            sign_in(page, username)
        return page

    def as_user(self, username: str = "", language: str = "ja") -> Page:
        """A new page in a context that stays signed in over the tests of this process."""
        if (username, language) not in self._signed_in:
            context = self.page(username).context
            context.add_cookies([{"name": "django_language", "value": language, "url": self.address}])
            self._signed_in[username, language] = context
        return self._signed_in[username, language].new_page()

    def request_as(self, username: str) -> APIRequestContext:
        """Plain requests in the signed-in context, without drawing a page; any page with a form brings the token."""
        if (username, "ja") not in self._signed_in:
            page = self.as_user(username)
            page.goto("/second-factor/")
            page.close()
        return self._signed_in[username, "ja"].request

    def _only_here(self, route: Route) -> None:
        if route.request.url.startswith(self.address):
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()


#: Recovery codes not used yet, per process and so per server.
_CODES = {username: iter(RECOVERY) for username in SECOND_FACTOR}


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Fill in and send the sign-in page, and give the second factor of those who have one."""
    page.goto("/sign-in/")
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("main button.button--main")
    if username in _CODES and page.url.endswith("/second-factor/"):
        page.fill("#id_code", next(_CODES[username]))
        page.click("main button.button--main")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A home folder with the small city's register as it was filled: copied, never served, the same for all test processes."""
    if worker_id == "master":
        return _fill(tmp_path_factory.mktemp("filled"))
    shared = tmp_path_factory.getbasetemp().parent
    whole = Path(shared, "web-filled")
    with Path(shared, "web-filled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            _fill(tmp_path_factory.mktemp("filling")).rename(whole)
    return whole


@pytest.fixture(scope="session")
def home(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of this process's server, which its tests change."""
    return shutil.copytree(filled, tmp_path_factory.mktemp("web") / "home")


def _fill(folder: Path) -> Path:
    filling = [sys.executable, "-m", "tests.web.fill"]
    done = subprocess.run(filling, cwd=ROOT, env=_environment(folder), stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[str]:
    """The address of a real server over that register."""
    with serving(home) as address:
        yield address


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(home: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """A real server over the register, with further settings when given; its address."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command.append(
        "tests.web.late:application" if "SAIKEN_TESTS_PAUSE" in os.environ else "saiken.config.wsgi:application"
    )
    environment = _environment(home) | dict(settings or {})
    written = home / f"server-{port}.log"
    with written.open("wb") as log:
        running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/sign-in/", running, written)
            yield address
        finally:
            running.terminate()
            running.wait(timeout=120)


@pytest.fixture(scope="session")
def playwright_itself() -> Iterator[Playwright]:
    """Playwright's driver."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def site(server: str, playwright_itself: Playwright) -> Iterator[Site]:
    """Server and browser together."""
    browser = playwright_itself.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
    yield Site(server, browser)
    browser.close()


def _environment(folder: Path) -> dict[str, str]:
    settings = {
        "SAIKEN_HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "saiken.config.settings",
        "PYTHONPATH": str(ROOT),
        # One user of the tests is signed in from many contexts at once.
        "SAIKEN_SESSIONS_PER_USER": "100",
    }
    return {name: value for name, value in os.environ.items() if name != "SAIKEN_DATABASE_URL"} | settings


def wait_for(address: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until the address answers; raises RuntimeError with the log when the process ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and running.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-3000:]}")
