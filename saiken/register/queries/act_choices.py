"""What the form of an act offers of a person's property: what was found, answers that there is nothing, who was asked last.

The one idea: read only for the acts whose form has such a field. Whoever asks has judged that the person is in scope; property of other
offices stays theirs.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from saiken.domain.acts.catalogue import ActKind, FieldKind
from saiken.register.models import Investigation, UndisposedProperty
from saiken.register.queries.answering import kept_of, numbers_of
from saiken.register.queries.hidden_places import hidden_from, place_text
from saiken.register.queries.investigation_lists import EvidenceLine, no_asset_evidence
from saiken.register.queries.scope import Scope

#: Properties and answers that a form offers, the latest first.
MOST = 60


@dataclass(frozen=True)
class FoundProperty:
    """A property that nothing has become of, or that is free again."""

    property_id: int
    kind: str
    description: str
    holder: str


@dataclass(frozen=True)
class LastAsked:
    """When institutions were last asked about a kind of property, and when one last answered; None where none has."""

    kind: str
    asked_on: date
    answered_on: date | None


@dataclass(frozen=True)
class ActChoices:
    """Empty where the act's form asks for nothing of the kind."""

    properties: tuple[FoundProperty, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    last_asked: tuple[LastAsked, ...] = ()


def act_choices(kind: ActKind, obligor_id: int, *, scope: Scope) -> ActChoices:
    """What the fields of this act choose from."""
    wanted = {field.kind for field in kind.fields}
    numbers = numbers_of(kept_of(obligor_id)) if wanted & {FieldKind.PROPERTY, FieldKind.EVIDENCE} else ()
    with_evidence = FieldKind.EVIDENCE in wanted
    return ActChoices(
        properties=_properties(numbers, scope) if FieldKind.PROPERTY in wanted else (),
        evidence=no_asset_evidence(obligor_id, by=scope.by)[:MOST] if with_evidence else (),
        last_asked=_last_asked(numbers) if with_evidence else (),
    )


def _properties(numbers: tuple[int, ...], scope: Scope) -> tuple[FoundProperty, ...]:
    rows = UndisposedProperty.objects.filter(property__obligor_id__in=numbers)
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    columns = ("property_id", "property__kind", "property__description", "property__holder")
    is_hidden = bool(hidden_from(scope.by, numbers))
    return tuple(
        FoundProperty(pk, kind, *(place_text(text, kind=kind, is_hidden=is_hidden) for text in places))
        for pk, kind, *places in rows.order_by("-property_id").values_list(*columns)[:MOST]
    )


def _last_asked(numbers: tuple[int, ...]) -> tuple[LastAsked, ...]:
    rows = Investigation.objects.filter(obligor_id__in=numbers, act__reversed_by__isnull=True).order_by().values("kind")
    latest = rows.annotate(asked=Max("asked_on"), answered=Max("answer__answered_on")).order_by("kind")
    return tuple(LastAsked(*row) for row in latest.values_list("kind", "asked", "answered"))
