"""The package's own application, sending each page in three parts: `SAIKEN_TESTS_PAUSE=0.4 pytest tests/web` serves this one.

The one idea: a click returns once the next page begins to arrive, so a test that reads it at once passes on a quick machine and fails
on a busy one. When every page stops for a while after its first bytes and in its midst, each such test fails every time, and can be
mended. The usual run serves the application itself.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from saiken.config.wsgi import application as prompt

SECONDS = float(os.environ["SAIKEN_TESTS_PAUSE"])
FIRST_BYTES = 2_000


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The same answer with pauses in it; styles and scripts come at once, being in the browser's store anyway."""
    answer = prompt(environ, start_response)
    return answer if environ["PATH_INFO"].startswith("/static/") else _paused(b"".join(answer))


def _paused(page: bytes) -> Iterator[bytes]:
    half = FIRST_BYTES + max(0, len(page) - FIRST_BYTES) // 2
    yield page[:FIRST_BYTES]
    time.sleep(SECONDS)
    yield page[FIRST_BYTES:half]
    time.sleep(SECONDS)
    yield page[half:]
