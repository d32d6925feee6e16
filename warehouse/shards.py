"""What one paper gave, as an immutable Parquet file: how it travels from whoever read the paper to the one who loads.

The file has one row with nested columns, as the types at the door between `transforms` and `warehouse` have them, so
that it is typed, lossless, and can be looked at with any tool that reads Parquet. DuckDB writes it: whoever has a
warehouse needs nothing more.
"""

import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import duckdb
from duckdb import ColumnExpression

from transforms.findings import Findings
from warehouse import sql
from warehouse.errors import BrokenShard
from warehouse.opening import SETTINGS

SqlType = Any
"""A type of DuckDB, which publishes no name for it that all its releases share."""

_PLAIN_TYPES: Mapping[type, str] = {
    str: "varchar",
    int: "bigint",
    float: "double",
    bool: "boolean",
    bytes: "blob",
    date: "date",
}


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
    row = {"reader": shard.reader, "told": shard.told, "findings": _plain(shard.findings)}
    with _connection() as connection, TemporaryDirectory() as folder:
        file = Path(folder) / "shard.parquet"
        arriving = connection.sql(sql.script("shards/shard"), params=row)
        arriving.select(*_columns()).to_parquet(str(file), compression="zstd")
        return file.read_bytes()


def shard_in(content: bytes) -> Shard:
    """The shard that a Parquet file holds. Raises BrokenShard for anything else."""
    rows = _rows(content)
    if len(rows) != 1:
        raise BrokenShard(f"it has {len(rows)} rows instead of one")
    [(reader, told, findings)] = rows
    return Shard(_typed(str, reader), _typed(str, told), _typed(Findings, findings))


def _rows(content: bytes) -> list[tuple[Any, ...]]:
    with _connection() as connection, TemporaryDirectory() as folder:
        file = Path(folder) / "shard.parquet"
        file.write_bytes(content)
        try:
            return connection.read_parquet(str(file)).select(*_columns()).fetchall()
        except duckdb.Error as error:
            raise BrokenShard(str(error).splitlines()[0].replace(str(file), file.name)) from error


def _columns() -> list[duckdb.Expression]:
    return [ColumnExpression(name).cast(_sql_type(hint)).alias(name) for name, hint in _hints(Shard).items()]


@contextmanager
def _connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection of one's own, so that threads do not meet."""
    connection = _database().cursor()
    try:
        yield connection
    finally:
        connection.close()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    # In memory, and one for all shards: to make a database takes longer than to read a shard with it.
    return duckdb.connect(config=SETTINGS | {"threads": 1})


def _sql_type(kind: Any) -> SqlType:
    """The type of DuckDB for what the door declares: a struct for a dataclass, a list for a tuple."""
    inner = _within_optional(kind)
    if isinstance(inner, type) and is_dataclass(inner):
        return duckdb.struct_type({name: _sql_type(hint) for name, hint in _hints(inner).items()})
    if get_origin(inner) is tuple:
        return duckdb.list_type(_sql_type(get_args(inner)[0]))
    if get_origin(inner) is Literal:
        return duckdb.sqltype("varchar")
    return duckdb.sqltype(_PLAIN_TYPES[inner])


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
    inner = _within_optional(kind)
    if value is None:
        if inner is not kind:
            return None
        raise BrokenShard("a value is missing")
    if isinstance(inner, type) and is_dataclass(inner):
        return inner(**{name: _typed(hint, value[name]) for name, hint in _hints(inner).items()})
    if get_origin(inner) is tuple:
        return _typed_tuple(get_args(inner), value)
    if get_origin(inner) is Literal and value not in get_args(inner):
        raise BrokenShard(f"'{value}' is none of {', '.join(get_args(inner))}")
    return value


def _typed_tuple(kinds: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_typed(kinds[0], value) for value in values)
    if len(kinds) != len(values):
        raise BrokenShard(f"{len(values)} values stand where {len(kinds)} belong")
    return tuple(_typed(kind, value) for kind, value in zip(kinds, values, strict=True))


def _within_optional(kind: Any) -> Any:
    """`X` of `X | None`; anything else is given as it is."""
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    [inner] = [part for part in get_args(kind) if part is not types.NoneType]
    return inner


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
