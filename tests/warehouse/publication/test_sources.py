"""What a publication says of the places where papers come from, and of papers that gave way to another version."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.support.findings import catalogue, paper, score
from tests.warehouse.test_refreshing import READER, REFRESH, row
from warehouse import Warehouse, load, open_warehouse, publish
from warehouse.refreshes import SourceRow
from warehouse.refreshing import note_refresh

SITE = "moderngov+https://democracy.example.org"
FOLDER = "somebody/papers"
ADDRESS = "https://democracy.example.org/documents/s1/Prevent.docx"
MONDAY = datetime(2026, 3, 2, 6, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 6, tzinfo=UTC)
DOWN = "The server answers with status 500."


def refresh(warehouse: Warehouse, at: datetime, *sources: SourceRow, listed: str | None = None) -> None:
    listings = [row(ADDRESS, listed)] if listed else []
    note_refresh(warehouse, REFRESH, READER, sources, listings=listings, at=at)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    old, new = paper("old", score(4)), paper("new", score(2))
    with open_warehouse(folder / "warehouse.duckdb") as warehouse:
        load(warehouse, [old], catalogue(), reader=READER)
        refresh(warehouse, MONDAY, SourceRow(SITE, 1), SourceRow(FOLDER, 3), listed=old.document.document_id)
        load(warehouse, [new], catalogue(), reader=READER)
        refresh(
            warehouse,
            TUESDAY,
            SourceRow(SITE, 0, error=DOWN),
            SourceRow(FOLDER, 0, error=f"{FOLDER} cannot be opened."),
            listed=new.document.document_id,
        )
        return publish(warehouse, folder / "out").path


def test_a_source_that_cannot_be_seen_is_published_with_the_day_on_which_it_was(release: Path) -> None:
    with duckdb.connect(str(release / "scorepack.duckdb"), read_only=True) as copy:
        sources = copy.execute("select source, state, papers, seen_until, reason from sources").fetchall()
    assert sources == [
        (SITE, "failed", 1, MONDAY.date(), DOWN),
        ("papers", "failed", 3, MONDAY.date(), None),
    ]


def test_the_report_says_so_and_nowhere_tells_where_folders_lie(release: Path) -> None:
    page = (release / "report" / "coverage.html").read_text(encoding="utf-8")
    assert f"<strong>not seen</strong> since 2 March 2026: {DOWN}" in page
    for file in release.rglob("*"):
        if file.is_file():
            assert b"somebody" not in file.read_bytes(), file


def test_the_page_of_a_replaced_paper_says_so(release: Path) -> None:
    pages = {file.read_text(encoding="utf-8") for file in (release / "report").glob("paper-*.html")}
    [old] = [page for page in pages if "<h1" in page and "old.pdf</h1>" in page]
    assert "Another version of the paper stands at" in old
    assert sum("Another version of the paper" in page for page in pages) == 1


def test_a_source_that_fails_makes_a_new_release_once(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "warehouse.duckdb") as warehouse:
        load(warehouse, [paper("a", score(4))], catalogue(), reader=READER)
        refresh(warehouse, MONDAY, SourceRow(SITE, 1))
        publish(warehouse, tmp_path / "out")
        refresh(warehouse, TUESDAY, SourceRow(SITE, 0, error=DOWN))
        assert publish(warehouse, tmp_path / "out").changed
        refresh(warehouse, TUESDAY, SourceRow(SITE, 0, error="It answers with another page each day."))
        assert not publish(warehouse, tmp_path / "out").changed
