"""Registers for the tests of this folder.

The one idea: a test that asks for `register` runs twice, on SQLite and on PostgreSQL, each time on an empty register of its own; one that
asks for `city` finds a small office tree, two receivables and their sheet there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from pytest_django.plugin import DjangoDbBlocker

from tests.support.bureau_officers import bureau_officers
from tests.support.postgres import server
from tests.support.registers import VENDORS, empty_register
from tests.support.small_register import SmallRegister, small_register


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2 at its least cost: hundreds of people are made here and nobody guesses at their passwords."""
    with pytest.MonkeyPatch.context() as patched:
        for name, least in (("time_cost", 1), ("memory_cost", 8), ("parallelism", 1)):
            patched.setattr(Argon2PasswordHasher, name, least)
        yield


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run see."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / "registers"


@pytest.fixture(scope="session")
def postgres_socket(shared_folder: Path) -> Iterator[Path]:
    """The running server; stopped when the last process has done."""
    with server(shared_folder) as socket:
        yield socket


@pytest.fixture(params=VENDORS)
def register(
    request: pytest.FixtureRequest, tmp_path: Path, shared_folder: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, Any]]:
    """An empty register as the default database; its settings."""
    socket = request.getfixturevalue("postgres_socket") if request.param == "postgresql" else None
    with (
        django_db_blocker.unblock(),
        empty_register(request.param, folder=tmp_path, shared=shared_folder, socket=socket) as settings,
    ):
        yield settings


@pytest.fixture
def small(register: dict[str, Any]) -> SmallRegister:
    """A register with offices, receivables, one sheet and an obligor."""
    return small_register()


@pytest.fixture
def officers(small: SmallRegister) -> tuple[int, int]:
    """Two officers at the bureau of the small register."""
    return bureau_officers(small)
