"""The demo city for tests: a few sheets planned in seconds, and the whole city made once per run.

The one idea: the few sheets are those that are small and yet meet everything: wards, corporations, parts, linked receivables, lost states.
What takes long to make is a file that all processes of the run copy.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from django.db import connection

from saiken.domain.sheets.edition import load_editions
from saiken.domain.states.table import load_states
from saiken.register.samples.city import CityPlan, plan_city
from saiken.register.samples.load import LoadedCity, load_sample_city
from saiken.register.samples.plan.profile import load_profiles
from saiken.register.samples.published import PublishedSheet, load_published
from tests.support.law import BOOK
from tests.support.registers import empty_register, locked

EDITIONS, STATES = load_editions(), load_states()
FEW = ("038", "040", "053", "054", "055", "049", "058・059", "065", "073", "800", "066・076")
#: The day on which the few are loaded; their living casework counts from it.
LOADED_ON = date(2026, 11, 20)
SAIKEN = Path(sys.executable).with_name("saiken")


def few_published() -> tuple[PublishedSheet, ...]:
    """The published sheets of the few."""
    return tuple(sheet for sheet in load_published(EDITIONS) if sheet.joined_numbers in FEW)


@cache
def few_planned(seed: int = 1) -> CityPlan:
    """The few sheets planned."""
    return plan_city(few_published(), editions=EDITIONS, states=STATES, profiles=load_profiles(), seed=seed)


def load_few(seed: int = 1, *, advance: Callable[[int], None] = lambda _: None) -> LoadedCity:
    """Load them into the default register, which must be prepared and empty."""
    city = few_planned(seed)
    return load_sample_city(city=city, editions=EDITIONS, advance=advance, lawbook=BOOK, by="kakari", on=LOADED_ON)


def few_city(shared: Path) -> Path:
    """The SQLite file of the few, loaded once for all processes of the run; copy it, never open it. The database must be unblocked."""
    path = shared / "few.sqlite3"
    with locked(shared, "few.lock"):
        if not path.exists():
            with empty_register("sqlite", folder=shared, shared=shared) as settings:
                load_few()
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            Path(settings["NAME"]).rename(path)
    return path


def whole_city(shared: Path) -> Path:
    """The SQLite file of the whole city, made by the command itself once for all processes of the run; copy it, never open it."""
    path = shared / "city.sqlite3"
    with locked(shared, "city.lock"):
        if not path.exists():
            making = shared / "making-city.sqlite3"
            environment = {key: text for key, text in os.environ.items() if not key.startswith("SAIKEN_")}
            environment |= {"SAIKEN_HOME": str(shared), "SAIKEN_DATABASE_URL": str(making)}
            ended = subprocess.run(
                [SAIKEN, "sample", "city", "--json"], env=environment, capture_output=True, text=True, check=False
            )
            if ended.returncode != 0:
                raise RuntimeError(ended.stderr)
            making.rename(path)
    return path
