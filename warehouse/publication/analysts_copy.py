"""`scorepack.duckdb`: the warehouse's views over rows that stay, for analysts and for every other file of a release.

Each view shows one table of the schema `kept`, in which the rows of that moment lie.
"""

from pathlib import Path

import duckdb

from warehouse import sql
from warehouse.connection import Warehouse
from warehouse.publication.datasets import DATASETS
from warehouse.publication.relations import Column, columns_of, comment_of

FILE_NAME = "scorepack.duckdb"


def write_copy(warehouse: Warehouse, folder: Path) -> Path:
    """Copy all datasets in one transaction, so that the copy shows one moment of the warehouse.

    The comments of views and columns come along, to the views and to the tables below them.
    The file is stored so that DuckDB 1.5 and later can read it.
    """
    file = folder / FILE_NAME
    connection = warehouse.connection
    connection.execute(sql.script("publication/attach"), {"file": str(file)}).fetchall()
    try:
        with warehouse.transaction():
            connection.execute(sql.script("publication/kept")).fetchall()
            for dataset in DATASETS:
                _copy(connection, dataset.name)
            connection.execute(sql.script("publication/comments")).fetchall()
            for benchmark, comment in connection.execute(sql.script("publication/heatmap_comments")).fetchall():
                _comment_column(connection, '"heatmap"', Column(benchmark, "", comment))
            for statement in connection.execute(sql.script("publication/kept_comments")).fetchall():
                connection.execute(*statement).fetchall()
    finally:
        connection.execute(sql.script("publication/detach")).fetchall()
    return file


def _copy(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    view = _quoted(name)
    connection.execute(f"create table published.kept.{view} as\n{sql.script(f'publication/{name}')}").fetchall()
    connection.execute(f"create view published.main.{view} as from published.kept.{view}").fetchall()
    connection.execute(f"comment on view published.main.{view} is {_literal(comment_of(connection, name))}").fetchall()
    for column in columns_of(connection, name):
        _comment_column(connection, view, column)


def _comment_column(connection: duckdb.DuckDBPyConnection, view: str, column: Column) -> None:
    place = f"published.main.{view}.{_quoted(column.name)}"
    connection.execute(f"comment on column {place} is {_literal(column.comment)}").fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"  # COMMENT takes no parameters
