"""The readme's pictures: there, light enough, shown in both languages."""

import pytest

from tools.pictures import IMAGES, MOST_BYTES, PICTURES, ROOT, Picture


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_every_picture_is_there_light_and_shown(picture: Picture, readme: str) -> None:
    assert 0 < (IMAGES / picture.name).stat().st_size <= MOST_BYTES
    assert f"docs/images/{picture.name}" in (ROOT / readme).read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in IMAGES.glob("*.png")} == {picture.name for picture in PICTURES}
