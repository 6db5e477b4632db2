"""The entries of the navigation that the person may follow, for every page.

The one idea: an entry is offered only when its page would open; which that is, `permissions` says.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from saiken.register.queries.hand_overs import waiting_count
from saiken.web.permissions import Permission, granted, lacks_second_factor, viewer
from saiken.web.scope import own


@dataclass(frozen=True)
class Entry:
    """A page of the navigation: route name, label, the permission it needs, and route names that lie below it."""

    name: str
    label: str | Promise
    needs: Permission
    below: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where the entry leads."""
        return reverse(self.name)


_PERSON = ("obligor", "obligor-facts", "obligor-fact", "obligor-party", "obligor-joins", "obligor-marks")
_APPROVALS = ("approvals-batch", "approvals-outside", "approval", "approval-paper", "approval-redraft")

ENTRIES = (
    Entry("home", _("今日の仕事"), Permission.WORK, below=("work-list", "work-extract", "bulk-run", "bulk-runs", "bulk-begin")),
    Entry("approvals", _("起案・決裁"), Permission.WORK, below=_APPROVALS),
    Entry("city", _("市全体"), Permission.FIGURES, below=("sheet", "cell", "state-cell", "claim", *_PERSON)),
    Entry(
        "hand-overs",
        _("引継ぎ"),
        Permission.WORK,
        below=(
            "hand-over",
            "hand-over-new",
            "hand-over-candidates",
            "hand-over-results",
            "hand-over-rules",
            "halts",
            "campaigns",
            "campaign",
        ),
    ),
    Entry("sent-lists", _("一覧の照会"), Permission.WORK, below=("sent-list", "sent-list-new")),
    Entry("assignments", _("担当割"), Permission.MANAGE, below=("officer-report",)),
    Entry("findings", _("検査の指摘"), Permission.FIGURES),
    Entry("data-to-check", _("データ確認"), Permission.PERSONS),
    Entry("law", _("法令"), Permission.HELP, below=("law-parameter", "law-act", "law-terms")),
    Entry("protections", _("支援措置"), Permission.WORK, below=("protection",)),
    Entry("absences", _("不在"), Permission.HELP),
    Entry("accesses", _("監査"), Permission.LOGS, below=("operations", "unusual", "releases", "person-looks")),
    Entry(
        "accounts",
        _("利用者"),
        Permission.ACCOUNTS,
        below=("account", "account-new", "account-changes", "account-failures", "personnel-import", "personnel-apply"),
    ),
    Entry("catalogue", _("部品の一覧"), Permission.CATALOGUE),
    Entry("help", _("使い方"), Permission.HELP),
)


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context processor: the entries to offer, the one we are in, who is signed in."""
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return {"entries": (), "here": "", "viewer": None}
    person = viewer(request)
    name = request.resolver_match.url_name if request.resolver_match else ""
    may = frozenset() if person.must_change_password or lacks_second_factor(request) else granted(request)
    here = next((entry.name for entry in ENTRIES if name == entry.name or name in entry.below), "")
    return {
        "entries": [entry for entry in ENTRIES if entry.needs in may],
        "here": here,
        "viewer": person,
        "may": may,
        "hand_overs_waiting": waiting_count(own(request)) if Permission.WORK in may else 0,
    }
