"""The repository as tests about it see it: its files, its Python modules as syntax trees, its functions.

The one idea: files are those git tracks or would track, so a new file is seen before it is committed.
"""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root and its syntax tree."""

    path: str
    tree: ast.Module
    line_count: int


@dataclass(frozen=True)
class Placed:
    """A function or class with the module it stands in and, for a method, its class."""

    module: Module
    node: Function
    owner: ast.ClassDef | None

    @property
    def place(self) -> str:
        """path:line name, as editors understand it."""
        return f"{self.module.path}:{self.node.lineno} {self.node.name}"


@cache
def repository_files() -> tuple[str, ...]:
    """Paths of all files that are tracked or new and not ignored, and exist."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(sorted({path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()}))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files under the folders, Django's migrations left out (they are generated)."""
    chosen = [
        path
        for path in repository_files()
        if path.endswith(".py") and path.startswith(folders) and "/migrations/" not in path
    ]
    return tuple(_module(path) for path in chosen)


def functions(*folders: str) -> Iterator[Placed]:
    """Every function under the folders, methods and nested ones included."""
    for module in modules(*folders):
        yield from _functions_of(module.path)


@cache
def _module(path: str) -> Module:
    source = (ROOT / path).read_text(encoding="utf-8")
    return Module(path, ast.parse(source), source.count("\n"))


@cache
def _functions_of(path: str) -> tuple[Placed, ...]:
    module = _module(path)
    owners = {child: node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef) for child in node.body}
    found = (node for node in ast.walk(module.tree) if isinstance(node, Function))
    return tuple(Placed(module, node, owners.get(node)) for node in found)
