"""Tells on stderr what is happening.

The one idea: every line bears the seconds since the beginning, so a slow step is seen. It prints no result.
"""

import sys
import time

_BEGUN = time.monotonic()


def say(text: str) -> None:
    """One line with the seconds since the beginning."""
    print(f"{time.monotonic() - _BEGUN:7.1f} s  {text}", file=sys.stderr, flush=True)
