"""Whether an act may be done: every condition of the law, which of them fail, and the refusal that names them.

The one idea: a rule lists all its conditions, held or not, so that a form can show them before anyone presses a button and a refusal names
every missing one with its article. It decides no condition itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from saiken.domain.errors import Refused
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class Condition:
    """One requirement: a key for forms and tests, the sentence an official reads, whether it holds, where it stands."""

    key: str
    sentence: str
    holds: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Permission:
    """The conditions of an act; it is allowed when all hold. `warnings` forbid nothing: a late demand is still a demand."""

    conditions: tuple[Condition, ...]
    warnings: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether every condition holds."""
        return not self.failing

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that do not hold, in the order of the rule."""
        return tuple(condition for condition in self.conditions if not condition.holds)


def condition(key: str, sentence: str, *, holds: bool, cites: str) -> Condition:
    """A condition with its citations written as words, separated by blanks."""
    return Condition(key, sentence, holds, tuple(cite(written) for written in cites.split()))


def permission(
    rule: object, conditions: Sequence[Condition], *, warnings: Sequence[str] = (), assumptions: Sequence[str] = ()
) -> Explained[Permission]:
    """The answer of a rule to "may it be done?": one step for each condition."""
    steps = tuple(Step(_judged(found), found.citations) for found in conditions)
    return Explained(Permission(tuple(conditions), tuple(warnings)), rule_sentence(rule), steps, tuple(assumptions))


def require(answer: Explained[Permission], *, lawbook: LawBook) -> None:
    """要件を一つでも欠く行為は、することができない: raises Refused with the rule and every missing condition and its article."""
    failing = answer.value.failing
    if failing:
        missing = "、".join(_with_articles(found, lawbook) for found in failing)
        raise Refused(f"{answer.rule}満たさない要件: {missing}")


def _judged(found: Condition) -> str:
    return f"{found.sentence}: {'満たす' if found.holds else '満たさない'}"


def _with_articles(found: Condition, lawbook: LawBook) -> str:
    articles = "、".join(lawbook.text(citation) for citation in found.citations)
    return f"{found.sentence}（{articles}）"
