"""What worklists show beside texts: the act that comes next, the place of a person in the list last shown.

The one idea: a template asks for a link and gets one only where the viewer may follow it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.timezone import localdate

from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.domain.worklists.catalogue import WorkList
from saiken.register.queries.work_lines import WorkLine
from saiken.web.obligor.acts_menu import address_of_act, catalogue
from saiken.web.permissions import Permission, granted
from saiken.web.templatetags.saiken import is_japanese, term_or_text
from saiken.web.work.through import Through, through

register = template.Library()

#: More claims than these are chosen on the form itself.
_MOST_CLAIMS = 30

#: So many fiscal years before this one are offered.
_YEARS = 15
#: Years of which there is a name.
_KNOWN_YEARS = range(1900, 3000)


@dataclass(frozen=True)
class NextAct:
    """The label of the act and where its form is; no address for whoever may not act."""

    label: str
    address: str


@register.simple_tag(takes_context=True)
def next_act(context: Context, work_list: WorkList, *, line: WorkLine) -> NextAct:
    """The act that the list offers, with the claims of the row chosen; the person's page where the act has no form of its own."""
    kind = catalogue().kinds.get(work_list.next_act)
    label = (kind.japanese if is_japanese() else kind.english) if kind else term_or_text(context, work_list.next_act)
    if Permission.ACT not in granted(context["request"]):
        return NextAct(label, "")
    chosen = line.claim_ids[:_MOST_CLAIMS]
    form = address_of_act(line.obligor_id, work_list.next_act, claim_ids=chosen) if kind and not kind.screen else ""
    if form:
        return NextAct(label, form)
    page = reverse("obligor", kwargs={"obligor_id": line.obligor_id})
    return NextAct(label, f"{page}?{urlencode([('list', work_list.id), *(('claim', pk) for pk in chosen)])}")


@register.simple_tag
def fiscal_years(chosen: int | None) -> list[int]:
    """The fiscal years to choose from, newest first; one that is chosen is among them however old."""
    this = fiscal_year_of(localdate())
    years = range(this - _YEARS, this + 1)
    return sorted({*years, chosen} if chosen in _KNOWN_YEARS else years, reverse=True)


@register.inclusion_tag("work/_through.html", takes_context=True)
def work_through(context: Context, obligor_id: int) -> dict[str, Through | None]:
    """The way on through the list from a person's page; nothing when the person was not opened from one."""
    return {"through": through(context["request"], obligor_id)}
