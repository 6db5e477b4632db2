"""The register's shape: every model says whether its rows may change, every write leaves an audit row.

The one idea: what is append-only is declared on the model, and what writes is declared by a decorator, so neither can be forgotten.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest
from django.apps import apps
from django.db.models import Model

import saiken.register.actions

MODELS = [model for model in apps.get_app_config("register").get_models() if not model._meta.auto_created]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_declared_append_only_or_editable(model: type[Model]) -> None:
    assert isinstance(vars(model).get("append_only"), bool)


def test_money_entries_and_audit_rows_are_append_only() -> None:
    append_only = {model.__name__ for model in MODELS if vars(model).get("append_only")}
    assert {"Entry", "AuditRow", "AccessLog"} <= append_only


def _action_modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(saiken.register.actions.__path__, "saiken.register.actions."):
        if not module.name.rsplit(".", 1)[1].startswith("_") and not module.ispkg:
            yield importlib.import_module(module.name)


def _verbs(module: ModuleType) -> list[FunctionType]:
    """The public functions a module of actions defines itself."""
    return [
        thing
        for name, thing in vars(module).items()
        if not name.startswith("_") and isinstance(thing, FunctionType) and thing.__module__ == module.__name__
    ]


@pytest.mark.parametrize("module", list(_action_modules()), ids=lambda module: module.__name__)
def test_every_write_leaves_an_audit_row(module: ModuleType) -> None:
    assert [verb.__name__ for verb in _verbs(module) if not getattr(verb, "is_action", False)] == []


def test_there_are_writes_to_audit() -> None:
    assert {"receive", "write_off"} <= {verb.__name__ for module in _action_modules() for verb in _verbs(module)}
