"""A dataset as files for programs: CSV and Parquet, the same rows in the same order."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from warehouse import sql
from warehouse.publication.relations import Relation
from warehouse.publication.texts import cell_text, without_formula

NEEDS_QUOTES = re.compile(r'[,"\r\n]|\A\s|\s\Z|\A\Z')


def write_csv(relation: Relation, folder: Path) -> Path:
    """`NAME.csv`: UTF-8 without a byte order mark, a header row, lines end with CR LF (RFC 4180).

    An empty cell without quotes is a missing value, one with quotes an empty text. A text that a spreadsheet would
    take for a formula has an apostrophe in front (see `texts.without_formula`); Parquet holds it as printed.
    """
    file = folder / f"{relation.dataset.name}.csv"
    lines = [_line(relation.names), *(_line(row) for row in relation.rows)]
    file.write_bytes("".join(lines).encode("utf-8"))
    return file


def write_parquet(connection: duckdb.DuckDBPyConnection, relation: Relation, folder: Path, version: str) -> Path:
    """`NAME.parquet`: zstd, with title, description and version as key-value metadata; values exactly as kept."""
    file = folder / f"{relation.dataset.name}.parquet"
    form = "parquet_with_place" if "bbox" in relation.names else "parquet"
    connection.execute(
        sql.script(f"publication/{form}"),
        {
            "name": relation.dataset.name,
            "file": str(file),
            "title": relation.dataset.title,
            "description": relation.comment,
            "version": version,
        },
    ).fetchall()
    return file


def _line(values: Iterable[Any]) -> str:
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int | float):
        return cell_text(value)  # no number needs quotes
    return _quoted(cell_text(value))


@lru_cache(maxsize=10_000)
def _text(text: str) -> str:
    """Names, codes and labels stand in thousands of rows."""
    return _quoted(without_formula(text))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text
