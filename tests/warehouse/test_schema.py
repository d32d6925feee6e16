from pathlib import Path

import duckdb
import pytest

from tests.support.findings import catalogue, paper, score
from tests.support.views import dump, values
from warehouse import load, open_warehouse, schema, sql
from warehouse.connection import Warehouse
from warehouse.errors import NewerWarehouse, NotAWarehouse

TODAY = schema.VERSION
BEFORE_HISTORY = (
    "create table core.observation as select * exclude (run_id) from core.observed",
    "drop table core.observed",
    "drop table core.printed_cell",
    "drop table core.replaced",
)
"""Takes from a warehouse without views what version 4 did not have; its constraints do not matter to what follows."""
LATER = (
    "drop table core.decision",
    "drop table core.alias",
    "drop table core.source",
    "drop table core.listing",
    "drop table core.shortfall",
    "drop table meta.refresh",
    "drop table meta.published",
    "drop table core.rating",
    "drop table core.cutout",
    *BEFORE_HISTORY,
    "alter table core.document drop column reader",
    "alter table meta.run drop column version",
    "alter table meta.run drop column reader",
    "alter table meta.run drop column catalogue",
)
"""Takes from a warehouse what version 1 did not have."""


def test_every_view_file_is_made_in_a_warehouse():
    made = {f"views/{name}" for name in schema.ALL_VIEWS}
    assert made == set(sql.scripts_in("views"))


def test_every_relation_file_opens_with_its_grain():
    for name in sql.scripts_in("views") + sql.scripts_in("tables"):
        assert sql.script(name).startswith("-- one row"), name


def test_every_file_makes_the_relation_it_is_named_after(warehouse: Warehouse):
    made = {name for _, name in warehouse.run("schema/relations")}
    assert made == {name.split("/")[1] for name in sql.scripts_in("views") + sql.scripts_in("tables")}


def test_every_table_view_and_column_carries_a_comment(warehouse: Warehouse):
    silent = warehouse.connection.execute(
        """
        select schema_name, table_name, null from duckdb_tables() where not internal and comment is null
        union all
        select schema_name, view_name, null from duckdb_views() where not internal and comment is null
        union all
        select schema_name, table_name, column_name from duckdb_columns() where not internal and comment is null
        """
    ).fetchall()
    assert silent == []


def test_a_newer_warehouse_is_refused_and_left_alone(path: Path):
    with open_warehouse(path) as warehouse:
        warehouse.connection.execute("update meta.schema_version set version = 99, views_fingerprint = 'newer'")
    before = path.read_bytes()
    with (
        pytest.raises(NewerWarehouse, match=f"version 99; this program knows versions up to {schema.VERSION}"),
        open_warehouse(path),
    ):
        pass
    assert path.read_bytes() == before


def test_a_database_of_somebody_else_is_refused_and_left_alone(path: Path):
    with duckdb.connect(path) as connection:
        connection.execute("create table accounts (balance double)")
    before = path.read_bytes()
    with pytest.raises(NotAWarehouse, match="no scorepack warehouse"), open_warehouse(path):
        pass
    assert path.read_bytes() == before


@pytest.fixture
def two_versions_on(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A program that is two versions ahead; tests put its migrations in the dict."""
    migrations: dict[str, str] = {}
    kept = sql.script
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 2)
    monkeypatch.setattr(sql, "script", lambda name: migrations[name] if name in migrations else kept(name))
    return migrations


def test_an_older_warehouse_is_migrated_step_by_step_and_keeps_its_values(
    path: Path, two_versions_on: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as today:
        today.setattr(schema, "VERSION", TODAY)
        with open_warehouse(path) as warehouse:
            load(warehouse, [paper("a", score(4))], catalogue())
            before = dump(warehouse)
    two_versions_on[f"migrations/{TODAY + 1:04}"] = "alter table core.document add column licence varchar;"
    two_versions_on[f"migrations/{TODAY + 2:04}"] = "update core.document set licence = 'not stated';"
    with open_warehouse(path) as warehouse:
        assert warehouse.connection.execute("select licence from core.document").fetchall() == [("not stated",)]
        assert warehouse.run("schema/version") == [(TODAY + 2,)]
        assert dump(warehouse) == before


def test_a_migration_that_fails_halfway_leaves_the_old_version(
    path: Path, two_versions_on: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as today:
        today.setattr(schema, "VERSION", TODAY)
        with open_warehouse(path):
            pass
    two_versions_on[f"migrations/{TODAY + 1:04}"] = "alter table core.document add column licence varchar;"
    two_versions_on[f"migrations/{TODAY + 2:04}"] = "alter table core.no_such_table add column licence varchar;"
    with pytest.raises(duckdb.CatalogException), open_warehouse(path):
        pass
    monkeypatch.undo()
    with open_warehouse(path) as warehouse:
        assert warehouse.run("schema/version") == [(TODAY,)]
        assert load(warehouse, [paper("a", score(4))], catalogue()).new == 1


def test_views_of_another_program_version_are_made_anew(path: Path):
    with open_warehouse(path) as warehouse:
        load(warehouse, [paper("a", score(4))], catalogue())
        warehouse.connection.execute("create or replace view documents as select 1 as document_id")
        warehouse.connection.execute("update meta.schema_version set views_fingerprint = 'other'")
    with open_warehouse(path) as warehouse:
        assert values(warehouse, "documents", "file_name") == ["a.pdf"]


def test_a_migrated_warehouse_has_the_relations_of_a_new_one(path: Path):
    with open_warehouse(path) as warehouse:
        new = _columns(warehouse)
        _take_back(warehouse, 1, LATER)
    with open_warehouse(path) as warehouse:
        assert _columns(warehouse) == new


def test_a_warehouse_from_before_the_history_keeps_what_stands(path: Path):
    with open_warehouse(path) as warehouse:
        load(warehouse, [paper("a", score(4)), paper("b", score(3, "drains"))], catalogue())
        load(warehouse, [paper("a", score(5))], catalogue())
        before = dump(warehouse)
        _take_back(warehouse, 4, ("delete from core.observed where run_id = 1 and score = 4", *BEFORE_HISTORY))
    with open_warehouse(path) as warehouse:
        assert dump(warehouse) == before
        found = warehouse.connection.execute("select score, run_id from core.observed order by score").fetchall()
        assert found == [(3, 1), (5, 2)]
        assert load(warehouse, [paper("a", score(5))], catalogue()).unchanged == 1


def _take_back(warehouse: Warehouse, version: int, statements: tuple[str, ...]) -> None:
    """Make the warehouse one of an earlier version."""
    warehouse.connection.execute(f"update meta.schema_version set version = {version}, views_fingerprint = 'earlier'")
    for (view,) in warehouse.connection.execute(
        "select schema_name || '.' || view_name from duckdb_views() where not internal"
    ).fetchall():
        warehouse.connection.execute(f"drop view {view}")
    for statement in statements:
        warehouse.connection.execute(statement)


def _columns(warehouse: Warehouse) -> set[tuple[object, ...]]:
    return set(
        warehouse.connection.execute(
            "select schema_name, table_name, column_name, data_type, is_nullable, comment from duckdb_columns() "
            "where not internal"
        ).fetchall()
    )
