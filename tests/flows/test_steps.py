"""The steps of the flows, without Prefect."""

from dataclasses import replace
from pathlib import Path

import pytest

from extractors import Source
from flows.errors import NoWarehouse, RunFailed, UnusableCatalogue
from flows.settings import Settings
from flows.steps import batches, catalogue_of, find_papers, load_findings, publish_warehouse
from flows.summary import Summary

WAREHOUSE = Path("scorepack.duckdb")


def test_a_folder_gives_its_papers_in_order(folder):
    sources, lost = find_papers([str(folder)], warehouse=WAREHOUSE)
    assert [source.file_name for source in sources] == [
        "broken.pdf",
        "empty.pdf",
        "leicestershire.pptx",
        "locked.docx",
        "sefton.docx",
    ]
    assert lost == []


def test_an_address_that_cannot_be_fetched_is_a_document_with_a_reason():
    sources, lost = find_papers(["moderngov+http://127.0.0.1:9/"], warehouse=WAREHOUSE)
    assert sources == []
    assert [found.document.status for found in lost] == ["failed"]
    assert "private network" in lost[0].document.reason


def test_papers_are_put_into_batches():
    sources = [Source(str(n), Path(str(n)), str(n)) for n in range(5)]
    assert [len(batch) for batch in batches(sources, 2)] == [2, 2, 1]


def test_a_register_that_cannot_be_used_is_a_configuration_error(tmp_path):
    with pytest.raises(UnusableCatalogue, match="does not exist"):
        catalogue_of(Settings(authority_files=(tmp_path / "nowhere.csv",)))


def test_there_is_nothing_to_publish_without_a_warehouse(tmp_path):
    with pytest.raises(NoWarehouse, match="scorepack ingest SOURCE"):
        publish_warehouse(tmp_path / "nowhere.duckdb", tmp_path / "published")


def test_a_file_that_is_no_warehouse_is_refused(tmp_path):
    file = tmp_path / "scorepack.duckdb"
    file.write_bytes(b"this is no database" * 400)
    with pytest.raises(RunFailed, match=r"scorepack\.duckdb"):
        load_findings(file, [], catalogue_of(Settings()))


def test_a_summary_is_clean_only_where_nothing_failed_and_nothing_waits(tmp_path):
    done = load_findings(tmp_path / "w.duckdb", [], catalogue_of(Settings()))
    assert Summary(done).is_clean
    assert not Summary(replace(done, counts={**done.counts, "review": 1})).is_clean
    assert not Summary(replace(done, counts={**done.counts, "failed": 1})).is_clean
