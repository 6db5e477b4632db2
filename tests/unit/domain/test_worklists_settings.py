"""The municipality's numbers for the lists: laid over the package's, refused by name where they are wrong."""

from pathlib import Path

import pytest

from saiken.domain.errors import InvalidInput
from saiken.domain.worklists.catalogue import load_catalogue


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "worklists.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_own_number_replaces_the_packages_and_the_rest_stays(tmp_path: Path) -> None:
    own, packaged = load_catalogue(_folder(tmp_path, "[settings]\nuntouched_months = 3\n")), load_catalogue()
    assert (own.settings.untouched_months, packaged.settings.untouched_months) == (3, 6)
    assert own.settings.answer_days == packaged.settings.answer_days
    assert own.lists == packaged.lists


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[settings]\nuntouched = 3\n", "untouched"),
        ("[lists]\n", "lists"),
        ("[settings]\nanswer_days = 0\n", "answer_days"),
        ("[settings]\nanswer_days = true\n", "answer_days"),
        ("[settings", "worklists.toml"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        load_catalogue(_folder(tmp_path, text))
    assert named in refused.value.sentence
    assert "worklists.toml" in refused.value.sentence


def test_a_folder_without_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="読めません"):
        load_catalogue(tmp_path / "nowhere")
