"""What a proposition is and how it is put to every engine.

The one idea: a proposition is plain values, so the same text is run as a test and printed as the manual of the law. It knows no rule.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.spec.engines.reference import ReferenceEngine

#: Every engine that must answer alike. Today the reference engine; a set-based one is one more entry here.
ENGINES = (ReferenceEngine(),)


@dataclass(frozen=True)
class Proposition:
    """One sentence of the law with an example.

    `rule` names the rule asked, `given` its inputs and `expected` the outputs looked at (others may exist). `source` says where the
    example is published, or 手計算 when it is worked by hand in `worked`. `refused` is a part of the refusal's sentence where the rule
    must refuse; `expected` is empty then.
    """

    title: str
    cites: tuple[str, ...]
    rule: str
    given: Mapping[str, Any]
    expected: Mapping[str, Any] = field(default_factory=dict)
    worked: tuple[str, ...] = ()
    source: str = "手計算"
    refused: str = ""


def holds(propositions: Sequence[Proposition]) -> Callable[..., None]:
    """The test of a module: every proposition on every engine."""

    @pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
    @pytest.mark.parametrize("proposition", propositions, ids=lambda proposition: proposition.title)
    def test(proposition: Proposition, engine: Any) -> None:
        if proposition.refused:
            with pytest.raises(engine.refusals, match=proposition.refused):
                engine.answer(proposition.rule, proposition.given)
            return
        answered = engine.answer(proposition.rule, proposition.given)
        assert proposition.expected, "a proposition without an expectation proves nothing"
        assert {key: answered[key] for key in proposition.expected} == dict(proposition.expected)

    return test
