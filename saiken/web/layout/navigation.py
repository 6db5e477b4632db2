"""The entries of the navigation that the person may follow, for every page.

The one idea: an entry is offered only when its page would open; which that is, `permissions` says. The few for every day stand in the
header, the others in a menu beside them, what a role alone has first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.register.queries.hand_overs import waiting_count as hand_overs_waiting
from saiken.register.queries.proposals import waiting_count as proposals_waiting
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


@dataclass(frozen=True)
class Offered:
    """An entry as it is offered: `waiting` counts what waits there for the person."""

    entry: Entry
    waiting: int = 0


#: Persons and their claims are the work of whoever may see them.
_PERSON = (
    "obligor",
    "obligor-facts",
    "obligor-fact",
    "obligor-party",
    "obligor-heirs",
    "obligor-joins",
    "obligor-marks",
    "act",
    "claim",
    "plan-new",
    "plan",
    "properties",
    "ask-property",
    "property-record",
    "property-change",
    "salary",
    "search",
)
_WORK = (
    "work-list",
    "work-extract",
    "bulk-run",
    "bulk-runs",
    "bulk-begin",
    "answers",
    "undisposed",
    *_PERSON,
)
_APPROVALS = ("approvals-batch", "approvals-outside", "approval", "approval-paper", "approval-redraft")
_HAND_OVERS = (
    "hand-over",
    "hand-over-new",
    "hand-over-candidates",
    "hand-over-results",
    "hand-over-joint",
    "hand-over-rules",
)
_ACCOUNTS = ("account", "account-new", "account-changes", "account-failures", "personnel-import", "personnel-apply")

#: In the header.
EVERY_DAY = (
    Entry("home", _("今日の仕事"), Permission.WORK, below=_WORK),
    Entry("approvals", _("起案・決裁"), Permission.WORK, below=_APPROVALS),
    Entry("hand-overs", _("引継ぎ"), Permission.WORK, below=_HAND_OVERS),
    Entry("city", _("市全体"), Permission.FIGURES, below=("sheet", "cell", "state-cell")),
)

#: In the menu, those of one role before those of everybody.
OTHERS = (
    Entry("accounts", _("利用者"), Permission.ACCOUNTS, below=_ACCOUNTS),
    Entry("accesses", _("監査"), Permission.LOGS, below=("operations", "unusual", "releases", "person-looks")),
    Entry("manager", _("執行管理"), Permission.MANAGE, below=("manager-behind",)),
    Entry("assignments", _("担当割"), Permission.MANAGE, below=("officer-report",)),
    Entry("campaigns", _("重点取組"), Permission.MANAGE, below=("campaign",)),
    Entry("halts", _("停止"), Permission.MANAGE),
    Entry("sent-lists", _("一覧の照会"), Permission.WORK, below=("sent-list", "sent-list-new")),
    Entry("protections", _("支援措置"), Permission.WORK, below=("protection",)),
    Entry("data-to-check", _("データ確認"), Permission.PERSONS),
    Entry("findings", _("検査の指摘"), Permission.FIGURES),
    Entry("law", _("法令"), Permission.HELP, below=("law-parameter", "law-act", "law-terms")),
    Entry("absences", _("不在"), Permission.HELP),
    Entry("catalogue", _("部品の一覧"), Permission.CATALOGUE),
    Entry("help", _("使い方"), Permission.HELP),
)


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context processor: the entries to offer, the one we are in, who is signed in."""
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return {"entries": (), "others": (), "here": "", "viewer": None}
    person = viewer(request)
    name = request.resolver_match.url_name if request.resolver_match else ""
    may = frozenset() if person.must_change_password or lacks_second_factor(request) else granted(request)
    others = [entry for entry in OTHERS if entry.needs in may]
    waiting = _waiting(request, may)
    return {
        "entries": [Offered(entry, waiting.get(entry.name, 0)) for entry in EVERY_DAY if entry.needs in may],
        "others": others,
        "here": next((entry.name for entry in (*EVERY_DAY, *OTHERS) if name == entry.name or name in entry.below), ""),
        "other_names": [entry.name for entry in others],
        "viewer": person,
        "may": may,
    }


def _waiting(request: HttpRequest, may: frozenset[Permission]) -> Mapping[str, int]:
    """What waits for the person, by entry."""
    found: dict[str, int] = {}
    if Permission.WORK in may:
        found["hand-overs"] = hand_overs_waiting(own(request))
    if Permission.APPROVE in may:
        found["approvals"] = proposals_waiting(request.user.get_username(), on=localdate())
    return found
