"""Tells whether papers written earlier are still what would be written now.

The one idea: papers follow from the register and from saiken's own files; the last number and moment of the one and a fingerprint of the
other stand for all of it. It keeps nothing itself.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from saiken.register.models import LedgerClock

_PACKAGE = Path(__file__).parents[2]

#: What shapes a paper: wording, computation, formats, layout.
_SHAPING = ("domain", "formats", "printing", "register/papers", "register/queries")


def papers_stamp() -> dict[str, str]:
    """Equal stamps, equal papers."""
    clock = LedgerClock.objects.get()
    return {
        "version": version("saiken"),
        "program": _program(),
        "sequence": str(clock.last_sequence),
        "recorded_at": clock.last_recorded_at.isoformat(),
    }


def _program() -> str:
    """The fingerprint of the files that shape a paper."""
    digest = hashlib.sha256()
    files = (path for folder in _SHAPING for path in (_PACKAGE / folder).rglob("*") if path.is_file())
    for path in sorted(path for path in files if path.suffix != ".pyc"):
        digest.update(str(path.relative_to(_PACKAGE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
