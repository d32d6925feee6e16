from pathlib import Path

import pytest

from extractors import Source
from flows import cutting
from flows.errors import BadConfiguration
from flows.reading import interpret
from flows.settings import Settings, read_settings
from tests.support import papers
from transforms import Lexicon, load_catalogue
from transforms.findings import Findings


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.of(load_catalogue())


def read(path: Path, lexicon: Lexicon) -> Findings:
    return interpret(Source(str(path), path, path.name), lexicon, pictures=True)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(papers.briefing_pdf())
    return path


def test_every_value_of_a_pdf_stands_in_a_picture_of_its_page(deck: Path, lexicon: Lexicon) -> None:
    found = read(deck, lexicon)
    assert found.observations
    for place in (value.place for value in found.observations):
        assert place.bbox
        assert any(
            one.page == place.page and one.area[0] <= place.bbox[0] and place.bbox[3] <= one.area[3]
            for one in found.cutouts
        )


def test_pictures_are_small_and_the_same_every_time(deck: Path, lexicon: Lexicon) -> None:
    first, second = read(deck, lexicon).cutouts, read(deck, lexicon).cutouts
    assert first == second
    assert all(one.png.startswith(b"\x89PNG") and len(one.png) <= cutting.MOST_BYTES for one in first)


def test_a_picture_that_stays_too_large_is_left_out(
    deck: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "MOST_BYTES", 50)
    assert read(deck, lexicon).cutouts == ()


def test_no_more_pictures_are_cut_than_may_be(deck: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MOST_CUTOUTS", 0)
    assert read(deck, lexicon).cutouts == ()


def test_papers_without_pages_to_paint_have_none(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "briefing.docx"
    path.write_bytes(papers.briefing_docx())
    found = read(path, lexicon)
    assert found.observations
    assert found.cutouts == ()


def test_pictures_are_kept_unless_the_configuration_says_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "scorepack.toml"
    assert Settings().pictures
    file.write_text("[publication]\npictures = false\n")
    assert not read_settings(file).pictures
    file.write_text('[publication]\npictures = "no"\n')
    with pytest.raises(BadConfiguration, match=r"\[publication\] pictures must be true or false"):
        read_settings(file)
