"""What the form of an act writes beside its claims: articles of a condition, a state before and after.

The one idea: articles are links to their sentences, a state is its mark and words. It decides nothing.
"""

from collections.abc import Sequence

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from saiken.domain.acts.effects import Side
from saiken.domain.claim.legal_class import LegalClass
from saiken.law.citation import Citation
from saiken.web.context import context_of
from saiken.web.templatetags.saiken import term

register = template.Library()


@register.simple_tag(takes_context=True)
def articles(context: Context, citations: Sequence[Citation]) -> SafeString:
    """The articles as links to the page of their act."""
    book = context_of(context["request"]).lawbook
    linked = ((reverse("law-act", kwargs={"act_id": one.act}), book.text(one)) for one in citations)
    return format_html_join("、", '<a href="{}">{}</a>', linked)


@register.simple_tag(takes_context=True)
def side_state(context: Context, side: Side, *, legal_class: LegalClass) -> str | SafeString:
    """The state by mark and words; where there is none the standing."""
    if not side.state_id:
        return term(context, side.standing.value)
    state = next(each for each in context_of(context["request"]).states if each.id == side.state_id)
    return format_html('<span title="{1}">{0} {1}</span>', state.mark, state.label_for(legal_class))
