"""The words of the screens: every text has its English, none is left over, none is written past the catalogue.

The one idea: catalogue, templates and the register's actions are held against each other, so a new screen or action cannot be
forgotten in one of them.
"""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from django.conf import settings

import saiken.register.actions
from saiken.register.samples import load
from saiken.web.logs.acts import ACTS
from tools.messages import WEB, english, used_texts

TEMPLATES = sorted(WEB.rglob("*.html"))

#: The page for failures depends on nothing, and each language names itself.
WRITTEN_OUT = {"errors/500.html", "layout/_language.html"}

_TRANSLATED = re.compile(r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}|\{[%{#].*?[%}#]\}", re.DOTALL)
#: What is declared to be Japanese in any language: an example of what is typed.
_SAID_JAPANESE = re.compile(r"""<(\w+)[^>]*\slang="ja"[^>]*>[^<]*</\1>""")
_TAG = re.compile(r"\{[%{#].*?[%}#]\}", re.DOTALL)
_JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
_PLACES = re.compile(r"%\(\w+\)s")


def test_every_text_has_an_english_one_and_none_is_left_over() -> None:
    known = english()
    assert [text for text in used_texts() if not known.get(text)] == []
    assert sorted(set(known) - set(used_texts())) == []


def test_english_texts_are_english_and_keep_their_places() -> None:
    for text, translated in english().items():
        assert not _JAPANESE.search(translated), text
        assert sorted(_PLACES.findall(text)) == sorted(_PLACES.findall(translated)), text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_template_writes_japanese_past_the_catalogue(path: Path) -> None:
    if str(path.relative_to(WEB)) in WRITTEN_OUT:
        return
    written = _SAID_JAPANESE.sub("", _TRANSLATED.sub("", path.read_text(encoding="utf-8")))
    assert [line.strip() for line in written.splitlines() if _JAPANESE.search(line)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_template_carries_a_style_or_a_script_that_the_policy_would_stop(path: Path) -> None:
    written = _TAG.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", written)


def test_every_action_has_words_in_the_log() -> None:
    modules = [module.name for module in pkgutil.iter_modules(saiken.register.actions.__path__)]
    found = {
        name
        for module in modules
        for name, thing in vars(importlib.import_module(f"saiken.register.actions.{module}")).items()
        if getattr(thing, "is_action", False)
    } | {load.load_sample_city.__name__}
    assert sorted(found - set(ACTS)) == []


def test_every_language_of_the_settings_has_its_catalogue() -> None:
    languages = {code for code, _ in settings.LANGUAGES} - {"ja"}
    assert languages == {path.parents[1].name for path in WEB.glob("locale/*/LC_MESSAGES/django.po")}
