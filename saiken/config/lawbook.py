"""The law book in force: the package's own files and the municipality's folders over them.

The one idea: one book per choice of folders, read when first asked for and shared by commands and screens. A folder that is missing stops
the start with a sentence that names the variable.
"""

import os
from functools import cache
from pathlib import Path

from saiken.config.environment import setting
from saiken.law.errors import LawBookFault
from saiken.law.lawbook import LawBook

VARIABLE = "SAIKEN_LAW"


def overlays() -> tuple[Path, ...]:
    """The folders of SAIKEN_LAW in the order in which they are laid over the package's files; raises LawBookFault."""
    folders = tuple(Path(text).expanduser() for text in setting(VARIABLE).split(os.pathsep) if text.strip())
    for folder in folders:
        if not folder.is_dir():
            raise LawBookFault(
                f"{VARIABLE}: {folder} というフォルダーがありません。法令のフォルダーの場所を指定してください"
            )
    return folders


def lawbook() -> LawBook:
    """The law book in force; raises LawBookFault."""
    return _read(overlays())


@cache
def _read(folders: tuple[Path, ...]) -> LawBook:
    return LawBook.load(overlays=folders)
