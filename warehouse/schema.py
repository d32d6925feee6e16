"""The schema of a warehouse file: made in a new one, brought up to date in an old one, left alone in a newer one."""

import hashlib
from datetime import UTC, datetime

from warehouse import sql
from warehouse.connection import Warehouse
from warehouse.errors import NewerWarehouse, NotAWarehouse

VERSION = 5
"""Number of the table layout. A change to a table raises it and brings a file in sql/migrations/."""

PUBLIC_VIEWS = (
    "observations",
    "scores",
    "weighted_scores",
    "met_or_exceeded",
    "year_on_year",
    "stated_measures",
    "reconciliation",
    "recommendations",
    "notices",
    "documents",
    "review_queue",
)
"""What analysts read, in an order in which each view comes after those that it reads."""

_INNER_VIEWS = (
    "observation",
    "overtaken_document",
    "decision_held",
    "decided_observation",
    "lapsed_decision",
    "score_candidate",
    "score_conflict",
    "source_age",
)
_VIEWS_OF_SCORES = ("overall_rating",)
ALL_VIEWS = _INNER_VIEWS + PUBLIC_VIEWS + _VIEWS_OF_SCORES
"""Every view, in an order in which each comes after those that it reads."""


def bring_up_to_date(warehouse: Warehouse) -> None:
    """Make or migrate the tables and make the views anew where they differ: one transaction, nothing if all is well.

    Raises NotAWarehouse for a file with other tables in it, NewerWarehouse for one of a later version.
    """
    found = _found_version(warehouse)
    if found is not None and found > VERSION:
        raise NewerWarehouse(warehouse.path, found, VERSION)
    fingerprint = _views_fingerprint()
    if found == VERSION and warehouse.run("schema/views_fingerprint") == [(fingerprint,)]:
        return
    with warehouse.transaction():
        if found is None:
            _make_tables(warehouse)
        else:
            _migrate_tables(warehouse, found)
        make_views(warehouse)
        warehouse.run(
            "schema/note_version",
            {"version": VERSION, "fingerprint": fingerprint, "at": datetime.now(UTC).replace(tzinfo=None)},
        )


def make_views(warehouse: Warehouse) -> None:
    """Make every view anew, as this program defines it."""
    for name in ALL_VIEWS:
        warehouse.run(f"views/{name}")


def _found_version(warehouse: Warehouse) -> int | None:
    relations = warehouse.run("schema/relations")
    if ("meta", "schema_version") in relations:
        [(version,)] = warehouse.run("schema/version")
        return int(version)
    if relations:
        raise NotAWarehouse(warehouse.path)
    return None


def _views_fingerprint() -> str:
    texts = "\0".join(sql.script(f"views/{name}") for name in ALL_VIEWS)
    return hashlib.sha256(texts.encode()).hexdigest()


def _make_tables(warehouse: Warehouse) -> None:
    warehouse.run("schema/schemas")
    for name in sql.scripts_in("tables"):
        warehouse.run(name)


def _migrate_tables(warehouse: Warehouse, found: int) -> None:
    for version in range(found + 1, VERSION + 1):
        warehouse.run(f"migrations/{version:04d}")
