"""What every permission does: it lists all conditions, refuses with each missing one and its article, and lets the rest pass."""

import pytest

from saiken.domain.errors import Refused
from saiken.domain.rules.permission import Permission, condition, permission, require
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()


def _rule() -> None:
    """試しの要件をすべて満たすときに限り、することができる."""


def _conditions(*holds: bool) -> list:
    return [
        condition(f"c{number}", f"要件{number}", holds=held, cites="local_tax_act/15-7/1 local_tax_act/15-8/1")
        for number, held in enumerate(holds, start=1)
    ]


def test_an_act_whose_conditions_all_hold_is_not_refused() -> None:
    answer = permission(_rule, _conditions(True, True))
    assert answer.value.allowed
    require(answer, lawbook=BOOK)


def test_a_refusal_says_the_rule_and_every_missing_condition_with_its_articles() -> None:
    answer = permission(_rule, _conditions(False, True, False), warnings=("注意",), assumptions=("前提",))
    with pytest.raises(Refused) as refused:
        require(answer, lawbook=BOOK)
    articles = "（地方税法15条の7第1項、地方税法15条の8第1項）"
    assert str(refused.value) == (
        f"試しの要件をすべて満たすときに限り、することができる。満たさない要件: 要件1{articles}、要件3{articles}"
    )
    assert (answer.value.warnings, answer.assumptions) == (("注意",), ("前提",))


def test_every_condition_is_a_step_that_says_whether_it_holds() -> None:
    answer = permission(_rule, _conditions(True, False))
    assert [step.sentence for step in answer.steps] == ["要件1: 満たす", "要件2: 満たさない"]


def test_an_act_without_conditions_is_allowed() -> None:
    assert Permission(()).allowed
