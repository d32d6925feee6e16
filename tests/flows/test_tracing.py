"""From a published score back to the paper that it was read from."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import Source
from flows.cli import app
from flows.errors import HalfAKey, NoWarehouse, UnknownKey
from flows.pages.traced import traced_page
from flows.reading import interpret
from flows.tracing import Key, Traced, traced, where_now
from tests.flows.test_cli import scorepack
from tests.support import papers
from tests.support.html import Page, faults_of
from transforms import Lexicon, load_catalogue
from warehouse import load, open_warehouse

KEY = Key("E10000018", 2022, "channel_panel")


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory, catalogue) -> Path:
    """A warehouse with two papers that give the same scores, one of a format without pages."""
    folder: Path = tmp_path_factory.mktemp("traced")
    lexicon = Lexicon.of(catalogue)
    contents = {"deck.pdf": papers.deck_pdf(), "extract.txt": papers.text_extract()}
    paths = [papers.save(folder, name, content) for name, content in contents.items()]
    findings = [interpret(Source(str(path), path, path.name), lexicon) for path in paths]
    with open_warehouse(folder / "scorepack.duckdb") as warehouse:
        load(warehouse, findings, catalogue)
    return folder


@pytest.fixture
def found(folder) -> Traced:
    return traced(folder / "scorepack.duckdb", KEY)


def test_the_score_is_told_with_every_value_found_for_it(found):
    text = found.as_text()
    assert text.startswith("channel_panel of Leicestershire County Council in 2022, prevent-duty-2018: 5 (exceeded)\n")
    assert text.count("this is the score") == 1
    assert "(deck.pdf, page 5, table; confidence 0.9" in text
    assert "period from the table" in text
    assert {one["file_name"] for one in json.loads(found.as_json())["values"]} == {"deck.pdf", "extract.txt"}


def test_the_page_shows_the_one_cell_in_each_paper(found, catalogue):
    text = traced_page(found, catalogue)
    assert faults_of(text) == []
    assert text.count('<rect class="o o-marked"') == 2, "on the table and on the crop of the page of the PDF"
    assert "A drawing of the table as it was read, not a picture of the paper." in text
    assert "channel panel of Leicestershire County Council in 2022" in Page(text).words


def test_papers_that_are_gone_changed_or_on_the_web_are_told(found, folder, catalogue, tmp_path):
    first, second = found.sightings
    changed = papers.save(tmp_path, "changed.txt", b"something else")
    told = []
    for source in (str(folder / "gone.pdf"), str(changed), "https://example.org/deck.pdf"):
        moved = replace(first, source=source)
        place = where_now(moved)
        assert isinstance(place, str)
        told.append(place)
        lost = replace(found, sightings=(moved,), papers={moved.document_id: place})
        page = traced_page(lost, catalogue)
        assert faults_of(page) == []
        assert f"The paper cannot be shown: {place}" in Page(page).words
        assert f"not to be shown: {place}" in lost.as_text()
    assert "it is no longer at " in told[0]
    assert "has been changed since it was read" in told[1]
    assert "download it" in told[2]
    assert isinstance(where_now(second), Path)


def test_a_key_that_nothing_was_found_for_is_a_wrong_call(folder):
    with pytest.raises(UnknownKey, match="holds no value of training for Narnia in 2022"):
        traced(folder / "scorepack.duckdb", Key("Narnia", 2022, "training"))


def test_a_warehouse_that_is_not_there_is_a_wrong_call_and_is_not_made(tmp_path):
    with pytest.raises(NoWarehouse):
        traced(tmp_path / "none.duckdb", KEY)
    assert not (tmp_path / "none.duckdb").exists()


@pytest.mark.parametrize("words", [[], ["--authority", "E10000018"], ["deck.pdf", "--year", "2022"]])
def test_half_a_key_is_a_wrong_call(words):
    with pytest.raises(HalfAKey, match="Name one DOCUMENT, or one published value"):
        app(["explain", *words], standalone_mode=False)


def test_the_command_finds_the_score_and_writes_its_page(folder):
    key = ("--authority", "E10000018", "--year", "2022", "--benchmark", "channel_panel")
    done = scorepack("explain", *key, "--html", "score.html", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "prevent-duty-2018: 5 (exceeded)" in done.stdout
    assert faults_of((folder / "score.html").read_text(encoding="utf-8")) == []
