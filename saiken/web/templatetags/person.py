"""How the dense panes of a person's page write days, years, states, marks and acts.

The one idea: what is long elsewhere is short here, with the full form in the markup for whoever hovers, listens or copies. It formats and
decides nothing.
"""

from datetime import date
from functools import lru_cache

from django import template
from django.template.context import Context
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.dates.era import era_of, year_text
from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.person.mark import mark_kind
from saiken.register.queries.person_owed import OwedClaim
from saiken.web.context import context_of
from saiken.web.obligor.acts_menu import address_of_act, catalogue, kind_of_event
from saiken.web.templatetags.saiken import MOST_DAYS, day, is_japanese, term, term_or_text

register = template.Library()

#: So many days before prescription a line warns, as on the claim's page.
_NEAR_DAYS = 183

_CATEGORIES: dict[str, str | Promise] = {
    "contacts": _("連絡"),
    "documents": _("文書"),
    "money": _("入出金"),
    "measures": _("処分・手続"),
    "persons": _("人の事項"),
}


@register.filter
def short_day(value: date | None) -> str | SafeString:
    """A day in few letters: 令8.11.22 in Japanese, ISO in English; its ISO form in the markup."""
    if value is None:
        return ""
    return _short_day(value) if is_japanese() else day(value)


@lru_cache(maxsize=MOST_DAYS)
def _short_day(value: date) -> SafeString:
    shown = value.isoformat()
    if can_be_meant(value):
        era, year = era_of(value)
        shown = f"{era.short}{year_text(year)}.{value.month}.{value.day}"
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), value.isoformat(), shown)


@register.simple_tag
def short_year(fiscal_year: int) -> str:
    """A fiscal year in few letters: 令元, FY2019."""
    return short_label(fiscal_year) if is_japanese() else f"FY{fiscal_year}"


@register.simple_tag
def days_left(ends_on: date | None) -> str | SafeString:
    """Days until a claim is prescribed or extinct; a warning when they are few or over."""
    if ends_on is None:
        return "－"
    days = (ends_on - localdate()).days
    shown = str(_("経過")) if days <= 0 else str(_("%(days)s日")) % {"days": f"{days:,}"}
    sign = "chip chip--warning" if days <= _NEAR_DAYS else ""
    return format_html('<span class="{}" title="{}">{}</span>', sign, ends_on.isoformat(), shown)


@register.simple_tag(takes_context=True)
def state_chip(context: Context, claim: OwedClaim) -> str | SafeString:
    """The state of a claim by its mark, with its words for whoever hovers or listens; else its standing."""
    if not claim.state_id:
        sign = "chip chip--warning" if claim.standing == "data_to_check" else "chip"
        return format_html('<span class="{}">{}</span>', sign, term(context, claim.standing)) if claim.standing else ""
    state = next(each for each in context_of(context["request"]).states if each.id == claim.state_id)
    words = state.label_for(claim.legal_class)
    return format_html('<span class="state" lang="ja" title="{0} {1}">{0} {1}</span>', state.mark, words)


@register.simple_tag(takes_context=True)
def picked_claims(context: Context) -> list[str]:
    """The claims that were ticked on the page that led here, by the form that was sent or the address."""
    request = context["request"]
    claims: list[str] = request.POST.getlist("claim") or request.GET.getlist("claim")
    return claims


@register.simple_tag
def mark_label(kind_id: str) -> str:
    """The word of a mark in the language of the page."""
    kind = mark_kind(kind_id)
    return kind.japanese if is_japanese() else kind.english


@register.simple_tag
def mark_tone(kind_id: str) -> str:
    """How a mark looks."""
    return mark_kind(kind_id).tone


@register.simple_tag
def history_category(category: str) -> str:
    """What the history may be narrowed to, in words."""
    return str(_CATEGORIES[category])


@register.simple_tag(takes_context=True)
def act_kind(context: Context, kind: str) -> str:
    """What was done, in words: an act of the catalogue, an event or an entry."""
    act = catalogue().kinds.get(kind)
    if act is None:
        return term_or_text(context, kind)
    return act.japanese if is_japanese() else act.english


@register.simple_tag
def remedy_address(obligor_id: int, event: str, *, claim_id: int) -> str:
    """The form of the act that begins such an event on the claim; empty where there is none."""
    kind = kind_of_event(event)
    return address_of_act(obligor_id, kind, claim_ids=[claim_id]) if kind else ""
