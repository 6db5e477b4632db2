"""How figures, days, moments and terms are written on every screen.

The one idea: a template never formats a value itself. Days are shown in the era calendar with their ISO form in the markup;
terms come from the glossary in the language of the page.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from django import template
from django.template.context import Context
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.era import format_wareki
from saiken.domain.dates.fiscal_year import long_label
from saiken.register.queries.staff_names import staff_name
from saiken.register.worklists import catalogue
from saiken.web.context import context_of
from saiken.web.law.words import profile_text
from saiken.web.logs.acts import ACTS
from saiken.web.logs.particulars import particulars

register = template.Library()

#: A page writes the same few days again and again; so many are kept as they are written.
MOST_DAYS = 4_096

_ISO_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")

_DAY_IN_TEXT = re.compile(r" ?(\d{4}-\d{2}-\d{2}) ?")

_SHORT_CLASSES = {
    LegalClass.PUBLIC_ENFORCEABLE: _("強制公"),
    LegalClass.PUBLIC_UNENFORCEABLE: _("非強公"),
    LegalClass.PRIVATE_LAW: _("私債権"),
}


def is_japanese() -> bool:
    """Whether the page is read in Japanese."""
    return (get_language() or "ja").startswith("ja")


@register.filter
def figure(value: int | str | None) -> str:
    """A whole number with separators; a rate's text as it is; nothing for nothing.

    >>> figure(-1234567), figure("14.0%"), figure(None)
    ('-1,234,567', '14.0%', '')
    """
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else value


@register.filter
def day(value: date | None) -> str | SafeString:
    """A day: era calendar in Japanese, ISO in English, always with its ISO form in the markup."""
    if value is None:
        return ""
    return _day(value, in_japanese=is_japanese())


@lru_cache(maxsize=MOST_DAYS)
def _day(value: date, *, in_japanese: bool) -> SafeString:
    shown = format_wareki(value) if in_japanese else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), shown)


@register.filter
def sentence(text: str) -> str | SafeString:
    """A sentence of a rule with its ISO days written as `day` writes them; in Japanese without the blanks around them."""
    if not is_japanese():
        return text
    parts = _DAY_IN_TEXT.split(text)
    if len(parts) == 1:
        return escape(text)
    days = [day(date.fromisoformat(found)) for found in parts[1::2]]
    return format_html_join("", "{}{}", zip(parts[::2], [*days, ""], strict=True))


@register.filter
def moment(value: datetime | None) -> str | SafeString:
    """A moment to the second in local time."""
    if value is None:
        return ""
    return _moment(localtime(value), in_japanese=is_japanese())


@lru_cache(maxsize=MOST_DAYS)
def _moment(local: datetime, *, in_japanese: bool) -> SafeString:
    shown_day = format_wareki(local.date()) if in_japanese else local.date().isoformat()
    return format_html(
        '<time datetime="{}">{} {}</time>', local.isoformat(timespec="seconds"), shown_day, f"{local:%H:%M:%S}"
    )


@register.filter
def year(value: int) -> str:
    """A fiscal year in full: 令和元年度, FY2019."""
    return long_label(value) if is_japanese() else f"FY{value}"


@register.simple_tag(takes_context=True)
def term(context: Context, identifier: str) -> str:
    """The glossary's label of an identifier in the language of the page; an empty identifier has none."""
    if not identifier:
        return ""
    glossary = context_of(context["request"]).glossary
    return glossary.japanese(identifier) if is_japanese() else glossary.english(identifier)


@register.simple_tag(takes_context=True)
def term_of(context: Context, name: str, *, value: str) -> str:
    """The label of a field's value: that of `name_value` where the same value means something else elsewhere, else the value's own."""
    qualified = f"{name}_{value}"
    return term(context, qualified if qualified in context_of(context["request"]).glossary.terms else value)


