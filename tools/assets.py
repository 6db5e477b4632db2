"""Makes what the screens need but nobody edits: compiled message catalogues, and web fonts cut from the installed ones.

The one idea: each result is rebuilt only when its stamp (a hash of its inputs and of this file) no longer fits, so a
second run takes no time. Results are ignored by git. It installs no font; `tools.system_parts fonts` does.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "saiken" / "web"
GENERATED = WEB / "static" / "generated"
FONTS = GENERATED / "fonts"
STAMPS = GENERATED / "stamps"
SYSTEM_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")

#: Digits, signs and Latin letters: all that the fixed-width face is used for.
FIGURES = "".join(map(chr, range(0x20, 0x7F))) + "▲−－"


class FontMissing(Exception):
    """A font file that the web fonts are cut from is not on this machine."""


@dataclass(frozen=True)
class WebFont:
    """A woff2 file, the font file it is cut from and the characters it keeps."""

    name: str
    source: str
    text: Callable[[], str]


def office_characters() -> str:
    """Every character that an office's Windows code page (CP932) can write."""
    leads = (*range(0x81, 0xA0), *range(0xE0, 0xFD))
    double = (bytes((lead, trail)) for lead in leads for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD)))
    single = (bytes((code,)) for code in (*range(0x20, 0x7F), *range(0xA1, 0xE0)))
    return "".join(code.decode("cp932", errors="ignore") for code in (*single, *double))


WEB_FONTS = (
    WebFont("text-regular", "BIZUDPGothic-Regular.ttf", office_characters),
    WebFont("text-bold", "BIZUDPGothic-Bold.ttf", office_characters),
    WebFont("figures-regular", "BIZUDGothic-Regular.ttf", lambda: FIGURES),
    WebFont("figures-bold", "BIZUDGothic-Bold.ttf", lambda: FIGURES),
)


def find_font(file_name: str) -> Path:
    """The installed font file of that name. Raises FontMissing when there is none."""
    for folder in SYSTEM_FONT_FOLDERS:
        if found := next(folder.rglob(file_name), None) if folder.is_dir() else None:
            return found
    raise FontMissing(f"{file_name} is not installed (Debian: apt-get install fonts-morisawa-bizud-gothic)")


def fingerprint(inputs: Iterable[Path]) -> str:
    """What a result depends on, as one hash: the contents of its inputs and of this file."""
    digest = hashlib.sha256()
    for path in (Path(__file__), *inputs):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def refresh(result: Path, inputs: Sequence[Path], *, make: Callable[[], None]) -> bool:
    """Make the result unless its stamp still fits; whether it was made."""
    stamp = STAMPS / "-".join(result.relative_to(WEB).parts)
    wanted = fingerprint(inputs)
    if result.exists() and stamp.exists() and stamp.read_text() == wanted:
        return False
    result.parent.mkdir(parents=True, exist_ok=True)
    make()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)
    return True


def cut_font(font: WebFont, source: Path, *, result: Path) -> None:
    """Write the woff2 that keeps the characters of the font's text and nothing a screen does not need."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["ccmp"], name_IDs=[0, 1, 2, 13, 14])
    options.drop_tables = [*options.drop_tables, "meta"]
    whole = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(text=font.text())
    cutter.subset(whole)
    subset.save_font(whole, str(result), options)


def compile_catalogue(source: Path, result: Path) -> None:
    """Compile one message catalogue; entries marked fuzzy are left out."""
    with source.open("rb") as text, result.open("wb") as compiled:
        write_mo(compiled, read_po(text))


def make_catalogues() -> int:
    """Compile every catalogue of the screens; how many were compiled."""
    made = 0
    for source in sorted((WEB / "locale").glob("*/LC_MESSAGES/*.po")):
        result = source.with_suffix(".mo")
        made += refresh(result, [source], make=partial(compile_catalogue, source, result))
    return made


def make_fonts() -> int:
    """Cut every web font; how many were cut."""
    made = 0
    for font in WEB_FONTS:
        source, result = find_font(font.source), FONTS / f"{font.name}.woff2"
        made += refresh(result, [source], make=partial(cut_font, font, source, result=result))
    return made


def main() -> int:
    """Bring everything generated up to date; 0 when it stands."""
    try:
        catalogues, fonts = make_catalogues(), make_fonts()
    except FontMissing as problem:
        print(f"[fail] {problem}", file=sys.stderr)
        return 1
    print(f"[ ok ] for the screens: {catalogues} message catalogue(s) and {fonts} font(s) made, the rest was current")
    return 0


if __name__ == "__main__":
    sys.exit(main())
