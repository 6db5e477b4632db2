"""How hand-overs and halts are named on the screens.

The one idea: conditions and act kinds are data with names in both languages; a template asks for the one of its page.
"""

from datetime import date
from uuid import uuid4

from django import template
from django.utils.safestring import SafeString

from saiken.domain.claim.hand_over import load_conditions
from saiken.web.templatetags.saiken import day, is_japanese

register = template.Library()


@register.filter
def condition(condition_id: str) -> str:
    """The name of a condition of hand-over; one that the catalogue has lost keeps its id."""
    for found in load_conditions():
        if found.id == condition_id:
            return found.japanese if is_japanese() else found.english
    return condition_id


@register.filter
def iso_day(text: str) -> str | SafeString:
    """A day that a document keeps as ISO text, written as `day` writes it."""
    return day(date.fromisoformat(text)) if text else ""


@register.simple_tag
def one_time_key() -> str:
    """A key for a form that is written out in its template: the same form sent twice has one effect."""
    return str(uuid4())
