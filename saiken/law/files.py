"""Finds the files of a law book and takes their fingerprint.

The one idea: a folder of law has three parts (acts, parameters, ordinances) and nothing in them may be overlooked: a file in a place
where it would not be read is refused. What the files say is read elsewhere.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from saiken.law.errors import LawBookFault

#: The parts of a folder of law and how deep their files lie: ordinances have a folder per profile.
_PARTS = {"acts": 1, "parameters": 1, "ordinances": 2}
_HASH_DIGITS = 16


@dataclass(frozen=True)
class LawFile:
    """One file: where it is, its name as refusals say it, its profile where it is an ordinance."""

    path: Path
    name: str
    profile: str


def files(folder: Path, part: str) -> list[LawFile]:
    """The files of one part of a folder, by name."""
    return [LawFile(path, str(path.relative_to(folder)), path.parent.name) for path in sorted(_of(folder, part))]


def check_folder(folder: Path) -> None:
    """LawBookFault when it is no folder of law, or holds a file where none is read."""
    if not any(folder.joinpath(part).is_dir() for part in _PARTS):
        raise LawBookFault(f"{folder}: 法令のフォルダーではありません。{'、'.join(_PARTS)} のいずれかを置いてください")
    for part, depth in _PARTS.items():
        for path in _of(folder, part):
            if len(path.relative_to(folder.joinpath(part)).parts) != depth:
                place = f"{part}/{'プロファイル名/' if depth > 1 else ''}名前.toml"
                raise LawBookFault(
                    f"{path.relative_to(folder)}: ここに置いたファイルは読まれません。{place} に置いてください"
                )


def fingerprint(folders: Sequence[Path]) -> str:
    """The hash of every file of law, by folder, name and content."""
    digest = hashlib.sha256()
    for position, folder in enumerate(folders):
        for part in _PARTS:
            for file in files(folder, part):
                content = hashlib.sha256(file.path.read_bytes()).digest()
                digest.update(f"{position}:{file.name}".encode() + content)
    return digest.hexdigest()[:_HASH_DIGITS]


def _of(folder: Path, part: str) -> Iterator[Path]:
    return folder.joinpath(part).rglob("*.toml")
