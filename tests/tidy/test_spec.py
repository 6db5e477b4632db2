"""The printed specification: pages are what the propositions say, and every proposition can be reviewed by an official.

The one idea: a proposition that nobody can check on paper proves nothing.
"""

from collections import Counter
from itertools import chain

import pytest

from saiken.law.lawbook import LawBook
from tools.docs_spec import PAGES, PROOFS, SPECIFICATION, Subject, outputs, read_subjects
from tools.docs_spec_values import keys_of, words_of

SUBJECTS = read_subjects()
BY_HAND = "手計算"
FEWEST_PROPOSITIONS = 250
named = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.id)


def test_the_pages_and_the_index_are_what_the_propositions_say() -> None:
    wanted = outputs()
    kept = {*PAGES.glob("*.md"), PROOFS}
    stale = [file.name for file, content in wanted.items() if file not in kept or file.read_text("utf-8") != content]
    assert (stale, sorted(file.name for file in kept - set(wanted))) == ([], []), "stale: run `make docs`"


@named
def test_every_subject_is_introduced(subject: Subject) -> None:
    assert (SPECIFICATION / subject.id / "labels.toml").exists()
    assert subject.title != subject.id
    assert len(subject.intro) >= 20


@named
def test_every_key_has_its_label(subject: Subject) -> None:
    keys = set(chain.from_iterable(keys_of((found.given, found.expected)) for _, found in subject.propositions()))
    assert sorted(keys - set(subject.wording.labels)) == []


@named
def test_every_identifier_has_its_word(subject: Subject) -> None:
    words = set(chain.from_iterable(words_of((found.given, found.expected)) for _, found in subject.propositions()))
    assert sorted(word for word in words if subject.wording.word(word) == word) == []


@named
def test_every_proposition_cites_articles_that_the_law_book_holds(subject: Subject) -> None:
    held = {article.citation.written for act in LawBook.load().acts.values() for article in act.articles}
    uncited = [found.title for _, found in subject.propositions() if not found.cites]
    unknown = sorted({written for _, found in subject.propositions() for written in found.cites} - held)
    assert (uncited, unknown) == ([], [])


@named
def test_every_proposition_can_be_checked(subject: Subject) -> None:
    unfounded = [found.title for _, found in subject.propositions() if not found.worked and found.source == BY_HAND]
    unsaid = [found.title for _, found in subject.propositions() if not (found.expected or found.refused)]
    assert (unfounded, unsaid) == ([], [])


def test_no_two_propositions_have_one_title() -> None:
    titles = Counter(found.title for subject in SUBJECTS for _, found in subject.propositions())
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_specification_is_rich() -> None:
    assert sum(len(list(subject.propositions())) for subject in SUBJECTS) >= FEWEST_PROPOSITIONS
