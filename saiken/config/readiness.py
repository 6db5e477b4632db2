"""Loads what every page needs before anybody asks for one, and sets it aside from the collector of garbage.

The one idea: screens, templates and texts of law stay for the life of the process, so walking through them again and again in search of
garbage only makes some page wait a tenth of a second. It asks nothing of the register.
"""

import gc
from contextlib import suppress
from pathlib import Path

from django.template import TemplateSyntaxError
from django.template.loader import get_template
from django.urls import get_resolver

import saiken.web
from saiken.config.lawbook import lawbook

#: Objects, and rounds of the two younger generations, before the collector walks: a request leaves few that need it.
_RARELY = (20_000, 20, 50)

#: Where templates lie that are named by their folder.
_TEMPLATES = Path(saiken.web.__file__).parent


def make_ready() -> None:
    """Call once in each process that makes pages, when the application is there."""
    _ = get_resolver().url_patterns
    for path in sorted(_TEMPLATES.rglob("*.html")):
        with suppress(TemplateSyntaxError):  # its own page says so; the others are made
            get_template(path.relative_to(_TEMPLATES).as_posix())
    lawbook()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARELY)
