"""The particulars of a log row in words: what an auditor reads instead of the stored text."""

import json
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from saiken.glossary import load_glossary
from saiken.web.logs.particulars import particulars

WORDS = {"past": "過年度", "assessed": "調定額", "first_goal": "当初目標"}


def _told(**detail: object) -> list[tuple[str, str]]:
    with override("ja"):
        return particulars(json.dumps(detail), lambda name: WORDS.get(name, name))


def test_names_and_values_are_words_and_what_is_empty_is_left_out() -> None:
    told = _told(on="2019-06-03", version=1_234, kind="first_goal", reason="", until=None, already=True)
    assert told == [("日付", "2019-06-03"), ("版", "1,234"), ("種類", "当初目標"), ("締め済み", "はい")]


def test_a_value_has_the_word_of_its_own_field() -> None:
    words = {"released": "免除済", "outcome_released": "解除"}
    for name, label in (("outcome", "解除"), ("cause", "免除済")):
        told = particulars(json.dumps({name: "released"}), lambda word: words.get(word, word))
        assert [value for _, value in told] == [label]


def test_columns_of_the_form_are_a_portion_and_a_quantity() -> None:
    assert _told(columns={"past_assessed": 1_000}) == [("入力値（千円）", "過年度 調定額 1,000")]


def test_what_has_many_parts_is_counted_and_never_spelt_out() -> None:
    assert _told(accounts=[{"username": "a", "password": "secret"}]) == [("利用者", "1件")]
    assert _told(receivables=[3, 4]) == [("債権整理番号の登録番号", "3、4")]


def test_a_purpose_is_a_word_of_its_own() -> None:
    assert particulars("claim", lambda name: f"<{name}>") == [("", "<claim>")]
    assert particulars("", lambda name: name) == []


@pytest.mark.parametrize(("name", "label"), [("outcome", "解除"), ("cause", "免除済")])
def test_a_released_seizure_is_not_called_a_released_claim(name: str, label: str) -> None:
    request = SimpleNamespace(context=SimpleNamespace(glossary=load_glossary()))
    template = Template("{% load saiken %}{% term_of name value='released' %}")
    with override("ja"):
        assert template.render(Context({"request": request, "name": name})) == label
