"""How acts and the fields of their forms are named in a document of decision.

The one idea: the words are the catalogue's and the glossary's; a value without a word is shown as it was filled in.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.template.context import Context
from django.utils.translation import gettext_lazy as _

from saiken.domain.acts.catalogue import Field, FieldKind
from saiken.domain.dates.era import format_wareki
from saiken.register.act_kinds import acts_in_force
from saiken.register.plan_forms import plan_in
from saiken.register.queries.investigation_lists import no_asset_evidence
from saiken.register.queries.parties_named import PARTIES
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
    named = [
        (_label(context, name, field=fields.get(name)), _people(proposal))
        if name == PARTIES
        else _named(context, name, value=value, field=fields.get(name))
        for name, value in form.items()
        if _is_plain(value, fields.get(name))
    ]
    obligor_id = proposal.orders[0]["obligor_id"] if proposal.orders else 0
    return named + [
        (field.japanese if is_japanese() else field.english, _evidence(context, form[name], obligor_id=obligor_id))
        for name, field in fields.items()
        if field.kind is FieldKind.EVIDENCE and form.get(name)
    ]


def _people(proposal: ProposalPage) -> str:
    """The persons whom the acts name, by name."""
    numbers = dict.fromkeys(number for order in proposal.orders for number in order["form"].get(PARTIES) or ())
    return "、".join(proposal.people.get(number, str(number)) for number in numbers)


def _label(context: Context, name: str, *, field: Field | None) -> str:
    if field is None:
        return term_or_text(context, name)
    return field.japanese if is_japanese() else field.english


def _is_plain(value: Any, field: Field | None) -> bool:
    """Whether a field is shown as it was filled in: not what is empty, and not numbers of rows that tell a reader nothing."""
    told = field is None or field.kind not in (FieldKind.EVIDENCE, FieldKind.PROPERTY)
    return told and value not in ("", None)


def _evidence(context: Context, ids: Sequence[int], *, obligor_id: int) -> str:
    """The answers that a suspension relies on, each by its day, institution and result."""
    told = [line for line in no_asset_evidence(obligor_id, by=_reader(context)) if line.investigation_id in set(ids)]
    return "、".join(
        f"{_day(line.answered_on)} {line.institution} {term_or_text(context, line.result)}" for line in told
    )


def _reader(context: Context) -> str:
    """Who reads the page."""
    request = context.get("request")
    return str(request.user.get_username()) if request is not None else ""


def _day(on: date) -> str:
    """A day within a text."""
    return format_wareki(on) if is_japanese() else on.isoformat()


def _instalments(text: str) -> str:
    """A plan of instalments in one line."""
    plan = plan_in(text)
    told = {"count": len(plan.instalments), "yen": f"{plan.monthly_yen:,}", "total": f"{plan.total_yen:,}"}
    told |= {"on": _day(plan.last_on)}
    return str(_("%(count)s回、毎月 %(yen)s円、最後 %(on)s、計 %(total)s円")) % told


def _named(context: Context, name: str, *, value: Any, field: Field | None) -> tuple[str, str]:
    label = _label(context, name, field=field)
    if field is None:
        return label, _shown(context, value)
    chosen = next((choice for choice in field.choices if choice.id == value), None)
    if chosen is not None:
        return label, chosen.japanese if is_japanese() else chosen.english
    if field.kind is FieldKind.PLAN:
        return label, _instalments(str(value))
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
