"""Twenty people at work: each signed in for real, each asking once in three seconds, every answer read to its end and timed.

The one idea: a worker asks, waits out the three seconds and asks again, however long the answer took; the screens are drawn by their
weight. What is asked is data in `bench.screens`.
"""

import http.client
import re
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from django_otp.oath import TOTP

from bench.scale.people import NEED_SECOND_FACTOR, PASSWORD, SECOND_FACTOR_KEY, Worker

#: Seconds between two questions of one worker.
PACE = 3.0

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_SUBMISSION = re.compile(r'name="submission" value="([^"]+)"')
_NEXT = re.compile(r'rel="next" href="([^"]+)"|href="([^"]+)" rel="next"')
_PLACE = re.compile(r"\{(\w+)\}")

Samples = Mapping[str, Sequence[object]]


@dataclass(frozen=True)
class Screen:
    """A screen: its name, an address with places to fill in, who asks for it and how often.

    `follow` times its next page instead; `send` times sending the form of the page to that address below it, filled in with `typed`.
    `leads` is for an address that answers with the address of a page.
    """

    name: str
    address: str
    roles: frozenset[str]
    weight: int = 2
    follow: bool = False
    partial: bool = False
    send: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    leads: bool = False


@dataclass
class Timings:
    """Seconds and bytes of each screen's answers, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    size: dict[str, int] = field(default_factory=dict)
    bare: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Browser:
    """One signed-in person's connection: keeps cookies, reads whole answers."""

    def __init__(self, port: int, worker: Worker) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookies: dict[str, str] = {}
        self.worker = worker
        status, text, _ = self.ask("/sign-in/")
        token = _TOKEN.search(text)
        form = {"username": worker.username, "password": PASSWORD, "csrfmiddlewaretoken": token[1] if token else ""}
        status, text, _ = self.ask("/sign-in/", form=form)
        if status == 302 and worker.role in NEED_SECOND_FACTOR:
            status, text = self._second_factor()
        if status != 302:
            raise SystemExit(f"{worker.username} could not sign in: {status} {text[:500]}")

    def _second_factor(self) -> tuple[int, str]:
        _, text, _ = self.ask("/second-factor/")
        totp = TOTP(bytes.fromhex(SECOND_FACTOR_KEY))
        totp.time = time.time()
        token = _TOKEN.search(text)
        form = {"code": f"{totp.token():06d}", "csrfmiddlewaretoken": token[1] if token else ""}
        status, text, _ = self.ask("/second-factor/", form=form)
        return status, text

    def ask(
        self, address: str, *, form: Mapping[str, str] | None = None, partial: bool = False
    ) -> tuple[int, str, float]:
        """Status, text and seconds of one answer."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        headers |= {"HX-Request": "true"} if partial else {}
        body = None
        if form is not None:
            body = urlencode(form)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": "http://127.0.0.1/"}
        begun = time.perf_counter()
        try:
            answer = self._answer(address, body, headers=headers)
        except (
            http.client.RemoteDisconnected,
            ConnectionError,
        ):  # the server closes a connection that rests, as browsers know
            self._connection.close()
            begun = time.perf_counter()
            answer = self._answer(address, body, headers=headers)
        content = answer.read()
        seconds = time.perf_counter() - begun
        for header in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = header.split(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, content.decode("utf-8", "replace"), seconds

    def _answer(self, address: str, body: str | None, *, headers: Mapping[str, str]) -> http.client.HTTPResponse:
        self._connection.request("GET" if body is None else "POST", address, body=body, headers=dict(headers))
        return self._connection.getresponse()


def filled(address: str, samples: Samples, *, rng: Random) -> str:
    """The address with something drawn in each of its places."""
    return _PLACE.sub(lambda place: quote(str(rng.choice(samples[place[1]])), safe="/"), address)


def work(browser: Browser, screens: Sequence[Screen], *, samples: Samples, until: float, timings: Timings) -> None:
    """Ask until the time is over; every sixth question is the bare page, of the size of a screen asked before."""
    rng = Random(browser.worker.username)
    mine = [screen for screen in screens if browser.worker.role in screen.roles]
    weights = [screen.weight for screen in mine]
    time.sleep(rng.random() * PACE)
    while (begun := time.monotonic()) < until:
        if rng.random() < 1 / 6 and timings.size:
            ask_bare(browser, rng, timings=timings)
        else:
            (screen,) = rng.choices(mine, weights)
            ask_screen(browser, screen, address=filled(screen.address, samples, rng=rng), timings=timings)
        time.sleep(max(0.0, begun + PACE - time.monotonic()))


def ask_bare(browser: Browser, rng: Random, *, timings: Timings) -> None:
    """The bare page, of the size that some screen had."""
    size = rng.choice(list(timings.size.values()))
    _, _, seconds = browser.ask(f"/bench/bare/{size}/")
    with timings.lock:
        timings.bare.append(seconds)


def ask_screen(browser: Browser, screen: Screen, *, address: str, timings: Timings) -> None:
    """One screen, or the page after it."""
    status, text, seconds = browser.ask(address, partial=screen.partial)
    if screen.follow and status == 200:
        found = _NEXT.search(text)
        if found is None:
            return
        link = (found[1] or found[2]).replace("&amp;", "&")
        address = link if link.startswith("/") else address.split("?")[0] + link
        status, text, seconds = browser.ask(address)
    if screen.send and status == 200:
        token, submission = _TOKEN.search(text), _SUBMISSION.search(text)
        if token is None or submission is None:
            return  # who may not act here has no form
        form = {**screen.typed, "csrfmiddlewaretoken": token[1], "submission": submission[1]}
        status, text, seconds = browser.ask(address + screen.send, form=form)
    wanted = {302} if screen.send else {200, 302} if screen.leads else {200}  # saved, a form leads back to its page
    with timings.lock:
        if status not in wanted:
            timings.wrong.append(f"{status} {screen.name} {address} ({browser.worker.role})")
            return
        timings.seconds[screen.name].append(seconds)
        timings.size[screen.name] = len(text.encode())
