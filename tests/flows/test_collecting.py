"""What a refresh finds at one source, without Prefect and without a network."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors import Fetching, Listed, Missed, PaperError, Remark, Source, Withheld
from flows import collecting
from flows.collecting import Collected, collect
from tests.support.council import FAULTS, council, polite
from tests.support.papers import empty_file, save
from warehouse.refreshes import Known, ListingRow

TODAY = date(2026, 3, 2)
SITE = "moderngov+https://democracy.example.org"
PAPER = Listed(
    "https://democracy.example.org/documents/s1.pdf",
    title="Prevent",
    committee="Scrutiny",
    meeting_on=TODAY,
    edition="1",
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    save(folder, "a.txt", b"first")
    save(folder, "b.txt", b"second")
    for file in folder.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """A site that lists what a test puts in the list; an error in it ends the list."""
    listed: list[object] = []

    def list_papers(_address, _visit, *, today, how):
        assert today == TODAY
        assert how is None
        for one in listed:
            if isinstance(one, Exception):
                raise one
            yield one

    def fetch(one, _visit):
        if one.title == "lost":
            raise PaperError("It did not come.")
        return Source(one.address, save(tmp_path, "fetched.txt", one.edition.encode()), "s1.pdf", fresh=True)

    monkeypatch.setattr(collecting, "list_papers", list_papers)
    monkeypatch.setattr(collecting, "fetch", fetch)
    return listed


def collected(address: str, tmp_path: Path, known: Known | None = None) -> Collected:
    from extractors.sources.visit import Visit

    with Visit(Fetching(store=tmp_path / "store")) as visit:
        return collect(address, visit, known or Known(), warehouse=tmp_path / "w.duckdb", today=TODAY)


def known_from(collected: Collected) -> Known:
    rows = [one.row for one in collected.found]
    kept = {
        (row.source, row.address): ListingRow(row.source, row.address, row.edition, row.facts, row.document_id)
        for row in rows
    }
    return Known(frozenset(row.document_id for row in rows), kept)


def test_a_folder_is_known_by_size_and_time_without_opening_a_file(papers, tmp_path, monkeypatch):
    first = collected(str(papers), tmp_path)
    assert [one.paper.file_name for one in first.found if one.paper] == ["a.txt", "b.txt"]
    monkeypatch.setattr(Source, "fingerprint", lambda _: pytest.fail("a file was opened"))
    second = collected(str(papers), tmp_path, known_from(first))
    assert [one.paper for one in second.found] == [None, None]


def test_a_file_that_was_written_just_now_is_looked_at_again(papers, tmp_path):
    os.utime(papers / "a.txt")
    first = collected(str(papers), tmp_path)
    assert [one.row.edition == "" for one in first.found] == [True, False]
    second = collected(str(papers), tmp_path, known_from(first))
    assert [one.paper and one.paper.file_name for one in second.found] == ["a.txt", None]


def test_a_known_paper_that_another_reader_has_read_is_looked_at(papers, tmp_path):
    first = known_from(collected(str(papers), tmp_path))
    second = collected(str(papers), tmp_path, Known(frozenset(), first.listings))
    assert all(one.paper for one in second.found)


def test_a_folder_that_is_not_there_is_told_and_nothing_is_raised(tmp_path):
    found = collected(str(tmp_path / "nowhere"), tmp_path)
    assert found.found == ()
    assert "does not exist" in found.error


def test_the_warehouse_among_the_papers_is_no_paper(papers, tmp_path):
    (papers / "w.duckdb").write_bytes(b"x")
    from extractors.sources.visit import Visit

    with Visit(Fetching(store=tmp_path / "store")) as visit:
        found = collect(str(papers), visit, Known(), warehouse=papers / "w.duckdb", today=TODAY)
    assert len(found.found) == 2


def test_a_paper_of_a_site_is_known_by_its_edition_and_facts_and_is_not_fetched(site, tmp_path, monkeypatch):
    site.append(PAPER)
    first = collected(SITE, tmp_path)
    assert (first.fetched, first.error) == (1, None)
    monkeypatch.setattr(collecting, "fetch", lambda *_: pytest.fail("fetched"))
    assert collected(SITE, tmp_path, known_from(first)).fetched == 0


def test_another_edition_or_another_day_is_looked_at_again(site, tmp_path):
    site.append(PAPER)
    known = known_from(collected(SITE, tmp_path))
    for changed in (replace(PAPER, edition="2"), replace(PAPER, meeting_on=date(2026, 4, 2))):
        site[:] = [changed]
        assert collected(SITE, tmp_path, known).fetched == 1


def test_closed_and_lost_papers_are_told_and_the_others_had(site, tmp_path):
    lost = Listed("https://democracy.example.org/documents/s2.pdf", title="lost")
    site += [Withheld("https://democracy.example.org/s3", "", "It is not open."), lost, PAPER]
    found = collected(SITE, tmp_path)
    assert [(one.kind, one.address.rpartition("/")[2]) for one in found.shortfalls] == [
        ("withheld", "s3"),
        ("missed", "s2.pdf"),
    ]
    assert (len(found.found), found.error) == (1, None)


def test_a_list_that_breaks_off_is_no_full_sight_of_the_source(site, tmp_path):
    site += [PAPER, Missed(SITE, "", PaperError("It broke off."))]
    found = collected(SITE, tmp_path)
    assert (len(found.found), found.error) == (1, "It broke off.")


def test_a_source_of_which_nothing_could_be_had_has_failed(site, tmp_path):
    site.append(Listed("https://democracy.example.org/documents/s2.pdf", title="lost"))
    assert collected(SITE, tmp_path).error == "It did not come."


def test_a_site_that_has_nothing_these_weeks_is_well(site, tmp_path):
    site.clear()
    assert collected(SITE, tmp_path).error is None


def test_a_store_that_cannot_be_written_is_told(site, tmp_path):
    site.append(OSError(28, "No space left on device"))
    assert "No space left on device" in collected(SITE, tmp_path).error


def test_an_empty_file_is_left_to_the_reader_to_tell(papers, tmp_path):
    save(papers, "empty.pdf", empty_file())
    assert len(collected(str(papers), tmp_path).found) == 3


def test_a_remark_about_a_list_is_no_fault_of_it(site, tmp_path):
    site += [Remark(SITE, "Its pages were read."), PAPER]
    had = collected(SITE, tmp_path)
    assert (had.remarks, had.error, had.shortfalls, len(had.found)) == (("Its pages were read.",), None, (), 1)


TOLD = {
    "forbidden": "refuses programs (status 403); it is left alone",
    "forbidden-documents": "refuses programs (status 403); it is left alone",
    "busy": "is busy (status 429); it is left alone",
    "error": "answered with status 500",
    "page": "answered with a web page where the list of papers should be",
    "cut": "could not be reached",
    "page-for-document": "answered with a web page in place of the document",
    "bomb": "has no ModernGov service that answers",
    "onward": "169.254.169.254 inside a private network, which is not fetched",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_of_a_site_is_told_and_makes_the_source_a_failed_one(fault, tmp_path):
    from extractors.sources.visit import Visit

    with council(fault) as server, Visit(polite(tmp_path / "store"), sleep=lambda _: None) as visit:
        address = f"moderngov+{server.address}/"
        had = collect(address, visit, Known(), warehouse=tmp_path / "w.duckdb", today=date(2026, 3, 11))
    assert had.found == ()
    assert TOLD[fault] in (had.error or "")
    assert list((tmp_path / "store").rglob("objects/*")) == []


def test_a_source_is_listed_by_its_own_filters(tmp_path):
    from extractors.sources.visit import Visit

    with council() as server, Visit(polite(tmp_path / "store")) as visit:
        own = replace(visit.how, words=("notes",))
        had = collect(
            f"moderngov+{server.address}/",
            visit,
            Known(),
            warehouse=tmp_path / "w.duckdb",
            today=date(2026, 3, 11),
            how=own,
        )
    assert [one.row.file_name for one in had.found] == ["Notes on benchmarking.txt"]
