"""Static files addressed by what is in them.

The one idea: every address carries the hash of the file, so browsers may keep it for long and never show an old one, and
nothing has to be collected before the server starts. It serves nothing; whitenoise does.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.contrib.staticfiles.storage import StaticFilesStorage


@cache
def _version(name: str) -> str:
    """The beginning of the file's hash; empty when there is no such file."""
    path = find(name)
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12] if isinstance(path, str) else ""


class VersionedStaticFiles(StaticFilesStorage):
    """`/static/saiken/css/base.css?v=…`; the location on disk is the app's own folder."""

    def url(self, name: str | None) -> str:
        """The address with the file's version, or without one while files are being edited."""
        address = super().url(name)
        version = "" if settings.DEBUG or name is None else _version(name)
        return f"{address}?v={version}" if version else address
