"""Builds registers in the database that the environment names: `base`, or `large` out of a base.

The one idea: a demo city is loaded as it is for anybody and worked on, once; it is then multiplied in each database. The order makes the
numbers hang together.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django

django.setup()

from django.db import connection  # noqa: E402  # the register needs the settings above
from django.utils.timezone import localdate  # noqa: E402

from bench.scale.fill import add_acts, add_logs, add_people  # noqa: E402
from bench.scale.multiply import multiply  # noqa: E402
from bench.scale.progress import say  # noqa: E402
from bench.scale.transfer import transfer  # noqa: E402
from saiken.config.lawbook import lawbook  # noqa: E402
from saiken.register.models import Claim, Obligor  # noqa: E402
from saiken.register.samples.make import make_sample_city  # noqa: E402
from saiken.register.upkeep.prepare import prepare_register  # noqa: E402
from saiken.register.upkeep.statistics import gather_statistics  # noqa: E402


@contextmanager
def _told(description: str, total: int) -> Iterator[Callable[[int], None]]:
    say(f"{description} …")
    done = 0

    def advance(more: int) -> None:
        nonlocal done
        if (done * 10) // total < ((done + more) * 10) // total:
            say(f"  {(done + more) * 100 // total} %")
        done += more

    yield advance


def base() -> None:
    """The demo city with its people at work and acts on everybody who owes."""
    prepare_register()
    make_sample_city(None, progress=_told, lawbook=lawbook(), by="bench", on=localdate())
    add_people()
    add_acts()


def large(source: Path, copies: int) -> None:
    """Out of the base, which is there already in an embedded register and is copied into another."""
    if connection.vendor == "postgresql":
        prepare_register()
        transfer(source)
    multiply(copies)
    add_logs(Obligor.objects.count())
    gather_statistics()  # as every night's roll does
    say(f"{Claim.objects.count():,} claims of {Obligor.objects.count():,} persons")


if __name__ == "__main__":
    if sys.argv[1] == "base":
        base()
    else:
        large(Path(sys.argv[2]), int(sys.argv[3]))
