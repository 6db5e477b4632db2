"""The law as data and the rules that ask it: every citation is kept, every rule is said in Japanese, no day is without a value.

The one idea: what an official would look up in the law book must be there before a rule may name it.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from saiken.domain.claim.kind import ClaimKind
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import DEFAULT_PROFILE
from saiken.law.proofs import load_proofs
from tests.support.source_tree import ROOT, Function, Module, modules

BOOK = LawBook.load()
RULES = "saiken/domain/rules/"
HELD = frozenset(article.citation for act in BOOK.acts.values() for article in act.articles)
PARAMETERS = sorted(BOOK.parameters)

#: `rule_sentence` ends it with the Japanese full stop.
_JAPANESE_SENTENCE = re.compile(r"[^\x00-\x7f].*[。.]")


@dataclass(frozen=True)
class Rule:
    """A public function that answers with its reasons."""

    module: Module
    node: Function


def _rules() -> Iterator[Rule]:
    for module in modules(RULES):
        for node in module.tree.body:
            if isinstance(node, Function) and not node.name.startswith("_") and _explains(node) and not _builds(node):
                yield Rule(module, node)


def _explains(node: Function) -> bool:
    return node.returns is not None and "Explained[" in ast.unparse(node.returns)


def _builds(node: Function) -> bool:
    """Whether it only puts together the answer of the rule it is given."""
    return any(parameter.arg == "rule" for parameter in node.args.args)


def _cited(module: Module) -> Iterator[tuple[str, str]]:
    """Place and text of every citation written out in a module."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="cite"), args=[ast.Constant(value=str(written))]):
                yield f"{module.path}:{node.lineno}", written


FOUND = list(_rules())


def test_there_are_rules() -> None:
    assert len(FOUND) >= 20


def test_every_article_that_code_cites_is_kept() -> None:
    cited = [found for module in modules("saiken/") for found in _cited(module)]
    assert [f"{place} {written}" for place, written in cited if cite(written) not in HELD] == []


def test_every_citation_of_data_is_kept() -> None:
    assert [citation.written for citation in BOOK.citations() if citation not in HELD] == []


@pytest.mark.parametrize("rule", FOUND, ids=lambda rule: rule.node.name)
def test_every_rule_says_itself_in_one_japanese_sentence(rule: Rule) -> None:
    first = (ast.get_docstring(rule.node) or "").partition("\n")[0]
    assert _JAPANESE_SENTENCE.fullmatch(first), f"{rule.module.path}:{rule.node.lineno}: {first!r}"


def test_every_article_named_as_text_is_kept() -> None:
    """Citations kept as text in tables of a rule, such as "local_tax_act/15-7/1/1"."""
    written = re.compile(rf"(?:{'|'.join(BOOK.acts)})/[0-9a-z-]+(?:/[0-9]+)*")
    named = [
        f"{module.path}:{node.lineno} {node.value}"
        for module in modules("saiken/domain/")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and written.fullmatch(node.value)
        if cite(node.value) not in HELD
    ]
    assert named == []


@pytest.mark.parametrize("parameter_id", PARAMETERS)
def test_no_parameter_has_a_gap(parameter_id: str) -> None:
    values = BOOK.parameters[parameter_id].values
    assert all(value.citations and value.source for value in values)
    for earlier, later in pairwise(values):
        assert earlier.until_on == later.from_on
        assert earlier.until_on is not None
        last_day = earlier.until_on - timedelta(days=1)
        assert BOOK.value(parameter_id, on=last_day) == earlier
        assert BOOK.value(parameter_id, on=later.from_on) == later


@pytest.mark.parametrize("parameter_id", PARAMETERS)
def test_no_verified_value_rests_on_an_article_of_later_days(parameter_id: str) -> None:
    early = [
        f"{value.from_on}: {citation.written} {BOOK.article(citation).in_force_from}"
        for value in BOOK.parameters[parameter_id].values
        for citation in value.citations
        if value.verified and BOOK.article(citation).in_force_from > value.from_on
    ]
    assert early == []


def test_every_parameter_is_listed_for_people() -> None:
    listed = (ROOT / "saiken" / "law" / "parameters" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+?) \| `([\w.]+)` \|$", listed, re.MULTILINE)
    held = {(parameter.id, parameter.unit, parameter.title) for parameter in BOOK.parameters.values()}
    assert {row[:3] for row in rows} == held
    assert len(rows) == len(held)
    for parameter_id, _, _, file in rows:
        assert f'"{parameter_id}"' in Path(ROOT, "saiken", "law", "parameters", file).read_text(encoding="utf-8")


def test_the_default_profile_has_terms_for_exactly_the_kinds_of_claims() -> None:
    assert set(BOOK.ordinances[DEFAULT_PROFILE]) == {kind.value for kind in ClaimKind}


def test_private_kinds_have_delay_damages_and_the_others_late_charges() -> None:
    for kind in ClaimKind:
        for versions in BOOK.ordinances[DEFAULT_PROFILE][kind]:
            assert (versions.late_charge is None, versions.delay_damages is None) == (
                kind.is_private,
                not kind.is_private,
            )


def test_every_profile_but_the_default_says_that_it_is_for_testing() -> None:
    untold = [
        terms.profile
        for profile, kinds in BOOK.ordinances.items()
        if profile != DEFAULT_PROFILE
        for versions in kinds.values()
        for terms in versions
        if not terms.note.startswith("試験用の定め")
    ]
    assert untold == []


def test_our_own_sentences_are_sentences() -> None:
    odd = [
        article.citation.written
        for act in BOOK.acts.values()
        for article in act.articles
        if not article.rule.endswith("。")
    ]
    assert odd == []


def test_what_proves_an_article_names_articles_that_are_kept() -> None:
    unknown: list[Citation] = [citation for citation in load_proofs() if citation not in HELD]
    assert unknown == []
