"""Folds spellings: two ways to write one name become the same text.

The one idea: width, kana script, 清濁, small kana, lengthening, old forms of kanji and the legal form of a corporation never keep a name
from being found; so they are folded away on both sides, generously, and the nearest spelling is ranked first by whoever shows the
results. Folding what is folded changes nothing. It knows no register and no database.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "variants.toml"

_SMALL = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
_VOICED_KANA = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴヷヺ"
_PLAIN_KANA = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウワオ"
_VOICED = dict(zip(_VOICED_KANA, _PLAIN_KANA, strict=True))
_OLD = dict(zip("ヰヱヲ", "イエオ", strict=True))

#: Hyphens and lengthening marks of every kind; between kana they lengthen, between digits they join.
DASHES = "ー‐‑‒–—―−－ｰ〜～-"
_LENGTHENED = re.compile(
    "(?<=[アカサタナハマヤラワ])[アー]+|(?<=[イキシチニヒミリ])[イー]+|(?<=[ウクスツヌフムユル])[ウー]+"
    "|(?<=[エケセテネヘメレ])[エイー]+|(?<=[オコソトノホモヨロ])[オウー]+|ー"
)

#: Variation selectors name a form of a character that no folding distinguishes; a 濁点 that stands alone voices nothing.
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x3099, 0x309A))
#: 関ヶ原, 関が原: one reading between kanji, however it is written.
_OF = re.compile("(?<=[一-鿿])[ケカ](?=[一-鿿])")
_FOUR_KANA = str.maketrans("ヂヅぢづ", "ジズじず")


@dataclass(frozen=True)
class Folding:
    """The tables applied: one of characters, and the legal forms as they look once folded, the longest first."""

    characters: dict[int, str]
    legal_forms: re.Pattern[str]

    def folded(self, text: str) -> str:
        """The text in one width, one kana script without 濁点, small kana and lengthening, with one form of each kanji, repeats spelt out.

        >>> load_folding().folded("さいとうﾕｳｲﾁ"), load_folding().folded("佐々木 邊")
        ('サイトユイチ', '佐佐木 辺')
        """
        return _shortened(self.translated(text))

    def name(self, text: str) -> str:
        """A name as it is compared: folded, letters and digits alone, without the legal form; where nothing else is there, the form.

        >>> load_folding().name("㈱見本商事") == load_folding().name("見本商事 株式会社")
        True
        """
        translated = self.translated("".join(text.split()))
        rest = _shortened(_letters(self._without_forms(translated)))
        if rest:
            return self.name(rest) if self.legal_forms.search(rest) else rest
        form = self.legal_forms.search(translated)
        return _shortened(_letters(form[0])) if form else ""

    def translated(self, text: str) -> str:
        """Letter by letter: all of the folding but for lengthening."""
        return _repeated(_plain(text)).translate(self.characters)

    def _without_forms(self, translated: str) -> str:
        """The legal forms taken away, also those that come to stand together by it."""
        while (shorter := self.legal_forms.sub("", translated)) != translated:
            translated = shorter
        return translated

    def is_legal_form(self, word: str) -> bool:
        """Whether the word says no more than what kind of corporation is meant.

        >>> load_folding().is_legal_form("(株)"), load_folding().is_legal_form("見本")
        (True, False)
        """
        return bool(word) and not self._without_forms(self.translated(word))

    def spellings(self, text: str) -> tuple[str, ...]:
        """The name, and where ヂ or ヅ may also be written ジ or ズ that spelling too."""
        other = text.translate(_FOUR_KANA)
        return (self.name(text),) if other == text else tuple(dict.fromkeys((self.name(text), self.name(other))))


def strict(text: str) -> str:
    """A spelling as typed but for width, script and spaces: what tells the nearest of several that fold to the same.

    >>> strict("ｵｵﾉ　たろう")
    'オオノタロウ'
    """
    return _plain("".join(text.split())).translate(_HIRAGANA)


@cache
def load_folding() -> Folding:
    """Read the table once."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    kana = {**_SMALL, **_VOICED, **_OLD}
    characters = {**{ord(kind): plain for kind, plain in kana.items()}, **{ord(dash): "ー" for dash in "‐‑‒–—―−〜"}}
    for code, katakana in _HIRAGANA.items():
        characters[code] = kana.get(katakana, katakana)
    for group in table["groups"]:
        characters.update({ord(form): group[0] for form in group[1:]})
    return Folding(characters, _legal_forms(table, Folding(characters, re.compile("(?!)"))))


def _legal_forms(table: dict[str, list[str]], folding: Folding) -> re.Pattern[str]:
    anywhere = [re.escape(form) for form in _folded_forms(table["legal_forms"], folding)]
    head = [f"^{re.escape(form)}" for form in _folded_forms(table["legal_forms_at_head"], folding)]
    end = [f"{re.escape(form)}$" for form in _folded_forms(table["legal_forms_at_end"], folding)]
    return re.compile("|".join((*anywhere, *head, *end)))


def _folded_forms(forms: Sequence[str], folding: Folding) -> list[str]:
    return sorted({folding.translated(form) for form in forms}, key=lambda form: (-len(form), form))


_HIRAGANA = {code: chr(code + 0x60) for code in range(ord("ぁ"), ord("ゖ") + 1)}


def _plain(text: str) -> str:
    """One width and one case, marks composed with their letters or dropped."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_SELECTORS)


def _repeated(text: str) -> str:
    """佐々木 as 佐佐木, すゝき as すすき: the character before stands for the mark."""
    return re.sub("(?s)(.)([々〻ゝゞヽヾ]+)", lambda found: found[1] * (1 + len(found[2])), text)


def _shortened(text: str) -> str:
    return _LENGTHENED.sub("", _OF.sub("ケ", text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
