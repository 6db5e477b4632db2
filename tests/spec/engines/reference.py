"""The reference engine: the rules of `saiken.domain` as they are, with the law book of the package.

The one idea: each subject has a module here whose public functions are the rules by name; they take the law book and the inputs of a
proposition and give plain outputs. They translate and never compute.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import tests.spec.engines as engines
from saiken.domain.errors import DomainError
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook

#: Modules of this package that answer for the reference engine are named reference_SUBJECT.
_PREFIX = "reference_"


@cache
def _rules() -> Mapping[str, Callable[..., Mapping[str, Any]]]:
    found: dict[str, Callable[..., Mapping[str, Any]]] = {}
    for module in pkgutil.iter_modules(engines.__path__):
        if module.name.startswith(_PREFIX):
            loaded = importlib.import_module(f"{engines.__name__}.{module.name}")
            names = [name for name, thing in vars(loaded).items() if _is_rule(name, thing, loaded.__name__)]
            found.update({name: getattr(loaded, name) for name in names})
    return found


def _is_rule(name: str, thing: object, module: str) -> bool:
    return not name.startswith("_") and callable(thing) and getattr(thing, "__module__", "") == module


class ReferenceEngine:
    """Answers by `saiken.domain.rules` and `saiken.domain.states`."""

    name = "reference"
    refusals = (DomainError, LawError)

    def __init__(self) -> None:
        self._book = LawBook.load()

    def answer(self, rule: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The outputs of a rule by name; KeyError when no module of the reference engine has it."""
        return _rules()[rule](self._book, **given)
