"""A copy of the package's files of law that a test may damage."""

import shutil
from pathlib import Path

import pytest

import saiken.law


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The package's own files, copied."""
    copied = tmp_path / "law"
    for part in ("acts", "parameters", "ordinances"):
        shutil.copytree(Path(saiken.law.__file__).parent / part, copied / part)
    return copied
