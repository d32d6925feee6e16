"""Opening the warehouse: one writer at a time, a bounded wait for it, the schema brought up to date."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.connection import Warehouse
from warehouse.errors import NotADatabase, WarehouseBusy, WarehouseUnreadable, WarehouseUnwritable
from warehouse.schema import bring_up_to_date

# Nothing is ever fetched from the net: what DuckDB bundles (core functions, icu, json, parquet) is all that is used.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_POLL_SECONDS = 0.1
_UNWRITTEN = re.compile(
    r"could not (?:write|fsync|truncate|create|open|remove|move)|no space left|read-only file system|quota exceeded|"
    r"file too large|input/output error|max_temp_directory_size|database has been invalidated",
    re.IGNORECASE,
)


@contextmanager
def open_warehouse(path: Path, *, wait_seconds: float = 30) -> Iterator[Warehouse]:
    """Open the warehouse at `path`, or create it with its folder, and bring its schema up to date.

    While another process holds the file, waits up to `wait_seconds`, then raises WarehouseBusy. Raises NotADatabase,
    NotAWarehouse, NewerWarehouse or WarehouseUnreadable, each of them without having changed the file. Inside the block
    a disk that takes no more raises WarehouseUnwritable.
    """
    connection = _connect(path, wait_seconds)
    try:
        warehouse = Warehouse(path, connection)
        bring_up_to_date(warehouse)
        yield warehouse
    except duckdb.Error as error:
        if is_of_the_disk(error):
            raise WarehouseUnwritable(path, str(error).splitlines()[0]) from error
        raise
    finally:
        connection.close()


def _connect(path: Path, wait_seconds: float) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + wait_seconds
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseUnreadable(path, str(error)) from error
    while True:
        try:
            return duckdb.connect(path, config=SETTINGS)
        except duckdb.IOException as error:
            if "Could not set lock" not in str(error):
                raise _opening_error(path, error) from error
            if time.monotonic() >= deadline:
                raise WarehouseBusy(path, wait_seconds, holder_in(error)) from error
        except duckdb.Error as error:
            raise _opening_error(path, error) from error
        time.sleep(_POLL_SECONDS)


def holder_in(error: duckdb.Error) -> int | None:
    """The id of the process that DuckDB says holds the file."""
    named = re.search(r"\(PID (\d+)\)", str(error))
    return int(named.group(1)) if named else None


def is_of_the_disk(error: duckdb.Error) -> bool:
    """Whether an error tells of writing: DuckDB has no class for it, and a commit wraps what the disk said."""
    return bool(_UNWRITTEN.search(str(error)))


def _opening_error(path: Path, error: duckdb.Error) -> NotADatabase | WarehouseUnreadable:
    if "not a valid DuckDB database file" in str(error):
        return NotADatabase(path)
    return WarehouseUnreadable(path, str(error).splitlines()[0])
