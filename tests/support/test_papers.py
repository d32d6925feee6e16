"""The builders that other tests lean on give what they promise."""

import io
import zipfile

import docx
import pdfplumber
import pptx
import pytest
from pdfplumber.utils.exceptions import PdfminerException

from tests.support import papers


def test_a_briefing_holds_the_scores_that_were_asked_for() -> None:
    paper = docx.Document(io.BytesIO(papers.briefing_docx(scores={"2022": [1] * 10, "2023": [5] * 10})))
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert rows[:2] == [["", "Benchmark", "2022", "2023"], ["1", "Risk Assessment", "1", "5"]]


def test_a_deck_shows_the_same_table_as_slides_and_as_pages() -> None:
    slides = pptx.Presentation(io.BytesIO(papers.deck_pptx())).slides
    [table] = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    with pdfplumber.open(io.BytesIO(papers.deck_pdf())) as deck:
        [[grid]] = [page.extract_tables() for page in deck.pages if page.extract_tables()]
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == grid[1:]
    assert len(deck.pages) == len(slides)


def test_every_page_of_a_pack_bears_its_number() -> None:
    with pdfplumber.open(io.BytesIO(papers.agenda_pack_pdf())) as pack:
        stamped = [str(page.page_number) in page.extract_text().split() for page in pack.pages]
    assert all(stamped)


def test_a_text_extract_ends_the_head_row_with_the_stray_number() -> None:
    lines = papers.text_extract(stray_number="41").decode().splitlines()
    [head] = [line for line in lines if line.startswith("Benchmarking\t")]
    assert head.endswith("\tCommunications\t41")


def test_a_broken_pdf_cannot_be_opened() -> None:
    with pytest.raises(PdfminerException):
        pdfplumber.open(io.BytesIO(papers.broken_pdf()))


def test_a_locked_paper_is_a_compound_file_and_no_package() -> None:
    locked = papers.password_docx()
    assert locked.startswith(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert "EncryptedPackage".encode("utf-16-le") in locked
    assert not zipfile.is_zipfile(io.BytesIO(locked))
