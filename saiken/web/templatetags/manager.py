"""The manager's numbers as links to what stands behind them.

The one idea: a number that can be opened says so by being a link, and is plain text for whoever may not see persons. Figures of files open
the extraction that finds these files; all others open their own rows.
"""

from datetime import date, timedelta
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from saiken.domain.dates.period import day_months_before
from saiken.register.queries.work_figures import WorkLine
from saiken.register.work_measures import UNTOUCHED_MONTHS
from saiken.web.permissions import Permission, granted
from saiken.web.templatetags.saiken import figure

register = template.Library()


@register.simple_tag(takes_context=True)
def behind(
    context: Context,
    number: int,
    *,
    measure: str,
    detail: str = "",
    line: WorkLine | None = None,
    detailed: bool = False,
) -> str | SafeString:
    """The number, opening its rows: of the line's office and officer, else of the office chosen on the page."""
    if not number or Permission.PERSONS not in granted(context["request"]):
        return figure(number)
    asked = {"measure": measure, "detail": detail} | _place(context, line, detailed=detailed)
    return _link(f"{reverse('manager-behind')}?{urlencode(asked)}", number)


@register.simple_tag(takes_context=True)
def files(context: Context, number: int, *, line: WorkLine, only: str = "") -> str | SafeString:
    """The number, opening the extraction of the line's files: all, those `untouched` for long, those `overdue`."""
    if not number or Permission.WORK not in granted(context["request"]):
        return figure(number)
    asked = {"office": str(line.office_id)}
    if _by_officer(context):
        asked["officer"] = line.officer or "nobody"
    on: date = context["work"].on
    if only == "untouched":
        asked["untouched"] = (day_months_before(on, UNTOUCHED_MONTHS) + timedelta(days=1)).isoformat()
    if only == "overdue":
        asked["next_by"] = (on - timedelta(days=1)).isoformat()
    return _link(f"{reverse('work-extract')}?{urlencode(asked)}", number)


def _place(context: Context, line: WorkLine | None, *, detailed: bool) -> dict[str, str]:
    """Office and officer of the figure."""
    if line is None:
        office_id = context["asked"].office_id
        return {"office": str(office_id)} if office_id else {}
    office = {"office": str(line.office_id)}
    return office | {"officer": line.officer, "by": "officer"} if _by_officer(context) or detailed else office


def _by_officer(context: Context) -> bool:
    return context["asked"].office_id is not None


def _link(address: str, number: int) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, figure(number))
