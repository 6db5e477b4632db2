"""Loads the few sheets of the demo city and is killed by itself among the entries, as by a power cut.

The one idea: `advance` is told from within the one transaction, so the kill hits it half done. Run with SAIKEN_DATABASE_URL.
"""

import os
import signal
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "saiken.config.settings"
django.setup()

from tests.support.sample_city import few_planned, load_few  # noqa: E402 - models need the set-up first

FIRST_ENTRIES = 5_000


def main() -> None:
    """Die once the first entries went by."""
    city = few_planned()
    rows_before = len(city.people) + city.claims + city.events
    done = 0

    def die_among_the_entries(parts: int) -> None:
        nonlocal done
        done += parts
        if done >= rows_before + FIRST_ENTRIES:
            sys.stdout.write("killed among the entries\n")
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    load_few(advance=die_among_the_entries)


if __name__ == "__main__":
    main()
