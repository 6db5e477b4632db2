"""The fields of an act's form as the template lays them out.

The one idea: the catalogue says what is asked; here each field gets what was typed, its problem and its choices in the reader's language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.acts.catalogue import ActKind, Field, FieldKind
from saiken.register.queries.act_form import ActForm


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


def typed_at_first(kind: ActKind, *, on: date) -> dict[str, list[str]]:
    """What a fresh form begins with."""
    return {one.id: [_default(one, on)] for one in kind.form_fields if _default(one, on)}


def shown_fields(
    found: ActForm, typed: Mapping[str, Sequence[str]], *, problems: Mapping[str, str], is_japanese: bool
) -> tuple[ShownField, ...]:
    """Every field of the form in its order."""
    return tuple(
        ShownField(
            id=one.id,
            control=_control(one),
            label=one.japanese if is_japanese else one.english,
            about=one.about if is_japanese else one.about_english,
            required=one.required,
            value=next(iter(typed.get(one.id, ())), ""),
            choices=_choices(one, found, chosen=set(typed.get(one.id, ())), is_japanese=is_japanese),
            problem=problems.get(one.id, ""),
        )
        for one in found.kind.form_fields
    )


def _default(one: Field, on: date) -> str:
    return (on + timedelta(days=one.default_days)).isoformat() if one.default_days is not None else one.default


def _control(one: Field) -> str:
    match one.kind:
        case FieldKind.DAY:
            return "day"
        case FieldKind.YEN | FieldKind.COUNT:
            return "number"
        case FieldKind.CHOICE | FieldKind.RUNNING:
            return "select"
        case FieldKind.PARTIES:
            return "boxes"
        case _:
            return one.kind.value


def _choices(one: Field, found: ActForm, *, chosen: set[str], is_japanese: bool) -> tuple[tuple[str, str, bool], ...]:
    if one.kind is FieldKind.RUNNING:
        keys = found.plan.running
        only = len(keys) == 1 and not chosen
        return tuple((key, f"{key}（{len(ids)}件）", only or key in chosen) for key, ids in keys.items())
    if one.kind is FieldKind.PARTIES:
        people = [(str(party.obligor_id), party.name) for party in found.parties]
        own = (str(found.obligor_id), found.name)
        return tuple((value, words, value in chosen) for value, words in (own, *people))
    return tuple(
        (choice.id, choice.japanese if is_japanese else choice.english, choice.id in chosen) for choice in one.choices
    )
