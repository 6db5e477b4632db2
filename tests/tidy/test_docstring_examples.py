"""Examples in docstrings are run: what a reader tries first is true.

The one idea: one test per module that has examples, in the layers that need no register.
"""

import doctest
import importlib

import pytest

from tests.support.source_tree import ROOT, repository_files

LAYERS = ("saiken/law/", "saiken/domain/", "saiken/formats/", "saiken/printing/", "saiken/batch/", "saiken/glossary.py")


def _modules_with_examples() -> list[str]:
    return [
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in repository_files()
        if path.startswith(LAYERS) and path.endswith(".py") and ">>> " in (ROOT / path).read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("name", _modules_with_examples())
def test_the_examples_of_a_module_hold(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0
