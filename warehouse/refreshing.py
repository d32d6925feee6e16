"""What a refresh knows before it begins, and what it notes at its end."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from warehouse.columns import Row, Sheet, arriving
from warehouse.connection import Warehouse
from warehouse.loading import utc
from warehouse.reader_print import ReaderPrint
from warehouse.refreshes import Known, ListingRow, RefreshRow, SourceAge, SourceRow

FAILURE_KEEPS = timedelta(days=7)
"""How long a paper that could not be read is left alone, unless the program or its limits change meanwhile."""

_LISTING: Sheet[Sequence[ListingRow]] = Sheet(
    "listing",
    {"source": "str", "address": "str", "edition": "str", "facts": "str", "document_id": "str", "file_name": "str"},
    lambda rows: [_cells(row) for row in rows],
)
_FORGOTTEN: Sheet[Sequence[ListingRow]] = Sheet(
    "forgotten", {"source": "str", "address": "str"}, lambda rows: [(row.source, row.address) for row in rows]
)


def known(warehouse: Warehouse, reader: ReaderPrint, *, at: datetime | None = None) -> Known:
    """What need not be looked at again by this reader."""
    current = warehouse.run(
        "refreshing/current",
        {
            "reader": reader.reader,
            "reader_of_failed": reader.reader_of_failed,
            "failed_after": utc(at) - FAILURE_KEEPS,
        },
    )
    listings = [ListingRow(*row) for row in warehouse.run("refreshing/listings")]
    return Known(
        documents=frozenset(document_id for (document_id,) in current),
        listings={(row.source, row.address): row for row in listings},
        catalogue_is_stored=warehouse.run("refreshing/catalogue") == [(reader.catalogue,)],
    )


def note_refresh(
    warehouse: Warehouse,
    refresh: RefreshRow,
    reader: ReaderPrint,
    sources: Sequence[SourceRow],
    *,
    listings: Sequence[ListingRow] = (),
    forgotten: Sequence[ListingRow] = (),
    at: datetime | None = None,
) -> None:
    """Note what a refresh saw, in one transaction: new or changed `listings`, those `forgotten`, and its figures."""
    now = utc(at)
    with warehouse.transaction():
        if listings or forgotten:
            _note_listings(warehouse, listings, forgotten, now)
        for source in sources:
            _note_source(warehouse, source, now)
        facts = asdict(refresh) | {"started_at": utc(refresh.started_at), "finished_at": now}
        warehouse.run("refreshing/note_refresh", facts | {"version": reader.version, "reader": reader.reader})


def source_ages(warehouse: Warehouse) -> tuple[SourceAge, ...]:
    """Every source that a refresh ever looked at, by its address."""
    return tuple(SourceAge(*row) for row in warehouse.run("refreshing/ages"))


def _note_listings(
    warehouse: Warehouse, listings: Sequence[ListingRow], forgotten: Sequence[ListingRow], now: datetime
) -> None:
    with arriving(warehouse, [_LISTING], [listings]), arriving(warehouse, [_FORGOTTEN], [forgotten]):
        warehouse.run("refreshing/note_replaced", {"at": now})
        warehouse.run("refreshing/note_listings")
        warehouse.run("refreshing/keep_listed")


def _note_source(warehouse: Warehouse, source: SourceRow, now: datetime) -> None:
    kinds = [shortfall.kind for shortfall in source.shortfalls]
    warehouse.run(
        "refreshing/note_source",
        {
            "source": source.source,
            "tried_at": now,
            "error": source.error,
            "papers": source.papers,
            "withheld": kinds.count("withheld"),
            "missed": kinds.count("missed"),
        },
    )
    warehouse.run("refreshing/clear_shortfalls", {"source": source.source})
    for position, shortfall in enumerate(source.shortfalls, start=1):
        warehouse.run("refreshing/note_shortfall", {"source": source.source, "position": position, **asdict(shortfall)})


def _cells(row: ListingRow) -> Row:
    return row.source, row.address, row.edition, row.facts, row.document_id, row.file_name
