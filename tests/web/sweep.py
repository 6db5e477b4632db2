"""Asks every page for what makes no sense and prints what fails: `python -m tests.web.sweep PART PARTS`, run by a test.

The one idea: which parameters a page reads is learned from the page itself, so a new one is swept without being written down; each is then
given every value of HOSTILE, the others staying as they were. Nothing is drawn and nothing is posted.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - models and addresses can be imported only after the set-up
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.handlers.wsgi import WSGIRequest  # noqa: E402
from django.http import HttpRequest, QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import URLPattern, resolve, reverse  # noqa: E402

from saiken.register.models import User  # noqa: E402
from saiken.web.second_factor.passed import mark_passed  # noqa: E402
from saiken.web.urls import urlpatterns  # noqa: E402
from tests.web.people import SCREENS  # noqa: E402
from tests.web.samples import SAMPLES, Sample  # noqa: E402

#: Who is asked to open a page, the first to whom it opens.
READERS = ("recovery", "manager", "officer", "auditor", "planner", "administrator")

#: Percent-encoded values that no page expects.
HOSTILE = (
    "%C2%B2",
    "-1",
    "9" * 18,
    "9" * 5000,
    quote("あ" * 10_000),
    "%25_%27%22%3C%ED%A0%80",
    "9999-12-31",
    "0001-01-01",
    "0000-13%2Fdemanded",
    "%5B" * 5000,
    "%5B%220001-01-01%22%2C%229999-12-31%22%2C99999999999999999999%5D",
    "%5B99999999999999999999%2C-99999999999999999999%5D",
    "99999999999999999999-99999999999999999999",
    "%252024-01-01_99999999999999999999",
    "1~9999-12-31~99999999999999999999",
    "0001-01-01~0001-01-01T00:00:00%2B14:00~1~99999999999999999999",
)
_NUMBERS = ("0", "9" * 18, "9223372036854775808", "9" * 30, "9" * 5000)
_WORDS = ("%00", "%ED%A0%80", "%C2%B2", "..%2F..", quote("あ" * 3000))

#: Values under which a page reads further parameters.
_OPENING = {"list": "untouched", "measure": "ageing", "by": "officer", "role": "1", "other": "5"}

#: Files that read what the page beside them reads, and take long to make: asked with everything at once alone.
FILES = frozenset({"city-workbook", "city-csv", "officer-report-file", "plan-sheet", "hand-over-file", "manager-plot"})

#: Read by no view: the language, and the sign-in of another provider.
_LEFT_OUT = frozenset({"language", "openid-begin", "openid-return"})

_read: set[str] = set()


class _Recorded(QueryDict):
    """Remembers the names that are asked for."""

    def __getitem__(self, key: str) -> Any:
        _read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        _read.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> list[Any]:
        _read.add(key)
        return super().getlist(key, default)


def _recorded(request: WSGIRequest) -> QueryDict:
    return _Recorded(request.META["QUERY_STRING"].encode("iso-8859-1"), encoding="utf-8")


@dataclass
class Sweep:
    """Clients by reader, and what went wrong so far."""

    clients: Mapping[str, Client]
    failed: list[str] = field(default_factory=list)
    asked: int = 0

    def ask(self, client: Client, address: str) -> int:
        """The status; a failure, and a page that a cache may keep, are written down."""
        response = client.get(address)
        self.asked += 1
        if response.status_code >= 500:
            problem = response.exc_info[1] if response.exc_info else "?"  # type: ignore[attr-defined]  # set by the client
            self.failed.append(f"{address[:160]} {type(problem).__name__}: {str(problem)[:120]}")
        elif "no-store" not in response.headers.get("Cache-Control", ""):
            self.failed.append(f"{address[:160]} may be kept by a cache")
        return response.status_code


def signed_in(username: str) -> Client:
    """A client with a session of that person, the second factor given."""
    user, request = User.objects.get(username=username), HttpRequest()
    request.session = SessionStore()
    request.session[SESSION_KEY] = str(user.pk)
    request.session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    mark_passed(request)
    request.session.save()
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def addresses() -> dict[str, str]:
    """By route an address that opens: the screen with the longest one, else the sample of the matrix."""
    found = {
        str(pattern.name): reverse(str(pattern.name), kwargs=SAMPLES.get(str(pattern.name), Sample({})).own)
        for pattern in urlpatterns
        if pattern.name not in _LEFT_OUT
    }
    for address, _who in SCREENS.values():
        try:
            name = str(resolve(urlsplit(address).path).url_name)
        except django.urls.Resolver404:
            continue
        if name in found and len(urlsplit(address).query) > len(urlsplit(found[name]).query):
            found[name] = address
    return found


def opened(sweep: Sweep, address: str) -> Client | None:
    """The first reader to whom the address opens; None where it is only posted to."""
    for client in sweep.clients.values():
        status = sweep.ask(client, address)
        if status == 405:
            return None
        if status not in (403, 404):
            return client
    return None


def learned(sweep: Sweep, client: Client, address: str) -> dict[str, str]:
    """The parameters that the page reads, with a value under which it goes on reading."""
    place = urlsplit(address)
    query = dict(parse_qsl(place.query))
    for _round in range(4):
        _read.clear()
        sweep.ask(client, f"{place.path}?{urlencode(query)}")
        new = _read - set(query)
        if not new:
            break
        query |= {name: _OPENING.get(name, "") for name in new}
    return query


def mutated(address: str, query: Mapping[str, str], *, is_file: bool) -> Iterator[str]:
    """The address with one parameter after the other made senseless, and with all of them."""
    path = urlsplit(address).path
    for value in HOSTILE:
        for name in () if is_file else query:
            others = {other: text for other, text in query.items() if other != name and text}
            yield f"{path}?{urlencode(others)}&{quote(name)}={value}"
        yield f"{path}?{'&'.join(f'{quote(name)}={value}' for name in query)}"


def strange_paths(pattern: URLPattern) -> Iterator[str]:
    """The route with one argument after the other made senseless."""
    own = SAMPLES[str(pattern.name)].own
    for name, converter in pattern.pattern.converters.items():
        for value in _NUMBERS if type(converter).__name__ == "IntConverter" else _WORDS:
            whole = "/" + str(pattern.pattern)
            for other, other_converter in pattern.pattern.converters.items():
                kind = type(other_converter).__name__.removesuffix("Converter").lower().replace("string", "str")
                whole = whole.replace(f"<{kind}:{other}>", value if other == name else quote(str(own[other])))
            yield whole


def swept(part: int, parts: int) -> Sweep:
    """Every route of one part with everything."""
    WSGIRequest.GET = property(_recorded)  # type: ignore[assignment,misc]  # only in this process
    sweep, known = Sweep({username: signed_in(username) for username in READERS}), addresses()
    for pattern in urlpatterns[part::parts]:
        name = str(pattern.name)
        client = opened(sweep, known[name]) if name in known else None
        if client is None:
            continue
        for strange in mutated(known[name], learned(sweep, client, known[name]), is_file=name in FILES):
            sweep.ask(client, strange)
        for strange in strange_paths(pattern) if pattern.pattern.converters else ():
            sweep.ask(client, strange)
    return sweep


if __name__ == "__main__":
    done = swept(int(sys.argv[1]), int(sys.argv[2]))
    json.dump({"addresses": done.asked, "failed": done.failed}, sys.stdout, ensure_ascii=False)
