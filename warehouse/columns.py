"""Rows as columns: the shape in which DuckDB takes in a million values at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

from warehouse.connection import Warehouse

if TYPE_CHECKING:
    import pandas as pd

Kind: TypeAlias = Literal["str", "Int32", "Float64", "boolean"]
Row: TypeAlias = tuple[Any, ...]
Source = TypeVar("Source")

LIST_SEPARATOR = "\x1f"
"""Parts lists travelling as one text; the .sql files split at chr(31)."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Source]):
    """One relation `arriving_<name>`: its columns with their kinds, and the rows that one source gives it."""

    name: str
    columns: dict[str, Kind]
    rows: Callable[[Source], Iterable[Row]]


@contextmanager
def arriving(warehouse: Warehouse, sheets: Sequence[Sheet[Source]], sources: Sequence[Source]) -> Iterator[None]:
    """While the block runs, SQL sees `arriving_<name>` for every sheet, filled from all sources."""
    frames = {
        f"arriving_{sheet.name}": _frame(sheet.columns, [row for source in sources for row in sheet.rows(source)])
        for sheet in sheets
    }
    for name, frame in frames.items():
        warehouse.connection.register(name, frame)
    try:
        yield
    finally:
        for name in frames:
            warehouse.connection.unregister(name)


def joined(texts: Iterable[str]) -> str | None:
    """A list as one text, None where it is empty."""
    return LIST_SEPARATOR.join(text.replace(LIST_SEPARATOR, " ") for text in texts) or None


def iso(day: date | None) -> str | None:
    """A date as text."""
    return day.isoformat() if day else None


def _frame(columns: dict[str, Kind], rows: list[Row]) -> "pd.DataFrame":
    import pandas as pd  # takes a second to load: only who loads something waits for it

    values: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [() for _ in columns]
    return pd.DataFrame(
        {
            name: pd.Series(_storable(column) if kind == "str" else column, dtype=kind)
            for (name, kind), column in zip(columns.items(), values, strict=True)
        }
    )


def _storable(texts: Sequence[str | None]) -> Sequence[str | None]:
    # Broken fonts give half characters that no file can hold; they are kept visible as '\ud835'.
    try:
        "".join(text for text in texts if text).encode()
    except UnicodeEncodeError:
        return [text and text.encode(errors="backslashreplace").decode() for text in texts]
    return texts
