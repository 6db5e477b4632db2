"""How acts and the fields of their forms are named in a document of decision.

The one idea: the words are the catalogue's and the glossary's; a value without a word is shown as it was filled in.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.template.context import Context
from django.utils.translation import gettext_lazy as _

from saiken.domain.acts.catalogue import Field, FieldKind
from saiken.register.act_kinds import acts_in_force
from saiken.register.queries.proposal import ProposalPage
from saiken.web.templatetags.saiken import day, is_japanese, term_or_text

register = template.Library()


@register.simple_tag(takes_context=True)
def act_name(context: Context, act_kind: str) -> str:
    """What the act is called in the catalogue; an act that has left it by its term."""
    kind = acts_in_force().kinds.get(act_kind)
    if kind is None:
        return term_or_text(context, act_kind)
    return kind.japanese if is_japanese() else kind.english


@register.simple_tag(takes_context=True)
def order_fields(context: Context, proposal: ProposalPage) -> list[tuple[str, str]]:
    """The fields of the form by which the acts were filled in, which all acts of a proposal share, with their values."""
    form: Mapping[str, Any] = proposal.orders[0].get("form", {}) if proposal.orders else {}
    kind = acts_in_force().kinds.get(proposal.act_kind)
    fields = {field.id: field for field in kind.form_fields} if kind else {}
    return [
        _named(context, name, value, field=fields.get(name)) for name, value in form.items() if value not in ("", None)
    ]


def _named(context: Context, name: str, value: Any, *, field: Field | None) -> tuple[str, str]:
    if field is None:
        return term_or_text(context, name), _shown(context, value)
    label = field.japanese if is_japanese() else field.english
    chosen = next((choice for choice in field.choices if choice.id == value), None)
    if chosen is not None:
        return label, chosen.japanese if is_japanese() else chosen.english
    if field.kind is FieldKind.DAY:
        return label, str(day(date.fromisoformat(str(value))))
    return label, _shown(context, value)


def _shown(context: Context, value: Any) -> str:
    if isinstance(value, bool):
        return str(_("はい")) if value else str(_("いいえ"))
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return "、".join(_shown(context, one) for one in value)
    return term_or_text(context, str(value))
