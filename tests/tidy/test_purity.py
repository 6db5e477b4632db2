"""Law and domain are functions of facts on a date: no float, no clock, no true division.

The one idea: what a yen or a day is must not depend on a binary fraction or on when the function is called.
"""

import ast

from tests.support.source_tree import Module, modules

PURE = ("saiken/law/", "saiken/domain/")
CLOCKS = {"today", "now", "utcnow", "time_ns", "monotonic"}


def _nodes() -> list[tuple[Module, ast.AST]]:
    return [(module, node) for module in modules(*PURE) for node in ast.walk(module.tree)]


def test_no_float_is_written_or_made() -> None:
    floats = [
        f"{module.path}:{node.lineno}"
        for module, node in _nodes()
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert floats == []


def test_no_division_leaves_the_integers_unrounded() -> None:
    divisions = [
        f"{module.path}:{node.lineno}"
        for module, node in _nodes()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not _joins_a_path(node)
    ]
    assert divisions == []


def test_nobody_asks_what_day_it_is() -> None:
    asked = [
        f"{module.path}:{node.lineno} {node.attr}()"
        for module, node in _nodes()
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    ]
    assert asked == []


def test_money_and_days_never_reach_for_the_random() -> None:
    imported = [
        f"{module.path}:{node.lineno}"
        for module, node in _nodes()
        if isinstance(node, ast.Import | ast.ImportFrom)
        and {"random", "secrets", "uuid", "os", "socket"}
        & {*(alias.name for alias in node.names), getattr(node, "module", None) or ""}
    ]
    assert imported == []


def _joins_a_path(node: ast.BinOp) -> bool:
    """`folder / "name"`: one side is text."""
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )
