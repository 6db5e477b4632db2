"""Tells on stderr what is happening, with the time it took."""

import sys
import time

_BEGUN = time.monotonic()


def say(text: str) -> None:
    """One line with the seconds since the beginning."""
    print(f"{time.monotonic() - _BEGUN:7.1f} s  {text}", file=sys.stderr, flush=True)
