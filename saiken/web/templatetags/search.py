"""How the found persons are written.

The one idea: each kind of meaning of a typed word once, and a year of birth in the era of the day. It looks nothing up.
"""

from datetime import date

from django.template import Library

from saiken.domain.dates.era import era_of, year_text
from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.search.terms import SearchKind, Term
from saiken.web.templatetags.saiken import is_japanese

register = Library()


@register.filter
def kinds(term: Term) -> list[SearchKind]:
    """What the word was taken for."""
    return list(dict.fromkeys(way.kind for way in term.ways))


@register.filter
def born(day: date | None) -> str:
    """The year of birth; nothing for a corporation and where it is not known."""
    if day is None:
        return ""
    if not is_japanese() or not can_be_meant(day):
        return str(day.year)
    era, year = era_of(day)
    return f"{era.name}{year_text(year)}年"
