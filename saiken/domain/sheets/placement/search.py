"""The search behind a placement: walk the columns, give each the next token or a blank, prune by the form's formulas.

The one idea: every formula is checked as soon as its last column is known, so wrong placements die early; what is left
over is ordered by cost (a broken formula weighs most, a zero in a wrong format least) and all cheapest placements are
returned. It knows no letter and no order of columns: both come from the edition.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from saiken.domain.money import NO_RATE, format_rate, rate_tenths
from saiken.domain.sheets.edition import NEVER_NEGATIVE, Column, Edition
from saiken.domain.sheets.formula import Formula
from saiken.domain.sheets.placement.token import ZERO_RATE, Token
from saiken.domain.sheets.sheet import CellValue

#: Costs: a broken formula, a damaged token whose readings do not fit and that is derived, a rate that is not printed, a
#: token left out.
BROKEN, DERIVED, UNPRINTED_RATE, LEFT_OUT = 6, 4, 5, 40

#: More tokens than this beyond the number of columns are not left out: the line is then no row of the form.
MOST_LEFT_OUT = 2

#: Steps after which a search of one row is given up; rows of real papers need a few hundred.
MOST_STEPS = 100_000

#: The cost bounds tried in turn; the first one that admits a placement ends the search.
_BOUNDS = (0, 1, 2, 4, 6, 9, 12, 18, 27, 40, 60, 90, 140, 240)


@dataclass(frozen=True)
class Fit:
    """One placement: `values` by column index (None = blank or unreadable), `used` the token index per column, `broken`
    indices.

    `derived` are the columns whose damaged token got its value from a formula, not from a reading; `left_out` the token
    indices that found no column.
    """

    cost: int
    values: tuple[CellValue, ...]
    used: tuple[int | None, ...]
    broken: tuple[int, ...]
    derived: tuple[int, ...]
    left_out: tuple[int, ...]


class _Path(NamedTuple):
    """How far a walk has come: the next token, the cost so far, the tokens left out."""

    token: int
    cost: int
    left_out: tuple[int, ...]

    def step(self, cost: int) -> "_Path":
        """One token placed."""
        return _Path(self.token + 1, self.cost + cost, self.left_out)

    def skip(self) -> "_Path":
        """One token left out."""
        return _Path(self.token + 1, self.cost + LEFT_OUT, (*self.left_out, self.token))


@dataclass(frozen=True)
class _Rule:
    """A formula over column indices; `ready` is the index after which all its columns are known."""

    target: int
    numerator: tuple[tuple[int, int], ...]
    denominator: tuple[tuple[int, int], ...]
    ready: int

    @property
    def columns(self) -> tuple[int, ...]:
        return (self.target, *(index for _, index in self.numerator + self.denominator))


def rules_of(edition: Edition) -> tuple[_Rule, ...]:
    """The edition's formulas over the indices of its printed columns."""
    index_of = {column.id: index for index, column in enumerate(edition.columns)}
    return tuple(_rule(column, column.formula, index_of=index_of) for column in edition.columns if column.formula)


def _rule(column: Column, formula: Formula, *, index_of: dict[str, int]) -> _Rule:
    numerator = tuple((sign, index_of[name]) for sign, name in formula.numerator)
    denominator = tuple((sign, index_of[name]) for sign, name in formula.denominator)
    indices = [index_of[column.id], *(index for _, index in numerator + denominator)]
    return _Rule(index_of[column.id], numerator, denominator, max(indices))


def cheapest_fits(edition: Edition, tokens: tuple[Token, ...], *, most_cost: int | None = None) -> list[Fit]:
    """All placements of the lowest cost, in no particular order; tokens are left out only where nothing else fits.

    Where the readings of damaged tokens open more ways than can be walked, each token is taken by its likeliest reading.
    """
    bounds = [bound for bound in _BOUNDS if most_cost is None or bound <= most_cost]
    fewest = max(0, len(tokens) - len(edition.columns))
    likeliest = tuple(replace(token, readings=token.readings[:1]) for token in tokens)
    for spare in range(fewest, fewest + MOST_LEFT_OUT + 1):
        for read in dict.fromkeys((tokens, likeliest)):
            if fits := _cheapest(_Search(edition, read, spare=spare), bounds):
                return fits
    return []


