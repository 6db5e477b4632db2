"""How acts and the fields of their forms are named in a document of decision.

The one idea: the words are the catalogue's and the glossary's; a value without a word is shown as it was filled in.
"""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context

from saiken.register.queries.proposal import ProposalPage
from saiken.web.templatetags.saiken import term_or_text

register = template.Library()


@register.simple_tag(takes_context=True)
def act_name(context: Context, act_kind: str) -> str:
    """What the act is called."""
    return term_or_text(context, act_kind)


@register.simple_tag(takes_context=True)
def order_fields(context: Context, proposal: ProposalPage) -> list[tuple[str, str]]:
    """The fields of the form by which the acts were filled in, which all acts of a proposal share, with their values."""
    form: Mapping[str, Any] = proposal.orders[0].get("form", {}) if proposal.orders else {}
    return [
        (term_or_text(context, name), _shown(context, value)) for name, value in form.items() if value not in ("", None)
    ]


def _shown(context: Context, value: Any) -> str:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return "、".join(_shown(context, one) for one in value)
    return term_or_text(context, str(value))
