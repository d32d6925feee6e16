"""What a refresh knows before it begins, and what it notes at its end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.findings import catalogue, paper, score
from warehouse import ReaderPrint, Warehouse, load, open_warehouse
from warehouse.holding import holder
from warehouse.refreshes import ListingRow, RefreshRow, ShortfallRow, SourceRow
from warehouse.refreshing import FAILURE_KEEPS, known, note_refresh, source_ages

MONDAY = datetime(2026, 3, 2, 6, tzinfo=UTC)
READER = ReaderPrint("1.0", "reader-1", "reader-1 within 300", "catalogue-1")
REFRESH = RefreshRow(
    MONDAY, sources=1, failed_sources=0, listed=1, fetched=0, read=1, gone=0, withheld=0, missed=0, loaded=True
)
SITE = "moderngov+https://democracy.example.org"


def row(address: str, document_id: str, *, source: str = SITE, edition: str = "1", facts: str = "") -> ListingRow:
    return ListingRow(source, address, edition, facts, document_id)


def source_of(warehouse: Warehouse) -> list[tuple[str, str]]:
    return warehouse.connection.execute("select file_name, source from core.document order by 1").fetchall()


def test_a_document_is_known_to_the_reader_that_read_it(warehouse: Warehouse) -> None:
    found = paper("a", score(4))
    load(warehouse, [found], catalogue(), reader=READER)
    assert known(warehouse, READER).documents == {found.document.document_id}
    assert known(warehouse, replace(READER, reader="reader-2")).documents == frozenset()


def test_a_document_that_was_loaded_without_a_print_is_read_again(warehouse: Warehouse) -> None:
    load(warehouse, [paper("a", score(4))], catalogue())
    assert known(warehouse, READER).documents == frozenset()


def test_reading_the_same_again_with_another_reader_changes_no_finding_and_notes_the_reader(
    warehouse: Warehouse,
) -> None:
    later = replace(READER, reader="reader-2")
    load(warehouse, [paper("a", score(4))], catalogue(), reader=READER)
    assert load(warehouse, [paper("a", score(4))], catalogue(), reader=later).unchanged == 1
    assert known(warehouse, READER).documents == frozenset()
    assert len(known(warehouse, later).documents) == 1


def test_a_paper_that_failed_is_left_alone_for_a_week_or_until_the_limits_change(warehouse: Warehouse) -> None:
    load(warehouse, [paper("a", status="failed")], catalogue(), reader=READER, at=MONDAY)
    assert len(known(warehouse, READER, at=MONDAY + timedelta(days=1)).documents) == 1
    assert not known(warehouse, READER, at=MONDAY + FAILURE_KEEPS).documents
    wider = replace(READER, reader_of_failed="reader-1 within 600")
    assert not known(warehouse, wider, at=MONDAY + timedelta(days=1)).documents


def test_whether_the_stored_catalogue_is_the_present_one_is_known(warehouse: Warehouse) -> None:
    assert not known(warehouse, READER).catalogue_is_stored
    load(warehouse, [], catalogue(), reader=READER)
    assert known(warehouse, READER).catalogue_is_stored
    assert not known(warehouse, replace(READER, catalogue="catalogue-2")).catalogue_is_stored


def test_what_a_source_names_is_kept_renewed_and_forgotten(warehouse: Warehouse) -> None:
    first, second = row("https://example.org/1.pdf", "d1"), row("https://example.org/2.pdf", "d2")
    note_refresh(warehouse, REFRESH, READER, [], listings=[first, second])
    newer = replace(first, edition="2", document_id="d3")
    note_refresh(warehouse, REFRESH, READER, [], listings=[newer], forgotten=[second])
    assert list(known(warehouse, READER).listings.values()) == [newer]


def test_a_paper_that_was_moved_has_its_new_address_without_being_read(warehouse: Warehouse) -> None:
    found = paper("old", score(4))
    load(warehouse, [found], catalogue(), reader=READER)
    moved = replace(row("papers/new.pdf", found.document.document_id, source="papers"), file_name="new.pdf")
    note_refresh(warehouse, REFRESH, READER, [], listings=[moved])
    assert source_of(warehouse) == [("new.pdf", "papers/new.pdf")]


def test_a_paper_that_stands_at_a_second_place_keeps_its_address(warehouse: Warehouse) -> None:
    found = paper("a", score(4))
    load(warehouse, [found], catalogue(), reader=READER)
    document = found.document
    here = replace(row(document.source, document.document_id), file_name=document.file_name)
    there = replace(row("another/copy.pdf", document.document_id), file_name="copy.pdf")
    note_refresh(warehouse, REFRESH, READER, [], listings=[here, there])
    assert source_of(warehouse) == [(document.file_name, document.source)]


def test_a_source_that_fails_keeps_its_last_good_day_and_gets_an_age(warehouse: Warehouse) -> None:
    note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 12)], at=MONDAY)
    lost = SourceRow(SITE, 0, (ShortfallRow(SITE, "", "missed", "It did not answer."),), "It did not answer.")
    note_refresh(warehouse, REFRESH, READER, [lost], at=MONDAY + timedelta(days=7))
    [age] = source_ages(warehouse)
    assert (age.state, age.papers, age.missed, age.days_old) == ("failed", 12, 1, 7)
    assert age.last_good == MONDAY.replace(tzinfo=None)
    note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 13)], at=MONDAY + timedelta(days=8))
    [age] = source_ages(warehouse)
    assert (age.state, age.papers, age.missed, age.last_error) == ("good", 13, 0, None)


def test_a_source_that_never_answered_was_never_seen(warehouse: Warehouse) -> None:
    note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 0, (), "The host is not known.")])
    assert [(age.state, age.days_old) for age in source_ages(warehouse)] == [("never seen", None)]


def test_what_was_not_had_is_told_of_the_last_time_only(warehouse: Warehouse) -> None:
    closed = ShortfallRow("https://example.org/1.pdf", "", "withheld", "It is not open to the public.")
    note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 1, (closed, replace(closed, kind="missed")))])
    note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 1, (closed,))])
    assert warehouse.connection.execute("select position, kind, address from core.shortfall").fetchall() == [
        (1, "withheld", closed.address)
    ]


def test_each_refresh_is_a_row_also_where_nothing_was_loaded(warehouse: Warehouse) -> None:
    load(warehouse, [], catalogue(), reader=READER)
    note_refresh(warehouse, REFRESH, READER, [], at=MONDAY)
    note_refresh(warehouse, replace(REFRESH, read=0, loaded=False), READER, [], at=MONDAY)
    rows = warehouse.connection.execute("select refresh_id, read, run_id, version from meta.refresh order by 1")
    assert rows.fetchall() == [(1, 1, 1, "1.0"), (2, 0, None, "1.0")]


def test_a_note_that_fails_halfway_leaves_nothing(warehouse: Warehouse) -> None:
    twice = [SourceRow(SITE, 1, (ShortfallRow("x", "", "missed", None),))]  # type: ignore[arg-type]  # the fault
    with pytest.raises(Exception, match="NOT NULL"):
        note_refresh(warehouse, REFRESH, READER, twice, listings=[row("x", "d1")])
    assert known(warehouse, READER).listings == {}
    assert source_ages(warehouse) == ()


def test_who_holds_a_warehouse_is_told_without_changing_it(path: Path) -> None:
    assert holder(path) is None
    path.write_bytes(b"this is no database" * 400)
    assert "cannot be opened" in (holder(path) or "")
    path.unlink()
    with open_warehouse(path):
        pass
    before = path.read_bytes()
    assert holder(path) is None
    assert path.read_bytes() == before
