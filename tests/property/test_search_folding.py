"""Folding of names: what is folded stays as it is, and spellings that differ only in what people mix up fold to the same.

The one idea: names are made of the letters that names are made of, and of legal forms; a relation is applied at random places.
"""

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.search.folding import load_folding, strict
from saiken.domain.search.keys import Searched, keys_of
from saiken.domain.search.terms import asked

FOLDING = load_folding()
KANA = (
    "アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトド"
    "ナニヌネノハバパヒフヘホマミムメモャヤュユョヨラリルレロワヰヱヲンヴヵヶー"
)
KANJI = "見本架空仮名例示試作斉齋辺邊邉高髙崎﨑浜濱関々佐藤林原国國"
FORMS = ["株式会社", "(株)", "㈱", "有限会社", "カ)", "(カ", "カブシキガイシャ"]
names = st.lists(
    st.one_of(st.text(KANA, max_size=5), st.text(KANJI, max_size=4), st.sampled_from(FORMS), st.just("　")), max_size=5
).map("".join)
anything = st.text(max_size=30)


@given(st.one_of(names, anything))
def test_folding_twice_is_folding_once(name: str) -> None:
    folded = FOLDING.name(name)
    assert FOLDING.name(folded) == folded


@given(names)
def test_script_and_spaces_do_not_matter(name: str) -> None:
    hiragana = "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in name)
    assert FOLDING.name(hiragana) == FOLDING.name(name)
    assert FOLDING.name(" ".join(name)) == FOLDING.name("".join(name.split()))
    assert strict(hiragana) == strict(name)


@given(st.text("カキクケコサシスセソタチツテトハヒフヘホ", min_size=1, max_size=8), st.data())
def test_voicing_does_not_matter(name: str, data: st.DataObject) -> None:
    voiced = "".join(chr(ord(letter) + 1) if data.draw(st.booleans()) else letter for letter in name)
    assert FOLDING.name(voiced) == FOLDING.name(name)


@given(names, st.integers(0, 10))
def test_lengthening_does_not_matter(name: str, place: int) -> None:
    kana = "".join(letter for letter in name if letter in KANA and letter != "ー")
    place = min(place, len(kana))
    assert FOLDING.name(f"{kana[:place]}ー{kana[place:]}") in (
        FOLDING.name(kana),
        FOLDING.name(kana[:place] + kana[place:]),
    )


@given(names)
def test_every_name_is_found_by_itself(name: str) -> None:
    keys = keys_of(Searched((name,)), folding=FOLDING)
    for term in asked("".join(name.split()), folding=FOLDING).searchable:
        wanted = [set(way.keys) for way in term.ways if way.kind == "person_name"]
        assert not wanted or any(way <= keys for way in wanted)
