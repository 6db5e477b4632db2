"""A form as it was filled in: what is read, what is refused, and that plain values come back as they were."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.acts.catalogue import ActKind, Choice, Field, FieldKind, Writes
from saiken.domain.acts.form import Form, Reading, read_form
from saiken.domain.dates.written_day import FIRST_DAY, LAST_DAY
from saiken.domain.errors import InvalidInput


def _kind(*fields: Field) -> ActKind:
    return ActKind(
        "x", "own", "処理", "act", "", "", Writes.NOTHING, None, (), None, frozenset(), "", "", (), (), fields
    )


def _field(kind: FieldKind, *, required: bool = False) -> Field:
    choices = (Choice("a", "甲", "a"), Choice("b", "乙", "b")) if kind is FieldKind.CHOICE else ()
    return Field("asked", kind, "項目", "field", required=required, choices=choices)


def _read(kind: FieldKind, *words: str, required: bool = False) -> Reading:
    return read_form(_kind(_field(kind, required=required)), {"asked": words, "on": ["2026-11-22"]})


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        (FieldKind.DAY, "２０２６/１１/２２", "2026-11-22"),
        (FieldKind.YEN, "１２,０００円", 12_000),
        (FieldKind.COUNT, "3", 3),
        (FieldKind.PROPERTY, "17", 17),
        (FieldKind.CHECK, "on", True),
        (FieldKind.CHOICE, "b", "b"),
        (FieldKind.TEXT, "  東支店  ", "東支店"),
        (FieldKind.LONG_TEXT, "か\u3099", "が"),
        (FieldKind.RUNNING, "2026-01-10 介護第1号", "2026-01-10 介護第1号"),
    ],
)
def test_each_kind_of_field_is_read_into_a_plain_value(kind: FieldKind, word: str, value: object) -> None:
    reading = _read(kind, word)
    assert (reading.form.values["asked"], dict(reading.problems)) == (value, {})


def test_several_obligors_are_read_in_their_order() -> None:
    assert _read(FieldKind.PARTIES, "7", "", "3").form.ids("asked") == (7, 3)


@pytest.mark.parametrize(
    ("kind", "word", "sentence"),
    [
        (FieldKind.DAY, "2026-02-30", "日付として"),
        (FieldKind.DAY, "0026-11-22", "年を確かめて"),
        (FieldKind.YEN, "-5", "整数"),
        (FieldKind.YEN, "12.5", "整数"),
        (FieldKind.YEN, "9" * 40, "大きすぎます"),
        (FieldKind.PARTIES, "甲", "整数"),
        (FieldKind.CHOICE, "c", "選択肢"),
        (FieldKind.TEXT, "あ" * 301, "301字"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(kind: FieldKind, word: str, sentence: str) -> None:
    reading = _read(kind, word)
    assert sentence in reading.problems["asked"]
    assert "asked" not in reading.form.values


def test_a_required_field_that_is_blank_is_asked_for() -> None:
    assert _read(FieldKind.TEXT, "   ", required=True).problems == {"asked": "入力してください"}
    assert _read(FieldKind.TEXT, "   ").problems == {}


def test_what_no_field_asks_for_is_left_aside() -> None:
    assert read_form(_kind(), {"on": ["2026-11-22"], "stranger": ["x"]}).form.values == {"on": "2026-11-22"}


def test_values_are_asked_by_their_kind_and_missing_ones_are_nothing() -> None:
    form = Form({"yen": 5, "ticked": True, "who": [3], "day": "2026-11-22", "words": "甲"})
    assert (form.number("yen"), form.text("yen"), form.checked("yen")) == (5, "5", False)
    assert (form.number("ticked"), form.checked("ticked")) == (None, True)
    assert (form.ids("who"), form.ids("yen")) == ((3,), ())
    assert (form.day("day"), form.day("none"), form.text("none")) == (date(2026, 11, 22), None, "")
    with pytest.raises(InvalidInput, match="日付として"):
        form.day("words")


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_every_day_comes_back_as_it_was(day: date) -> None:
    assert _read(FieldKind.DAY, day.isoformat()).form.day("asked") == day


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_sum_comes_back_with_or_without_commas(yen: int) -> None:
    assert _read(FieldKind.YEN, f"{yen:,}円").form.number("asked") == yen
    assert _read(FieldKind.YEN, str(yen)).form.number("asked") == yen


@given(st.sampled_from(FieldKind), st.lists(st.text(max_size=20), max_size=3))
def test_a_field_is_read_or_complained_of_never_both(kind: FieldKind, words: list[str]) -> None:
    reading = _read(kind, *words)
    assert not {"asked"} & reading.form.values.keys() & reading.problems.keys()
