"""The worklists in force: the package's catalogue and the municipality's numbers over it.

The one idea: read once for a choice of folder; the choice is a setting. Who is on a list is the domain's matter.
"""

from functools import cache
from pathlib import Path

from django.conf import settings

from saiken.domain.worklists.catalogue import Catalogue, load_catalogue


def catalogue() -> Catalogue:
    """The lists that hold in this register; raises InvalidInput for a wrong file."""
    return _read(settings.WORKLISTS_FOLDER)


@cache
def _read(folder: str) -> Catalogue:
    return load_catalogue(Path(folder).expanduser() if folder else None)
