"""The approval routes in force: the package's file and the municipality's folder over it.

The one idea: read once for a choice of folder; the choice is a setting. What an act needs is asked of `domain.acts.routes`.
"""

from functools import cache
from pathlib import Path

from django.conf import settings

from saiken.domain.acts.routes import Routes, load_routes


def routes_in_force() -> Routes:
    """The routes that hold in this register; raises InvalidInput for a wrong file."""
    return _read(settings.APPROVALS_FOLDER)


@cache
def _read(folder: str) -> Routes:
    return load_routes((Path(folder).expanduser(),) if folder else ())
