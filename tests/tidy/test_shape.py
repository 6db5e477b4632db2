"""Sizes and shapes: what can be read in one look stays correct.

The limits are the house's; there are no exceptions by name, only by kind: dunder methods, generated migrations, and
parameters that a framework prescribes, which are written with a leading underscore.
"""

import ast

import pytest

from tests.support.source_tree import Function, Module, Placed, functions, modules

CODE = ("saiken/", "tools/", "bench/")
EVERYTHING = (*CODE, "tests/")
LONGEST_FUNCTION, LONGEST_DOMAIN_FUNCTION = 60, 45
LONGEST_FILE = 400
MOST_PARAMETERS, MOST_POSITIONAL = 7, 2
DEEPEST_NESTING = 3
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)


def test_functions_fit_on_a_page() -> None:
    assert [found.place for found in functions(*EVERYTHING) if _length(found.node) > LONGEST_FUNCTION] == []


def test_functions_of_the_domain_are_shorter_still() -> None:
    assert [found.place for found in functions("saiken/domain/") if _length(found.node) > LONGEST_DOMAIN_FUNCTION] == []


def test_files_stay_short() -> None:
    assert [module.path for module in modules(*EVERYTHING) if module.line_count > LONGEST_FILE] == []


def test_functions_take_few_parameters() -> None:
    crowded = [found.place for found in functions(*CODE) if len(_parameters(found)) > MOST_PARAMETERS]
    assert crowded == []


def test_more_than_two_parameters_are_given_by_name() -> None:
    unnamed = [found.place for found in functions(*CODE) if len(_positional(found)) > MOST_POSITIONAL]
    assert unnamed == []


def test_blocks_nest_at_most_three_deep() -> None:
    deep = [found.place for found in functions(*CODE) if _nesting(found.node.body) > DEEPEST_NESTING]
    assert deep == []


def test_nothing_is_imported_inside_a_function() -> None:
    hidden = [
        found.place
        for found in functions(*CODE)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(found.node))
    ]
    assert hidden == []


def test_modules_are_imported_by_name_only_where_commands_are_found() -> None:
    importers = {
        module.path
        for module in modules("saiken/")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "import_module"
    }
    assert importers <= {"saiken/cli/lazy.py"}


@pytest.mark.parametrize(
    ("source", "depth"),
    [
        ("def f():\n return 1", 0),
        ("def f():\n for a in b:\n  if a:\n   with c:\n    pass", 3),
        ("def f():\n for a in b:\n  if a:\n   with c:\n    try:\n     pass\n    finally:\n     pass", 4),
        ("def f():\n if a:\n  pass\n elif b:\n  pass\n elif c:\n  pass", 1),
        ("def f():\n try:\n  pass\n except E:\n  match a:\n   case 1:\n    while b:\n     pass", 3),
    ],
)
def test_nesting_is_counted_as_a_reader_sees_it(source: str, depth: int) -> None:
    assert _nesting(_placed(source).node.body) == depth


@pytest.mark.parametrize(
    ("source", "positional", "parameters"),
    [
        ("def f(a, b, *, c, d=1): pass", 2, 4),
        ("def f(a, b, c): pass", 3, 3),
        ("def f(a, /, b, _prescribed): pass", 2, 2),
        ("def __exit__(a, b, c, d): pass", 0, 0),
    ],
)
def test_parameters_are_counted_without_what_others_prescribe(source: str, positional: int, parameters: int) -> None:
    found = _placed(source)
    assert (len(_positional(found)), len(_parameters(found))) == (positional, parameters)


def _placed(source: str) -> Placed:
    """The first function of a source text."""
    tree = ast.parse(source)
    node = tree.body[0]
    assert isinstance(node, Function)
    return Placed(Module("source", tree, 1), node, None)


def _length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_dunder(found: Placed) -> bool:
    return found.node.name.startswith("__") and found.node.name.endswith("__")


def _counted(found: Placed, parameters: list[ast.arg]) -> list[ast.arg]:
    """Without self or cls, and without what a framework prescribes (leading underscore)."""
    names_self = found.owner is not None and not any(
        isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in found.node.decorator_list
    )
    own = parameters[1:] if names_self else parameters
    return [parameter for parameter in own if not parameter.arg.startswith("_")]


def _positional(found: Placed) -> list[ast.arg]:
    if _is_dunder(found):
        return []
    return _counted(found, [*found.node.args.posonlyargs, *found.node.args.args])


def _parameters(found: Placed) -> list[ast.arg]:
    return [] if _is_dunder(found) else [*_positional(found), *found.node.args.kwonlyargs]


def _nesting(body: list[ast.stmt]) -> int:
    """How deep blocks stand inside each other; an elif is as deep as its if, a nested function begins anew."""
    return max((_depth(statement) for statement in body), default=0)


def _depth(statement: ast.stmt) -> int:
    if not isinstance(statement, BLOCKS):
        return 0
    inside: list[ast.stmt] = []
    beside: list[ast.stmt] = []
    for part in ("body", "orelse", "finalbody"):
        inside += getattr(statement, part, [])
    for handler in [*getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
        inside += handler.body
    if isinstance(statement, ast.If) and len(statement.orelse) == 1 and isinstance(statement.orelse[0], ast.If):
        inside, beside = statement.body, statement.orelse
    return max(1 + _nesting(inside), _nesting(beside))
