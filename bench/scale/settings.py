"""The settings of the bench: saiken's own, and one page more.

The one idea: nothing that a screen depends on differs. They serve the bench alone.
"""

from pathlib import Path

from saiken.config.settings import *  # noqa: F403  # all of them
from saiken.config.settings import TEMPLATES

ROOT_URLCONF = "bench.scale.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")  # type: ignore[attr-defined]  # a list
