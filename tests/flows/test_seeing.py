"""Looking at what was read: the options of `extract` and `explain` that make pages and pictures."""

import json
from pathlib import Path

import pytest
from lxml import etree

from extractors import read
from flows.errors import CannotWrite, NoSuchPage, NoSuchTable, UsageProblem
from flows.extract import Wanted, extracted
from flows.pages.rendering import write_page
from tests.flows.test_cli import scorepack
from tests.support import papers
from tests.support.html import faults_of


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.save(tmp_path_factory.mktemp("deck"), "deck.pdf", papers.deck_pdf())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = "| Benchmark | Score |\n| --- | --- |\n| Training | 3 |\n"
    return papers.save(tmp_path, "paper.md", f"# First\n\n{rows}\n# Second\n\n{rows}".encode())


@pytest.mark.parametrize(
    ("wanted", "error", "sentence"),
    [
        (Wanted(tables=(3,)), NoSuchTable, "There is no table 3 in paper.md: its tables are 1 to 2. Leave --table out"),
        (Wanted(tables=(0,)), NoSuchTable, "There is no table 0 in paper.md"),
        (Wanted(pages=(1,)), NoSuchPage, "There is no page 1 in paper.md: its format has no pages."),
    ],
)
def test_what_a_paper_does_not_have_is_a_wrong_call(table, wanted, error, sentence):
    assert issubclass(error, UsageProblem)
    with pytest.raises(error, match=sentence):
        extracted(table, wanted=wanted)


def test_a_page_past_the_end_is_a_wrong_call(deck):
    with pytest.raises(NoSuchPage, match="There is no page 99 in deck"):
        extracted(deck, wanted=Wanted(pages=(99,)))


def test_tables_are_picked_by_number_and_keep_it(table):
    assert [found["table"] for found in json.loads(extracted(table, wanted=Wanted(tables=(2,))))["tables"]] == [2]
    assert extracted(table, "csv", wanted=Wanted(tables=(2,))).splitlines() == [
        "2,,1,Benchmark,Score",
        "2,,2,Training,3",
    ]


def test_tables_are_picked_by_page(deck):
    page = read(deck).tables[0].page
    assert page is not None
    here = json.loads(extracted(deck, wanted=Wanted(pages=(page,))))
    assert {found["page"] for found in here["tables"]} == {page}
    assert json.loads(extracted(deck, wanted=Wanted(pages=(1,))))["tables"] == []


def test_pages_of_a_pdf_are_written_as_pictures(deck, tmp_path):
    extracted(deck, pictures=tmp_path / "seen" / "now")
    written = sorted((tmp_path / "seen" / "now").iterdir())
    pages = sorted({found.page for found in read(deck).tables if found.page})
    assert [file.name for file in written] == [f"page-{page:04}.png" for page in pages]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in written)


def test_tables_of_papers_without_pages_are_drawn(table, tmp_path):
    extracted(table, pictures=tmp_path / "seen", wanted=Wanted(tables=(2,)))
    [written] = (tmp_path / "seen").iterdir()
    assert written.name == "table-002.svg"
    assert etree.parse(written).getroot().tag.endswith("svg")


def test_pictures_that_cannot_be_written_are_a_wrong_call(table):
    with pytest.raises(CannotWrite, match="cannot be written"):
        extracted(table, pictures=table / "pictures")
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_page(table / "page.html", "")
    assert issubclass(CannotWrite, UsageProblem)


def test_pictures_inside_csv_are_a_wrong_call(table):
    done = scorepack("extract", table.name, "--inline", folder=table.parent)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--inline puts pictures into a page: give --format html with it" in done.stderr


def test_extract_prints_a_page(deck):
    done = scorepack("extract", deck.name, "--format", "html", "--inline", folder=deck.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert faults_of(done.stdout) == []
    assert "data:image/png;base64," in done.stdout


def test_explain_writes_a_page_and_prints_what_it_always_printed(table):
    plain = scorepack("explain", table.name, folder=table.parent)
    done = scorepack("explain", table.name, "--html", "seen/paper.html", folder=table.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, plain.stdout, "")
    assert faults_of((table.parent / "seen" / "paper.html").read_text(encoding="utf-8")) == []
