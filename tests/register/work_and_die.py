"""Works on the bulk runs and is killed by itself while the second person is being acted on, as by a power cut.

The one idea: the act of the second person is written and not committed when the kill comes. Run with SAIKEN_DATABASE_URL.
"""

import os
import signal
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "saiken.config.settings"
django.setup()

from saiken.register.actions import _bulk_acts  # noqa: E402 - models need the set-up first
from saiken.register.upkeep.bulk_worker import work_once  # noqa: E402
from tests.support.law import BOOK  # noqa: E402


def main() -> None:
    """Die in the middle of the second person."""
    write, written = _bulk_acts.write_act, []

    def dies(stroke: Any, **named: Any) -> Any:
        act = write(stroke, **named)
        written.append(act)
        if len(written) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return act

    _bulk_acts.write_act = dies
    work_once("dying", lawbook=BOOK, is_over=lambda: False)


if __name__ == "__main__":
    main()
