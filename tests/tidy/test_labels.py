"""Every word the code can show has its label in the glossary, in both languages.

The one idea: a member of an enumeration or a column without a label would reach a screen as an identifier.
"""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import saiken.domain
import saiken.register
from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.glossary import load_glossary

GLOSSARY = load_glossary()


def _enumerations() -> list[type[StrEnum]]:
    """Every StrEnum written in the domain and the register."""
    names = [
        module.name
        for layer in (saiken.domain, saiken.register)
        for module in pkgutil.walk_packages(layer.__path__, f"{layer.__name__}.")
        if ".migrations" not in module.name
    ]
    found = {
        thing
        for name in names
        for thing in vars(importlib.import_module(name)).values()
        if isinstance(thing, type) and issubclass(thing, StrEnum) and thing.__module__ == name
    }
    return sorted(found, key=lambda enumeration: enumeration.__name__)


@pytest.mark.parametrize("enumeration", _enumerations(), ids=lambda enumeration: enumeration.__name__)
def test_every_member_of_an_enumeration_has_a_label(enumeration: type[StrEnum]) -> None:
    assert [member.value for member in enumeration if member.value not in GLOSSARY.terms] == []


def test_there_are_enumerations_to_label() -> None:
    assert "LegalClass" in {enumeration.__name__ for enumeration in _enumerations()}


def test_every_state_is_worded_in_the_glossary_as_in_the_table() -> None:
    worded = {state.id: state.label for state in load_states()}
    worded |= {f"{state.id}_other": state.label_other for state in load_states() if state.label_other != state.label}
    in_glossary = {name: term.japanese for name, term in GLOSSARY.terms.items() if term.group == "state"}
    assert in_glossary == worded


def test_every_group_of_states_has_a_label() -> None:
    assert [state.group for state in load_states() if state.group not in GLOSSARY.terms] == []


def test_every_column_of_every_edition_is_a_portion_and_a_quantity_with_labels() -> None:
    columns = {column.id for edition in load_editions().values() for column in edition.columns}
    parts = {part for column in columns for part in column.split("_", 1)}
    assert sorted(part for part in parts if part not in GLOSSARY.terms) == []


def test_every_kind_of_row_has_a_label() -> None:
    kinds = {row.kind for edition in load_editions().values() for row in edition.rows}
    assert sorted(kinds - set(GLOSSARY.terms)) == []
