"""Keeps the English catalogue of the screens in step with their Japanese texts: `python -m tools.messages`.

The one idea: templates and modules are searched for translatable texts without a system gettext; new texts are added without
a translation, texts nobody uses are dropped, and a test refuses either. It translates nothing; sentences avoid plural forms.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import denormalize, normalize
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "saiken" / "web"
CATALOGUE = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"

#: The names under which texts are marked in modules.
MARKERS = frozenset({"_", "gettext", "gettext_lazy"})

#: What Django's templatize leaves of a template: calls of the markers with one literal text.
_CALL = re.compile(r"""\b(?:gettext|_)\(\s*(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))""")

_ENTRY = re.compile(r'^msgid (?P<id>(?:".*"\n)+)msgstr (?P<text>(?:".*"\n?)+)', re.MULTILINE)

_HEAD = r"""# The Japanese texts of the screens in English.
msgid ""
msgstr ""
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""


def texts_of_python(path: Path) -> Iterator[str]:
    """The texts marked in a module. Raises ValueError for a marker whose text is not a literal."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            try:
                yield str(ast.literal_eval(node.args[0]))
            except ValueError as problem:
                raise ValueError(f"{path}:{node.lineno}: the text is not a literal") from problem


def texts_of_template(path: Path) -> Iterator[str]:
    """The texts marked in a template."""
    for literal in _CALL.findall(templatize(path.read_text(encoding="utf-8"), origin=str(path))):
        yield str(ast.literal_eval(literal))


def used_texts() -> tuple[str, ...]:
    """Every text of the screens once, in the order of files."""
    modules = (text for path in sorted(WEB.rglob("*.py")) for text in texts_of_python(path))
    templates = (text for path in sorted(WEB.rglob("*.html")) for text in texts_of_template(path))
    return tuple(dict.fromkeys([*modules, *templates]))


def english() -> dict[str, str]:
    """The English texts by their Japanese ones, as written; empty where a translation is missing."""
    if not CATALOGUE.exists():
        return {}
    entries = _ENTRY.finditer(CATALOGUE.read_text(encoding="utf-8"))
    pairs = ((denormalize(entry["id"]), denormalize(entry["text"])) for entry in entries)
    return {japanese: translated for japanese, translated in pairs if japanese}


def write(translations: Mapping[str, str]) -> None:
    """Write the catalogue, without dates, so that it changes only when a text does."""
    lines = (
        f"\nmsgid {normalize(text, width=0)}\nmsgstr {normalize(shown, width=0)}\n"
        for text, shown in translations.items()
    )
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(_HEAD + "".join(lines), encoding="utf-8")


def main() -> int:
    """Refresh the catalogue; 1 when texts wait for their English."""
    settings.configure()
    known = english()
    translations = {text: known.get(text, "") for text in used_texts()}
    write(translations)
    waiting = [text for text, translated in translations.items() if not translated]
    for text in waiting:
        print(f"[wait] {text}")
    print(f"[ ok ] {len(translations)} texts, {len(waiting)} without English: {CATALOGUE.relative_to(ROOT)}")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
