"""An open warehouse: DuckDB's connection, SQL by the name of its file, and transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse import sql


@dataclass(frozen=True, slots=True)
class Warehouse:
    """An open warehouse. `connection` is DuckDB's own; fetch all of every result, an open one blocks the next."""

    path: Path
    connection: duckdb.DuckDBPyConnection

    def run(self, name: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run one .sql file by its name and give all rows of its last statement."""
        return self.connection.execute(sql.script(name), parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: whatever leaves the block by an error, an interrupt included, undoes it."""
        self.connection.begin()
        try:
            yield
        except BaseException:  # an interrupt too leaves half a transaction
            self.connection.rollback()
            raise
        self.connection.commit()
