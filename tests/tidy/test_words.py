"""Words: every module says what it is for, public things say what they are, no name says nothing.

The one idea: a reader who meets a name or a file for the first time must not have to guess.
"""

import ast

from tests.support.source_tree import functions, modules, repository_files

EMPTY_NAMES = {"amount", "date", "status", "type", "data", "info", "util", "utils"}
PURPOSE_AND_IDEA = 80


def test_every_module_says_what_it_is_for_and_its_one_idea() -> None:
    silent = [
        module.path
        for module in modules("saiken/", "tools/", "bench/")
        if len(ast.get_docstring(module.tree) or "") < (PURPOSE_AND_IDEA if not _is_init(module.path) else 20)
    ]
    assert silent == []


def test_every_test_module_says_what_it_is_about() -> None:
    assert [module.path for module in modules("tests/") if not ast.get_docstring(module.tree)] == []


def test_public_functions_and_classes_are_described() -> None:
    silent = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules("saiken/", "tools/")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_parameter_is_named_without_saying_what_it_is() -> None:
    empty = [
        f"{found.place}({parameter.arg})"
        for found in functions("saiken/", "tools/")
        for parameter in [*found.node.args.posonlyargs, *found.node.args.args, *found.node.args.kwonlyargs]
        if parameter.arg in EMPTY_NAMES
    ]
    assert empty == []


def test_no_field_is_named_without_saying_what_it_is() -> None:
    empty = [
        f"{module.path}:{statement.lineno} {owner.name}.{name}"
        for module in modules("saiken/", "tools/")
        for owner in ast.walk(module.tree)
        if isinstance(owner, ast.ClassDef)
        for statement in owner.body
        for name in _assigned(statement)
        if name in EMPTY_NAMES
    ]
    assert empty == []


def test_no_module_is_a_drawer() -> None:
    drawers = EMPTY_NAMES | {"helpers", "common", "misc", "tools"}
    assert [path for path in repository_files() if path.startswith("saiken/") and _stem(path) in drawers] == []


def test_nothing_is_left_for_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
    later = [
        f"{module.path}:{node.lineno}"
        for module in modules("saiken/", "tools/", "bench/")
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id in marks)
        or (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and any(mark in node.value for mark in marks)
        )
    ]
    assert later == []


def _is_init(path: str) -> bool:
    return path.endswith("/__init__.py")


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[1].removesuffix(".py")


def _assigned(statement: ast.stmt) -> list[str]:
    """Names a statement of a class body gives a value or a type."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = statement.targets
    return [target.id for target in targets if isinstance(target, ast.Name)]
