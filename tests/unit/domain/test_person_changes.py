"""The lines of a person's history: each has its own words in both languages."""

from saiken.domain.person.change import PersonChange
from saiken.glossary import load_glossary


def test_no_two_changes_are_told_alike() -> None:
    glossary = load_glossary()
    told = [glossary.japanese(change.value) for change in PersonChange]
    assert len(set(told)) == len(told)
