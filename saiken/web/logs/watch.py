"""For the auditor: who looked at one person, unusual use, releases of protected addresses; each also as a file.

The one idea: these pages count and list log rows and change nothing; a file holds the same lines as the page, up to a limit that it names.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from saiken.formats.list_table.write import Value, kept
from saiken.register.queries.logs import LogFilter, LogLine, every_access
from saiken.register.queries.protection import releases
from saiken.register.queries.unusual_use import Asked, unusual_use
from saiken.register.queries.who_looked import who_looked
from saiken.web.components.attachment import attachment
from saiken.web.components.parameters import day_of, is_partial, number_of
from saiken.web.logs.acts import ACTS

#: The most lines of a file.
_MOST_LINES = 10_000


def person_looks(request: HttpRequest, obligor_id: int) -> HttpResponse:
    """Every look at one person, newest first."""
    asked = request.GET
    by = asked.get("by", "").strip()
    looked = who_looked(obligor_id, before=number_of(asked, "before"), by=by)
    shown = {"looked": looked, "found": looked.page, "chosen": LogFilter(by=by)}
    return render(request, "logs/_list.html" if is_partial(request) else "logs/person.html", shown)


def find_person_looks(request: HttpRequest) -> HttpResponse:
    """From a typed number to the page of that person."""
    number = number_of(request.GET, "obligor")
    return redirect("accesses") if number is None else redirect("person-looks", obligor_id=number)


def person_looks_csv(request: HttpRequest, obligor_id: int) -> HttpResponse:
    """The same as a file."""
    lines: list[LogLine] = []
    before: int | None = None
    while len(lines) < _MOST_LINES:
        page = who_looked(obligor_id, before=before).page
        lines.extend(page.lines)
        before = page.next_before
        if before is None:
            break
    return _access_file(lines, name=_("閲覧の記録") + f"_{obligor_id}.csv")


def accesses_csv(request: HttpRequest) -> HttpResponse:
    """The access log as filtered, newest first."""
    asked = request.GET
    chosen = LogFilter(by=asked.get("by", "").strip(), until=day_of(asked, "until"))
    return _access_file(every_access(chosen, at_most=_MOST_LINES), name=_("閲覧の記録") + ".csv")


def unusual(request: HttpRequest) -> HttpResponse:
    """The four tables of some days."""
    asked = _asked(request)
    return render(request, "logs/unusual.html", {"asked": asked, "found": unusual_use(asked)})


def unusual_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file, one line per finding."""
    found = unusual_use(_asked(request))
    rows: list[Sequence[Value]] = [
        *((_("夜間・休日"), one.by, localtime(one.hour).isoformat(), one.looks) for one in found.odd_hours),
        *((_("1時間に多数"), one.by, localtime(one.hour).isoformat(), one.shown) for one in found.many_persons),
        *(
            (_("サインインの失敗"), one.username, localtime(one.last_at).isoformat(), one.failures)
            for one in found.failures
        ),
        *((_("利用者ごとの閲覧"), one.by, "", one.looks) for one in found.looks),
    ]
    return _file([_("種類"), _("利用者名"), _("日時"), _("件数")], rows, name=_("通常と異なる利用") + ".csv")


def release_log(request: HttpRequest) -> HttpResponse:
    """Releases of protected addresses, and refusals, newest first."""
    lines, following = releases(before=number_of(request.GET, "before"))
    return render(request, "logs/releases.html", {"lines": lines, "next_before": following})


def _asked(request: HttpRequest) -> Asked:
    """The day asked for, or yesterday and today; backwards never."""
    today = localdate()
    until_on = min(day_of(request.GET, "until") or today, today)
    from_on = min(day_of(request.GET, "from") or until_on - timedelta(days=1), until_on)
    return Asked(from_on, until_on, persons=number_of(request.GET, "persons") or Asked.persons)


def _access_file(lines: Iterable[LogLine], *, name: str) -> HttpResponse:
    head = [_("番号"), _("日時"), _("利用者名"), _("内容"), _("対象"), _("目的"), _("端末")]
    rows = (
        (
            one.number,
            localtime(one.at).isoformat(timespec="seconds"),
            one.by,
            _act(one.act),
            one.subject,
            one.detail,
            one.terminal,
        )
        for one in lines
    )
    return _file(head, rows, name=name)


def _act(act: str) -> str:
    return str(ACTS.get(act, act))


def _file(head: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str) -> HttpResponse:
    """CSV with the mark that spreadsheets need to read it as UTF-8; a cell that would be a formula is made text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([kept(cell) for cell in row] for row in rows)
    return attachment(text.getvalue().encode("utf-8-sig"), name=name, media_type="text/csv; charset=utf-8")
