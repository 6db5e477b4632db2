"""The fields of an act's form as the template lays them out.

The one idea: the catalogue says what is asked; here each field gets what was typed, its problem and its choices in the reader's language.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from saiken.domain.acts.catalogue import ActKind, Field, FieldKind
from saiken.domain.dates.era import format_wareki
from saiken.register.queries.act_choices import ActChoices
from saiken.register.queries.act_form import ActForm
from saiken.web.act.offered import FILLED_BY_PROPERTY
from saiken.web.templatetags.saiken import is_japanese


@dataclass(frozen=True)
class ShownField:
    """One field: `control` names how it is drawn, `choices` are (value, words, chosen)."""

    id: str
    control: str
    label: str
    about: str
    required: bool
    value: str
    choices: tuple[tuple[str, str, bool], ...]
    problem: str

    @property
    def described_by(self) -> str:
        """The ids of what explains it."""
        parts = (f"{self.id}_help" if self.about else "", f"{self.id}_error" if self.problem else "")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Offered:
    """What the fields choose from: the form's claims and people, the person's property, how a term is called, in which language."""

    found: ActForm
    choices: ActChoices
    words: Callable[[str], str]
    is_japanese: bool


def typed_at_first(kind: ActKind, *, on: date) -> dict[str, list[str]]:
    """What a fresh form begins with."""
    return {one.id: [_default(one, on)] for one in kind.form_fields if _default(one, on)}


def shown_fields(
    offered: Offered, typed: Mapping[str, Sequence[str]], *, problems: Mapping[str, str]
) -> tuple[ShownField, ...]:
    """Every field of the form in its order."""
    filled = FILLED_BY_PROPERTY if offered.choices.properties else ()
    return tuple(
        ShownField(
            id=one.id,
            control=_control(one),
            label=one.japanese if offered.is_japanese else one.english,
            about=one.about if offered.is_japanese else one.about_english,
            required=one.required and one.id not in filled,
            value=next(iter(typed.get(one.id, ())), ""),
            choices=_choices(one, offered, chosen=set(typed.get(one.id, ()))),
            problem=problems.get(one.id, ""),
        )
        for one in offered.found.kind.form_fields
        if _is_offered(one, offered)
    )


def _is_offered(one: Field, offered: Offered) -> bool:
    """A field that chooses from nothing is left out."""
    if one.kind is FieldKind.PROPERTY:
        return bool(offered.choices.properties)
    return one.kind is not FieldKind.EVIDENCE or bool(offered.choices.evidence)


def _default(one: Field, on: date) -> str:
    return (on + timedelta(days=one.default_days)).isoformat() if one.default_days is not None else one.default


def _control(one: Field) -> str:
    match one.kind:
        case FieldKind.DAY:
            return "day"
        case FieldKind.YEN | FieldKind.COUNT:
            return "number"
        case FieldKind.CHOICE | FieldKind.RUNNING | FieldKind.PROPERTY:
            return "select"
        case FieldKind.PARTIES | FieldKind.EVIDENCE:
            return "boxes"
        case _:
            return one.kind.value


def _choices(one: Field, offered: Offered, *, chosen: set[str]) -> tuple[tuple[str, str, bool], ...]:
    if one.kind is FieldKind.RUNNING:
        keys = offered.found.plan.running
        only = len(keys) == 1 and not chosen
        return tuple((key, _running(key, len(ids)), only or key in chosen) for key, ids in keys.items())
    return tuple((value, words, value in chosen) for value, words in _named(one, offered))


def _running(key: str, claims: int) -> str:
    """What runs, by its day, its document and how many claims it concerns."""
    day, _blank, document = key.partition(" ")
    shown = format_wareki(date.fromisoformat(day)) if is_japanese() else day
    return _("%(what)s（債権%(claims)s件）") % {"what": f"{shown} {document}".strip(), "claims": claims}


def _named(one: Field, offered: Offered) -> Iterator[tuple[str, str]]:
    """The values of a field that chooses, with their words."""
    match one.kind:
        case FieldKind.PARTIES:
            yield from _people(one, offered.found)
        case FieldKind.PROPERTY:
            for known in offered.choices.properties:
                parts = (offered.words(known.kind), known.description, known.holder)
                yield str(known.property_id), " ".join(part for part in parts if part)
        case FieldKind.EVIDENCE:
            for line in offered.choices.evidence:
                day = format_wareki(line.answered_on) if offered.is_japanese else line.answered_on.isoformat()
                told = f"{day} {line.institution} {offered.words(line.kind)} {offered.words(line.result)}"
                yield str(line.investigation_id), told
        case _:
            yield from ((each.id, each.japanese if offered.is_japanese else each.english) for each in one.choices)


def _people(one: Field, found: ActForm) -> Iterator[tuple[str, str]]:
    """The person of the form and those beside them, each once; where a role is asked for, those who answer in it."""
    beside = [party for party in found.parties if one.role is None or party.role == one.role.value]
    people = {party.obligor_id: party.name for party in beside}
    if one.role is None or one.role.value in found.own_roles:
        people = {found.obligor_id: found.name} | people
    yield from ((str(number), name) for number, name in people.items())
