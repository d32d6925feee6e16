"""One published dataset in memory: its columns with their meaning, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import duckdb

from warehouse import sql
from warehouse.publication.datasets import Dataset

Row: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` as DuckDB writes it, `comment` what the column means."""

    name: str
    type: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """The rows of one dataset in their published order, each as long as there are columns."""

    dataset: Dataset
    comment: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries from column name to value."""
        names = self.names
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def record(self, row: Row) -> dict[str, Any]:
        """One row as a dictionary from column name to value."""
        return dict(zip(self.names, row, strict=True))


def read_relation(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> Relation:
    """The table of that name in the order its statement gives."""
    rows = connection.execute(sql.script("publication/rows"), {"name": dataset.name}).fetchall()
    return Relation(
        dataset=dataset,
        comment=comment_of(connection, dataset.name),
        columns=columns_of(connection, dataset.name),
        rows=tuple(rows),
    )


def columns_of(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[Column, ...]:
    """The columns of a table or view in their order."""
    return tuple(
        Column(*row) for row in connection.execute(sql.script("publication/columns"), {"name": name}).fetchall()
    )


def comment_of(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """What a table or view says about itself; empty where it says nothing."""
    found: Sequence[Row] = connection.execute(sql.script("publication/comment"), {"name": name}).fetchall()
    return next((str(comment) for (comment,) in found if comment), "")
