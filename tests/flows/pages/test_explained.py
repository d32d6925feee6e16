"""One paper's account as a page: every value with its cell marked."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from flows.explain import Explained, explained
from flows.pages.explained import explained_page
from tests.support import papers
from tests.support.html import Page, faults_of
from transforms import load_catalogue
from transforms.findings import Place, StatedMeasure


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def deck(tmp_path_factory, catalogue) -> Explained:
    folder: Path = tmp_path_factory.mktemp("deck")
    return explained(papers.save(folder, "deck.pdf", papers.deck_pdf()), catalogue)


def outlines(text: str) -> list[tuple[float, ...]]:
    """The boxes of the values on the pictures of the tables."""
    pattern = r'<rect class="o o-value" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/>'
    return [tuple(map(float, found)) for found in re.findall(pattern, text)]


def test_each_value_is_told_with_its_number_status_and_cell(deck):
    text = explained_page(deck)
    assert faults_of(text) == []
    words = Page(text).words
    assert "1 risk assessment = 4 ● accepted , confidence 0.9" in words
    assert "Leicestershire County Council, 2022" in words
    assert len(outlines(text)) == 20
    assert text.count('<svg class="crop"') == 20
    assert text.count('<li class="value accepted"') == 20
    assert "period from the table" in words


def test_the_outline_on_the_picture_is_the_place_of_the_value(deck):
    found = deck.findings.observations[0]
    assert deck.document is not None
    table = deck.document.tables[(found.place.table or 0) - 1]
    left, top = table.bbox[0] - 14, table.bbox[1] - 14
    x, y, width, height = outlines(explained_page(deck))[0]
    scale = 110 / 72
    assert x / scale == pytest.approx(found.place.bbox[0] - left, abs=1.5)
    assert y / scale == pytest.approx(found.place.bbox[1] - top, abs=1.5)
    assert width / scale == pytest.approx(found.place.bbox[2] - found.place.bbox[0], abs=0.5)
    assert height / scale == pytest.approx(found.place.bbox[3] - found.place.bbox[1], abs=0.5)


def test_the_same_paper_gives_the_same_page(deck):
    assert explained_page(deck) == explained_page(deck)


def test_held_and_rejected_values_are_listed_first_and_marked_on_the_picture(deck):
    first, second, *others = deck.findings.observations
    told = (
        replace(first, status="review", reason="the label is only close"),
        replace(second, status="rejected", reason="7 is not on the scale"),
        *others,
    )
    text = explained_page(replace(deck, findings=replace(deck.findings, observations=told)))
    assert faults_of(text) == []
    words = Page(text).words
    assert "To be looked at: 1 ○ risk assessment = 4 , 2 ✕ multi agency partnership board = 5 ." in words
    assert "Because the label is only close." in words
    assert '">1 ?</text>' in text
    assert '">2 ×</text>' in text


def test_tables_without_values_stand_at_the_end_with_the_reason(deck):
    text = explained_page(replace(deck, findings=replace(deck.findings, observations=())))
    assert faults_of(text) == []
    words = Page(text).words
    assert words.index("Tables without values") < words.index("Show the table")
    assert "A score table of prevent-duty-2018" in words


def test_a_paper_without_pages_is_drawn_and_the_page_says_so(tmp_path, catalogue):
    found = explained(papers.save(tmp_path, "briefing.docx", papers.briefing_docx()), catalogue)
    text = explained_page(found)
    assert faults_of(text) == []
    assert "A drawing of the table as it was read, not a picture of the paper." in text
    assert 'stroke="#14202b"' in text
    assert "data:" not in text


def test_a_value_outside_tables_is_shown_where_it_stands(deck):
    first = deck.findings.observations[0]
    loose = replace(first, place=Place("text", page=2, bbox=(100.0, 100.0, 300.0, 120.0)))
    nowhere = replace(first, place=Place("text"))
    text = explained_page(replace(deck, findings=replace(deck.findings, observations=(loose, nowhere))))
    assert faults_of(text) == []
    words = Page(text).words
    assert "Page 2, outside tables" in words
    assert "Outside tables" in words
    assert text.count('<svg class="crop"') == 1


def test_a_figure_that_the_paper_states_is_shown_with_its_cell(deck):
    first = deck.findings.observations[0]
    stated = StatedMeasure(
        "m1", "weighted_score", first.framework, first.subject, 3.75, "3.75", first.place, 0.9, "accepted"
    )
    text = explained_page(replace(deck, findings=replace(deck.findings, observations=(), measures=(stated,))))
    assert faults_of(text) == []
    assert "1 weighted score = 3.75, stated by the paper" in Page(text).words
    assert text.count('class="o o-marked"') == 2, "the one cell, on the table and on its crop"


def test_a_paper_that_cannot_be_read_gives_its_reason(tmp_path, catalogue):
    found = explained(papers.save(tmp_path, "locked.docx", papers.password_docx()), catalogue)
    text = explained_page(found)
    assert found.document is None
    assert faults_of(text) == []
    assert "The paper could not be read: " in text
    assert "password" in text


def test_hostile_labels_stay_text(deck):
    evil = "</p><script>alert(1)</script>"
    first = replace(
        deck.findings.observations[0],
        benchmark_text=evil,
        score_text=evil,
        status="review",
        reason=evil,
        evidence=(evil,),
    )
    paper = replace(deck.findings.document, title=evil, file_name=evil, reason=evil)
    text = explained_page(replace(deck, findings=replace(deck.findings, observations=(first,), document=paper)))
    assert faults_of(text) == []
    assert evil in Page(text).words
