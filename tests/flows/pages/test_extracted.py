"""The tables of a paper as one page."""

import pytest

from extractors import Cell, Document, Notice, Table, read
from flows.pages.extracted import extracted_page
from tests.support import papers
from tests.support.html import Page, faults_of

HOSTILE = "</td><script>alert('x')</script><!-- & \" \x00\x1b \ud800"


def document(*tables: Table, **facts: object) -> Document:
    given = {"document_id": "ab" * 32, "file_name": "paper.docx", "source": "paper.docx", "media_type": "text/plain"}
    return Document(**(given | {"body": tables} | facts))


def page_of(*tables: Table, **facts: object) -> str:
    return extracted_page(document(*tables, **facts), dict(enumerate(tables, 1)))


def test_a_table_keeps_its_rows_merged_cells_and_fills():
    table = Table(
        (
            Cell(0, 0, "Scores", column_span=2, fill="#4b2b6b"),
            Cell(1, 0, "Training", row_span=2),
            Cell(1, 1, "3"),
            Cell(2, 1, "4", fill="#fbe69f"),
        ),
        caption="Benchmarks",
        page=3,
    )
    text = page_of(table)
    assert faults_of(text) == []
    assert '<td colspan="2" style="background:#4b2b6b;color:#ffffff">Scores</td>' in text
    assert '<td rowspan="2">Training</td>' in text
    assert '<td style="background:#fbe69f;color:#14202b">4</td>' in text
    assert "Table 1: Benchmarks" in text
    assert "Page 3, read from a table; 3 rows, 2 columns." in text


def test_places_that_no_cell_covers_stay_empty():
    text = page_of(Table((Cell(0, 0, "a"), Cell(1, 1, "b"))))
    assert text.count('<td class="hole"></td>') == 3, "the corner of the numbers, and two holes"


def test_doubtful_cells_are_dashed_and_say_why():
    table = Table((Cell(0, 0, "4", confidence=0.62), Cell(0, 1, "3", remark="struck through"), Cell(0, 2, "5")))
    text = page_of(table)
    assert text.count('class="doubtful"') == 2
    words = Page(text).words
    assert "Row 1, column 1, ‘4’: read with confidence 0.62." in words
    assert "Row 1, column 2, ‘3’: struck through." in words


def test_nothing_that_a_paper_says_becomes_part_of_the_page():
    table = Table((Cell(0, 0, HOSTILE, fill="red;}</style>", remark=HOSTILE),), caption=HOSTILE)
    text = page_of(table, title=HOSTILE, file_name=HOSTILE, notices=(Notice("repaired_file", HOSTILE, 1),))
    assert faults_of(text) == []
    assert "red;}" not in text
    assert "<script>alert('x')</script>" in Page(text).words
    assert "\x00" not in text
    text.encode("utf-8")


def test_a_paper_without_tables_says_so():
    text = page_of()
    assert faults_of(text) == []
    assert "There is no table here." in text


def test_a_pdf_shows_its_tables_as_printed_where_pictures_are_wanted(tmp_path):
    path = papers.save(tmp_path, "deck.pdf", papers.deck_pdf())
    read_paper = read(path)
    tables = dict(enumerate(read_paper.tables, 1))
    with_pictures = extracted_page(read_paper, tables, path)
    assert faults_of(with_pictures) == []
    assert "as printed; outlines show what was read where." in with_pictures
    assert with_pictures.count("data:image/png;base64,") == len(tables)
    assert with_pictures == extracted_page(read_paper, tables, path), "the same bytes every time"
    assert "data:" not in extracted_page(read_paper, tables)


@pytest.mark.parametrize(("name", "content"), [("a.docx", papers.briefing_docx), ("a.pptx", papers.deck_pptx)])
def test_papers_whose_pages_cannot_be_painted_show_no_picture(tmp_path, name, content):
    path = papers.save(tmp_path, name, content())
    read_paper = read(path)
    text = extracted_page(read_paper, dict(enumerate(read_paper.tables, 1)), path)
    assert faults_of(text) == []
    assert "<figure>" not in text
