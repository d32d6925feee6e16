"""`scorepack.duckdb`: the warehouse's views as plain tables, for analysts and for every other file of a release."""

from pathlib import Path

import duckdb

from warehouse import sql
from warehouse.connection import Warehouse
from warehouse.publication.datasets import DATASETS
from warehouse.publication.relations import Column, columns_of, comment_of

FILE_NAME = "scorepack.duckdb"


def write_copy(warehouse: Warehouse, folder: Path) -> Path:
    """Copy all datasets in one transaction, so that the copy shows one moment of the warehouse.

    The comments of views and columns come along. The file is stored so that DuckDB 1.5 and later can read it.
    """
    file = folder / FILE_NAME
    connection = warehouse.connection
    connection.execute(sql.script("publication/attach"), {"file": str(file)}).fetchall()
    try:
        with warehouse.transaction():
            for dataset in DATASETS:
                _copy(connection, dataset.name)
            connection.execute(sql.script("publication/comments")).fetchall()
            for benchmark, comment in connection.execute(sql.script("publication/heatmap_comments")).fetchall():
                _comment_column(connection, "heatmap", Column(benchmark, "", comment))
    finally:
        connection.execute(sql.script("publication/detach")).fetchall()
    return file


def _copy(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(f"create table published.{_quoted(name)} as\n{sql.script(f'publication/{name}')}").fetchall()
    comment = _literal(comment_of(connection, name))
    connection.execute(f"comment on table published.{_quoted(name)} is {comment}").fetchall()
    for column in columns_of(connection, name):
        _comment_column(connection, name, column)


def _comment_column(connection: duckdb.DuckDBPyConnection, table: str, column: Column) -> None:
    place = f"published.{_quoted(table)}.{_quoted(column.name)}"
    connection.execute(f"comment on column {place} is {_literal(column.comment)}").fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"  # COMMENT takes no parameters
