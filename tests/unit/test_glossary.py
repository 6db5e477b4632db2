"""The glossary as others use it: labels by identifier, in both languages, without holes."""

import pytest

from saiken.glossary import load_glossary

GLOSSARY = load_glossary()


def test_a_term_has_its_labels_meaning_and_basis() -> None:
    term = GLOSSARY.term("public_unenforceable")
    assert (term.japanese, term.english) == ("非強制徴収公債権", "non-enforceable public-law claim")
    assert "裁判所" in term.meaning
    assert "自治法231条の3" in term.basis


def test_an_unknown_identifier_is_named() -> None:
    with pytest.raises(KeyError, match="no_such_word"):
        GLOSSARY.japanese("no_such_word")


def test_every_term_has_both_labels_and_a_meaning() -> None:
    empty = [
        term.identifier for term in GLOSSARY.terms.values() if not (term.japanese and term.english and term.meaning)
    ]
    assert empty == []


def test_meanings_are_one_line_and_say_more_than_the_label() -> None:
    poor = [
        term.identifier
        for term in GLOSSARY.terms.values()
        if "\n" in term.meaning or len(term.meaning) > 60 or term.meaning == term.japanese
    ]
    assert poor == []


def test_english_labels_are_english_and_japanese_labels_japanese() -> None:
    assert [term.identifier for term in GLOSSARY.terms.values() if not term.english.isascii()] == []
    assert [term.identifier for term in GLOSSARY.terms.values() if term.japanese.isascii()] == []


def test_no_two_terms_of_a_group_share_a_japanese_label() -> None:
    labels = [(term.group, term.japanese) for term in GLOSSARY.terms.values()]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
