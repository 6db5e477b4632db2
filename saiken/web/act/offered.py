"""What a form of an act takes from the person's property and from the plan generator before anybody types.

The one idea: a property that is chosen fills what was left empty about it; answers that there is nothing stand ticked in a fresh form; a
plan comes whole from the generator. What the fields then mean is the catalogue's and the register's matter.
"""

from collections.abc import Mapping, Sequence

from saiken.domain.acts.catalogue import ActKind, Field, FieldKind
from saiken.domain.claim.asset import PropertyKind
from saiken.domain.errors import InvalidInput
from saiken.register.actions.agree_plan import NewPlan
from saiken.register.plan_forms import PLAN, plan_in
from saiken.register.queries.act_choices import ActChoices, FoundProperty

#: The fields that a chosen property fills.
FILLED_BY_PROPERTY = ("property_kind", "property", "holder")

Typed = Mapping[str, Sequence[str]]


def with_property(kind: ActKind, typed: Typed, *, choices: ActChoices) -> Typed:
    """What was typed, with the empty fields about the chosen property filled from it."""
    chosen = _chosen(kind, typed, choices=choices)
    if chosen is None:
        return typed
    values = {"property_kind": _kind(kind, chosen), "property": chosen.description, "holder": chosen.holder}
    return {**typed, **{name: [value] for name, value in values.items() if not any(typed.get(name, ()))}}


def with_evidence(kind: ActKind, typed: Typed, *, choices: ActChoices) -> Typed:
    """A fresh form with every answer ticked that says there is nothing."""
    ids = [str(line.investigation_id) for line in choices.evidence]
    return {**{field.id: ids for field in kind.fields if field.kind is FieldKind.EVIDENCE}, **typed}


def plan_offered(typed: Typed) -> NewPlan | None:
    """The plan that the form holds; None where it holds none or nothing that can be read."""
    text = next(iter(typed.get(PLAN, ())), "")
    try:
        return plan_in(text) if text else None
    except InvalidInput:
        return None


def _chosen(kind: ActKind, typed: Typed, *, choices: ActChoices) -> FoundProperty | None:
    named = {word for field in kind.fields if field.kind is FieldKind.PROPERTY for word in typed.get(field.id, ())}
    return next((found for found in choices.properties if str(found.property_id) in named), None)


def _kind(kind: ActKind, chosen: FoundProperty) -> str:
    """The kind of the property as the form names it; one that the form does not name is another property."""
    asked: tuple[Field, ...] = tuple(field for field in kind.fields if field.id == "property_kind")
    known = {choice.id for field in asked for choice in field.choices}
    return chosen.kind if chosen.kind in known else PropertyKind.OTHER.value
