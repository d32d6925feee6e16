"""What one paper gave, as an immutable Parquet file: how it travels from whoever read the paper to the one who loads.

The file has one row with nested columns, so that it is typed, lossless, and can be looked at with any tool that reads
Parquet. DuckDB writes it: whoever has a warehouse needs nothing more.
"""

import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import duckdb

from transforms.findings import Findings
from warehouse import sql
from warehouse.errors import BrokenShard
from warehouse.opening import SETTINGS

SHARD_VERSION = 1
"""Of the shape of the file. A shard of another version is none."""


@dataclass(frozen=True, slots=True)
class Shard:
    """What one paper gave, and what it depends on beside the paper's bytes.

    `reader` is the print of the program that read it, `told` the print of what its place of publication told of it.
    """

    reader: str
    told: str
    findings: Findings


def parquet_of(shard: Shard) -> bytes:
    """The shard as the content of a Parquet file: the same shard gives the same bytes.

    Half characters, which broken fonts give and no file can hold, are kept visible as in the warehouse.
    """
    with _connection() as connection, TemporaryDirectory() as folder:
        file = Path(folder) / "shard.parquet"
        connection.execute(sql.script("shards/make_shard"))
        row = {"shard_version": SHARD_VERSION, "reader": shard.reader, "told": shard.told, **_plain(shard.findings)}
        connection.execute(sql.script("shards/fill_shard"), row)
        connection.table("shard").to_parquet(str(file), compression="zstd")
        return file.read_bytes()


def shard_in(content: bytes) -> Shard:
    """The shard that a Parquet file holds. Raises BrokenShard for anything else."""
    try:
        row = _row(content)
    except duckdb.Error as error:
        raise BrokenShard(str(error).splitlines()[0]) from error
    if row.pop("shard_version") != SHARD_VERSION:
        raise BrokenShard("it was written in another form")
    reader, told = row.pop("reader"), row.pop("told")
    return Shard(reader, told, _typed(Findings, row))


def _row(content: bytes) -> dict[str, Any]:
    with _connection() as connection, TemporaryDirectory() as folder:
        file = Path(folder) / "shard.parquet"
        file.write_bytes(content)
        connection.execute(sql.script("shards/make_shard"))
        connection.execute(sql.script("shards/take_shard"), {"file": str(file)})
        result = connection.execute(sql.script("shards/shard"))
        columns = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    if len(rows) != 1:
        raise BrokenShard(f"it has {len(rows)} rows instead of one")
    return dict(zip(columns, rows[0], strict=True))


@contextmanager
def _connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with temporary tables of its own, so that threads do not meet."""
    connection = _database().cursor()
    try:
        yield connection
    finally:
        connection.close()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    # In memory, and one for all shards: to make a database takes ten times as long as to read a shard with it.
    return duckdb.connect(config=SETTINGS | {"threads": 1})


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, everything below them too."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    return value


def _typed(kind: Any, value: Any) -> Any:
    """The opposite of `_plain`: `value` as the type that the door declares. Raises BrokenShard."""
    if isinstance(kind, type) and is_dataclass(kind):
        if value is None:
            raise BrokenShard("a value is missing")
        hints = _hints(kind)
        return kind(**{name: _typed(hint, value.get(name)) for name, hint in hints.items()})
    if get_origin(kind) in (Union, types.UnionType):
        [inner] = [part for part in get_args(kind) if part is not types.NoneType]
        return None if value is None else _typed(inner, value)
    if value is None:
        raise BrokenShard("a value is missing")
    if get_origin(kind) is tuple:
        return _typed_tuple(get_args(kind), value)
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise BrokenShard(f"'{value}' is none of {', '.join(get_args(kind))}")
        return value
    return value


def _typed_tuple(kinds: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_typed(kinds[0], value) for value in values)
    if len(kinds) != len(values):
        raise BrokenShard(f"{len(values)} values stand where {len(kinds)} belong")
    return tuple(_typed(kind, value) for kind, value in zip(kinds, values, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
