"""The pages of docs/how-to: every story has one, every picture is there and shown, every page can be reached.

The one idea: what a page shows was taken by the test that tells the story, and nothing lies about unused.
"""

import re

import pytest

from tests.support.source_tree import ROOT

HOW_TO = ROOT / "docs" / "how-to"
PICTURES = ROOT / "docs" / "images" / "stories"
STORIES = (
    "the-phone-rings",
    "a-mornings-list",
    "from-demand-to-seizure",
    "from-claim-to-title",
    "heirs",
    "a-broken-pledge",
    "suspended-and-written-off",
    "handed-over-and-back",
    "who-looked",
)
#: A page is read in an office over a slow line.
_MOST_BYTES = 230_000
_PICTURE = re.compile(r"!\[([^\]]+)\]\(\.\./images/stories/([^)]+)\)")


def _text(name: str) -> str:
    return (HOW_TO / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("story", STORIES)
def test_every_story_has_a_page_with_its_parts(story: str) -> None:
    text = _text(story)
    heads = ("## 手順", "## キーボードだけで", "## 見本の都市で試す", "## 法令")
    assert [head for head in heads if head not in text] == []
    assert "\nEnglish: " in text


@pytest.mark.parametrize("story", STORIES)
def test_every_page_shows_its_story(story: str) -> None:
    assert _PICTURE.search(_text(story)), "take the pictures: `make screenshots`"


def test_every_picture_is_shown_once_with_words_and_every_one_shown_is_there() -> None:
    shown = [name for story in STORIES for _, name in _PICTURE.findall(_text(story))]
    assert sorted(shown) == sorted(path.name for path in PICTURES.glob("*.png"))


def test_no_picture_is_heavy() -> None:
    assert [path.name for path in PICTURES.glob("*.png") if path.stat().st_size > _MOST_BYTES] == []


def test_every_page_is_linked_from_the_first_one() -> None:
    first = (HOW_TO / "README.md").read_text(encoding="utf-8")
    assert [
        page.name for page in HOW_TO.glob("*.md") if page.name != "README.md" and f"({page.name})" not in first
    ] == []
    for readme in ("README.md", "README.ja.md"):
        assert "docs/how-to/README.md" in (ROOT / readme).read_text(encoding="utf-8")