@register.simple_tag(takes_context=True)
def address(context: Context, name: str, *, value: object = None) -> str:
    """The parameters of the page's own address with one of them set; None or an empty text takes it away."""
    parameters = context["request"].GET.copy()
    parameters.pop(name, None)
    if value not in (None, ""):
        parameters[name] = str(value)
    return f"?{parameters.urlencode()}" if parameters else "?"


@register.simple_tag(takes_context=True)
def sort_state(context: Context, name: str) -> dict[str, str]:
    """Whether the page is sorted by `name` (`aria`), and the order that following the head chooses next (`next`)."""
    chosen = context["request"].GET.get("sort", "")
    if chosen == name:
        return {"aria": "ascending", "next": f"-{name}"}
    if chosen == f"-{name}":
        return {"aria": "descending", "next": ""}
    return {"aria": "", "next": name}


@register.simple_tag
def short_class(legal_class: str) -> str:
    """The short name of a legal class for lists."""
    return str(_SHORT_CLASSES[LegalClass(legal_class)])


@register.simple_tag
def profile_name(profile: str) -> str:
    """The municipality whose terms these are."""
    return profile_text(profile)


@register.simple_tag
def act_label(act: str) -> str:
    """What was done or looked at, in words; an act without words keeps its name."""
    return str(ACTS.get(act, act))


class Named(Protocol):
    """What a catalogue names in both languages."""

    @property
    def japanese(self) -> str:
        """In Japanese."""

    @property
    def english(self) -> str:
        """In English."""


@register.filter
def named(thing: Named) -> str:
    """What a catalogue calls something, in the language of the page."""
    return thing.japanese if is_japanese() else thing.english


@register.filter
def staff(username: str) -> str | SafeString:
    """Who did something, by name; the user name in the markup, for two may be called the same."""
    name = staff_name(username)
    return username if name == username else format_html('<span title="{}">{}</span>', username, name)


@register.simple_tag
def staff_aside(username: str) -> str | SafeString:
    """The name beside a user name that is shown; nothing for a user name that is its own."""
    name = staff_name(username)
    return "" if name == username else format_html('<span class="log-name">{}</span>', name)


@register.simple_tag(takes_context=True)
def log_subject(context: Context, subject: str) -> str:
    """What an audit row is about; after the name of the thing itself, identifiers become words, numbers are told apart."""
    first, *rest = subject.replace(",", "、" if is_japanese() else ", ").split(" ")
    thing = term_or_text(context, first) if "_" in first else first  # a plain word may be a user name
    return " ".join([thing, *(term_or_text(context, word) for word in rest)])


@register.simple_tag(takes_context=True)
def log_particulars(context: Context, detail: str) -> list[tuple[str, str]]:
    """The particulars of a log row as pairs of name and value; what was looked at is an act too."""
    return particulars(detail, lambda name: _word(context, name))


def _word(context: Context, text: str) -> str:
    """An act, a term or a day in words; anything else as it is written."""
    if _ISO_DAY.fullmatch(text):
        return format_wareki(date.fromisoformat(text)) if is_japanese() else text
    what, _colon, of_what = text.partition(":")
    if of_what and what in ACTS:
        return f"{act_label(what)} {_list_label(context, of_what)}"
    return act_label(text) if text in ACTS else term_or_text(context, text)


def _list_label(context: Context, name: str) -> str:
    found = catalogue().lists.get(name)
    if found is None:
        return _word(context, name)
    return found.japanese if is_japanese() else found.english


@register.simple_tag(takes_context=True)
def obligor_role(context: Context, role: str) -> str:
    """How somebody answers for a claim; the principal obligor has a term apart from the principal sum."""
    return term(context, "principal_obligor" if role == "principal" else role)


@register.simple_tag(takes_context=True)
def term_or_text(context: Context, text: str) -> str:
    """The glossary's label where the text is an identifier, else the text as somebody wrote it."""
    return term(context, text) if text in context_of(context["request"]).glossary.terms else text


@register.simple_tag(takes_context=True)
def state_mark(context: Context, state_id: str) -> str:
    """The circled number of a state."""
    return next(state.mark for state in context_of(context["request"]).states if state.id == state_id)
