import subprocess
import sys

import duckdb
import pytest

from tests.warehouse.publication.conftest import Shared
from warehouse.schema import PUBLIC_VIEWS


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_it_holds_every_view_of_the_contract_row_by_row(shared: Shared, view: str) -> None:
    with duckdb.connect(str(shared.path / "scorepack.duckdb"), read_only=True) as copy:
        relation = copy.table(view)
        assert tuple(relation.columns) == shared.views[view].columns
        assert sorted(map(repr, relation.fetchall())) == sorted(map(repr, shared.views[view].rows))


def test_what_analysts_read_are_views_also_where_the_file_goes_by_another_name(shared: Shared) -> None:
    with duckdb.connect() as analyst:
        analyst.execute(f"attach '{shared.path / 'scorepack.duckdb'}' as figures (read_only)")
        named = analyst.execute("select view_name from duckdb_views() where database_name = 'figures'").fetchall()
        assert {(view,) for view in PUBLIC_VIEWS} <= set(named)
        found = analyst.execute("from figures.scores").fetchall()
    assert sorted(map(repr, found)) == sorted(map(repr, shared.views["scores"].rows))


def test_every_table_view_and_column_tells_its_meaning(shared: Shared) -> None:
    with duckdb.connect(str(shared.path / "scorepack.duckdb"), read_only=True) as copy:
        silent = copy.execute(
            """
            select table_name, column_name from duckdb_columns() where not internal and coalesce(comment, '') = ''
            union all
            select table_name, null from duckdb_tables() where not internal and coalesce(comment, '') = ''
            union all
            select view_name, null from duckdb_views() where not internal and coalesce(comment, '') = ''
            """
        ).fetchall()
    assert silent == []


def test_a_place_keeps_its_four_numbers(shared: Shared) -> None:
    with duckdb.connect(str(shared.path / "scorepack.duckdb"), read_only=True) as copy:
        described = copy.execute("describe observations").fetchall()
    assert ("bbox", "DOUBLE[4]") in [row[:2] for row in described]


def test_it_is_stored_for_older_readers(shared: Shared) -> None:
    with duckdb.connect(str(shared.path / "scorepack.duckdb"), read_only=True) as copy:
        tags = copy.execute("select tags from duckdb_databases() where path is not null").fetchall()
    assert [dict(tag)["storage_version"] for (tag,) in tags] == ["v1.5.0+"]


def test_several_analysts_read_it_at_once(shared: Shared) -> None:
    file = str(shared.path / "scorepack.duckdb")
    script = "import duckdb, sys; print(len(duckdb.connect(sys.argv[1], read_only=True).table('scores').fetchall()))"
    with duckdb.connect(file, read_only=True):
        other = subprocess.run([sys.executable, "-c", script, file], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(len(shared.views["scores"].rows))
