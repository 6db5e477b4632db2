"""What every rule answers: a value and why, step by step, each step with its article.

The one idea: a value without its reason is not an answer. Steps are written for the person at the counter and carry the numbers by which a
test recomputes the value. Nothing here knows a law.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from saiken.law.citation import Citation

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Step:
    """One step: a Japanese sentence and, where it has them, its days, rate and yen.

    `from_on` to `until_on` is half-open as everywhere in code; `rate` is in per cent a year; `yen` is what the step contributes or finds.
    """

    sentence: str
    citations: tuple[Citation, ...]
    from_on: date | None = None
    until_on: date | None = None
    days: int | None = None
    rate: Fraction | None = None
    yen: int | None = None


@dataclass(frozen=True)
class Explained(Generic[T_co]):
    """A value, the rule's own sentence (the first sentence of its docstring) and the steps that lead to it.

    `assumptions` names in Japanese what was taken as given although nobody said it, or rests on an unverified reading.
    """

    value: T_co
    rule: str
    steps: tuple[Step, ...]
    assumptions: tuple[str, ...] = ()

    def citations(self) -> tuple[Citation, ...]:
        """Every article of the steps, once, in order of first use."""
        return tuple(dict.fromkeys(self._cited()))

    def _cited(self) -> Iterator[Citation]:
        for step in self.steps:
            yield from step.citations


def rule_sentence(rule: object) -> str:
    """The first line of a rule's docstring: the rule in one Japanese sentence, as a refused person reads it.

    >>> rule_sentence(rule_sentence)[-7:]
    'ads it。'
    """
    first = (rule.__doc__ or "").strip().partition("\n")[0]
    return first.removesuffix(".").removesuffix("。") + "。"
