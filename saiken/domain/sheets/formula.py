"""Formulas of the form as data: `past_received / past_assessed` over column ids.

The one idea: one small expression language (+, −, at most one ÷ at the top) is parsed once by Python's own parser and then
evaluated on whole numbers, written for a spreadsheet, or shown with the form's letters. It is not a general calculator.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from saiken.domain.money import format_rate, rate_tenths


@dataclass(frozen=True)
class Formula:
    """A parsed formula: a sum of signed columns, or for a rate the quotient of two such sums.

    `numerator` and `denominator` are tuples of (sign, column id); `denominator` is empty unless it is a rate. `text` is the
    source as written in the edition.
    """

    text: str
    numerator: tuple[tuple[int, str], ...]
    denominator: tuple[tuple[int, str], ...]

    @property
    def columns(self) -> frozenset[str]:
        """The ids of all columns the formula reads."""
        return frozenset(column for _, column in self.numerator + self.denominator)

    @property
    def is_rate(self) -> bool:
        """Whether the value is a rate text rather than thousand yen."""
        return bool(self.denominator)

    def evaluate(self, yen_of: Mapping[str, int]) -> int | str:
        """Thousand yen, or for a rate its printed text ("14.0%", "－" for a zero denominator)."""
        numerator = _signed_sum(self.numerator, yen_of)
        if not self.is_rate:
            return numerator
        return format_rate(rate_tenths(numerator, _signed_sum(self.denominator, yen_of)))

    def render(self, name_of: Callable[[str], str]) -> str:
        """The text with every column id replaced by `name_of(id)`, for a workbook's formula or the form's letters."""
        rendered: str = _Renderer(name_of).visit(ast.parse(self.text, mode="eval").body)
        return rendered


def _signed_sum(terms: tuple[tuple[int, str], ...], yen_of: Mapping[str, int]) -> int:
    return sum(sign * yen_of[column] for sign, column in terms)


def parse(text: str) -> Formula:
    """Parse the text of an edition; raises ValueError for anything but sums of columns and one quotient of them."""
    body = ast.parse(text, mode="eval").body
    if isinstance(body, ast.BinOp) and isinstance(body.op, ast.Div):
        return Formula(text, _terms(body.left, 1), _terms(body.right, 1))
    return Formula(text, _terms(body, 1), ())


def _terms(node: ast.expr, sign: int) -> tuple[tuple[int, str], ...]:
    if isinstance(node, ast.Name):
        return ((sign, node.id),)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        right_sign = sign if isinstance(node.op, ast.Add) else -sign
        return _terms(node.left, sign) + _terms(node.right, right_sign)
    raise ValueError(f"not a sum of columns: {ast.unparse(node)}")


class _Renderer(ast.NodeVisitor):
    """Writes an expression back with names replaced; brackets only where the meaning needs them."""

    _SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Div: "/"}

    def __init__(self, name_of: Callable[[str], str]) -> None:
        self._name_of = name_of

    def visit_Name(self, node: ast.Name) -> str:
        return self._name_of(node.id)

    def visit_BinOp(self, node: ast.BinOp) -> str:
        left, right = self.visit(node.left), self.visit(node.right)
        divides = isinstance(node.op, ast.Div)
        if divides and isinstance(node.left, ast.BinOp):
            left = f"({left})"
        if isinstance(node.right, ast.BinOp) and not isinstance(node.op, ast.Add):
            right = f"({right})"
        return f"{left}{self._SIGNS[type(node.op)]}{right}"