def _cheapest(search: "_Search", bounds: Sequence[int]) -> list[Fit]:
    for bound in bounds:
        fits = search.run(bound)
        if fits:
            lowest = min(fit.cost for fit in fits)
            return [fit for fit in fits if fit.cost == lowest]
        if search.steps_left <= 0:
            return []
    return []


class _Search:
    """One row's search; `run` may be called with growing bounds."""

    def __init__(self, edition: Edition, tokens: tuple[Token, ...], *, spare: int) -> None:
        self._tokens = tokens
        self._is_rate = [column.is_rate for column in edition.columns]
        self._never_negative = [column.id in NEVER_NEGATIVE for column in edition.columns]
        self._rules = rules_of(edition)
        self._ready: list[list[_Rule]] = [[] for _ in edition.columns]
        for rule in self._rules:
            self._ready[rule.ready].append(rule)
        self._spare = spare
        self._yen_readings = [token.yen_readings() for token in tokens]
        self._rate_readings = [token.rate_readings() for token in tokens]
        self.steps_left = MOST_STEPS
        self._reachable = self._type_table()

    def run(self, bound: int) -> list[Fit]:
        """All fits whose cost is at most `bound`."""
        self._bound = bound
        self._fits: list[Fit] = []
        self._values: list[CellValue] = [None] * len(self._is_rate)
        self._unknown: set[int] = set()
        self._used: list[int | None] = [None] * len(self._is_rate)
        self._walk(0, _Path(0, 0, ()))
        return self._fits

    def _type_table(self) -> list[list[bool]]:
        """[column][token]: whether the tokens from there on can be placed by kind alone."""
        columns, tokens = len(self._is_rate), len(self._tokens)
        table = [[False] * (tokens + 1) for _ in range(columns + 1)]
        for left in range(self._spare + 1):
            table[columns][tokens - min(left, tokens)] = True
        for column in range(columns - 1, -1, -1):
            for token in range(tokens, -1, -1):
                placed = (
                    token < tokens
                    and (not self._tokens[token].legible or bool(self._options(column, token)))
                    and table[column + 1][token + 1]
                )
                left_out = token < tokens and self._may_leave_out(token) and table[column][token + 1]
                table[column][token] = placed or left_out or table[column + 1][token]
        return table

    def _may_leave_out(self, token: int) -> bool:
        return self._spare > 0 or not (self._tokens[token].readings or self._tokens[token].legible)

    def _options(self, column: int, token: int) -> Sequence[tuple[CellValue, int]]:
        return self._rate_readings[token] if self._is_rate[column] else self._yen_readings[token]

    def _walk(self, column: int, path: _Path) -> None:
        self.steps_left -= 1
        if self.steps_left < 0 or path.cost > self._bound or not self._reachable[column][path.token]:
            return
        if column == len(self._is_rate):
            self._finish(path)
            return
        if path.token < len(self._tokens):
            self._place(column, path)
            if self._may_leave_out(path.token):
                self._walk(column, path.skip())
        self._values[column] = None
        self._walk(column + 1, _Path(path.token, path.cost + self._known_cost(column), path.left_out))

    def _place(self, column: int, path: _Path) -> None:
        self._used[column] = path.token
        for value, odd in self._options(column, path.token):
            self._values[column] = value
            self._walk(column + 1, path.step(odd + self._known_cost(column)))
        if not self._tokens[path.token].legible:
            self._values[column] = None
            self._unknown.add(column)
            self._walk(column + 1, path.step(DERIVED + self._known_cost(column)))
            self._unknown.discard(column)
        self._used[column], self._values[column] = None, None

    def _known_cost(self, column: int) -> int:
        """The cost of the formulas that become checkable with this column, leaving those with an unknown for the
        end.
        """
        cost = 0
        for rule in self._ready[column]:
            if not self._unknown or self._unknown.isdisjoint(rule.columns):
                cost += self._rule_cost(rule)
        return cost

    def _rule_cost(self, rule: _Rule) -> int:
        found, expected = self._values[rule.target], self._expected(rule)
        if isinstance(expected, int):
            return 0 if (found or 0) == expected else BROKEN
        if found is None:
            return self._unprinted(rule, expected)
        return 0 if found == expected else BROKEN

    def _unprinted(self, rule: _Rule, expected: str) -> int:
        if expected == NO_RATE or (expected == ZERO_RATE and self._used[rule.target] is not None):
            return 0 if self._used[rule.target] is not None else 1
        return BROKEN if self._used[rule.target] is not None else UNPRINTED_RATE

    def _expected(self, rule: _Rule) -> int | str:
        numerator = self._sum(rule.numerator)
        if not rule.denominator:
            return numerator
        return format_rate(rate_tenths(numerator, self._sum(rule.denominator)))

    def _sum(self, terms: tuple[tuple[int, int], ...]) -> int:
        total = 0
        for sign, index in terms:
            value = self._values[index]
            total += sign * value if isinstance(value, int) else 0
        return total

    def _finish(self, path: _Path) -> None:
        rest = tuple(range(path.token, len(self._tokens)))
        cost = path.cost + LEFT_OUT * len(rest)
        unknown = set(self._unknown)
        waiting = [rule for rule in self._rules if not unknown.isdisjoint(rule.columns)]
        values = list(self._values)
        self._solve(unknown)
        cost += sum(self._rule_cost(rule) for rule in waiting if unknown.isdisjoint(rule.columns))
        cost += BROKEN * sum(max(1, self._impossible(column, unknown)) for column in unknown)
        if cost <= self._bound:
            self._fits.append(self._fit(cost, unknown=unknown, left_out=path.left_out + rest))
        self._values = values

    def _fit(self, cost: int, *, unknown: set[int], left_out: tuple[int, ...]) -> Fit:
        failing = {
            rule.target for rule in self._rules if unknown.isdisjoint(rule.columns) and self._rule_cost(rule) >= BROKEN
        }
        broken = tuple(sorted(failing.union(*(self._contradicting(column, unknown) for column in unknown))))
        derived = tuple(sorted(self._unknown))
        return Fit(cost, tuple(self._values), tuple(self._used), broken, derived, left_out)

    def _solve(self, unknown: set[int]) -> None:
        """Give each unknown cell the value its formulas agree on; what no formula or several different ones fix
        stays unknown.
        """
        progress = True
        while progress and unknown:
            progress = False
            for column in sorted(unknown):
                fixing = [rule for rule in self._rules if self._fixes(rule, column=column, unknown=unknown)]
                found = {self._solution(rule, column) for rule in fixing}
                if len(found) == 1 and self._admits(column, *found):
                    self._values[column] = found.pop()
                    unknown.discard(column)
                    progress = True

    def _contradicting(self, column: int, unknown: set[int]) -> set[int]:
        """The targets of formulas that give an unknown cell different or impossible values; empty when none or all alike
        fix it.
        """
        fixing = [rule for rule in self._rules if self._fixes(rule, column=column, unknown=unknown)]
        solutions = {self._solution(rule, column) for rule in fixing}
        self._values[column] = None
        sound = len(solutions) <= 1 and all(self._admits(column, value) for value in solutions)
        return set() if sound else {rule.target for rule in fixing}

    def _impossible(self, column: int, unknown: set[int]) -> int:
        """How many formulas give an unknown cell a value below zero that it cannot have."""
        fixing = [rule for rule in self._rules if self._fixes(rule, column=column, unknown=unknown)]
        return sum(not self._admits(column, self._solution(rule, column)) for rule in fixing)

    def _admits(self, column: int, value: int | str) -> bool:
        return not (self._never_negative[column] and isinstance(value, int) and value < 0)

    @staticmethod
    def _fixes(rule: _Rule, *, column: int, unknown: set[int]) -> bool:
        """Whether the rule determines the column: a sum with no other unknown, or the column is the rate itself."""
        if unknown.intersection(rule.columns) != {column}:
            return False
        return not rule.denominator or column == rule.target

    def _solution(self, rule: _Rule, column: int) -> int | str:
        if column == rule.target:
            return self._expected(rule)
        sign = next(sign for sign, index in rule.numerator if index == column)
        target = self._values[rule.target]
        self._values[column] = 0
        return sign * ((target if isinstance(target, int) else 0) - self._sum(rule.numerator))
