"""Looking at a warehouse as an analyst does: views as lists of dicts."""

from typing import Any

from warehouse import Warehouse, read_view
from warehouse.schema import PUBLIC_VIEWS


def rows(warehouse: Warehouse, view: str, *columns: str, **where: Any) -> list[dict[str, Any]]:
    """The rows of a view that have the given values, cut to the given columns (all unless named), in a fixed order."""
    read = read_view(warehouse, view)
    listed = [dict(zip(read.columns, row, strict=True)) for row in read.rows]
    found = [row for row in listed if all(row[name] == value for name, value in where.items())]
    return sorted(({name: row[name] for name in columns or row} for row in found), key=repr)


def values(warehouse: Warehouse, view: str, column: str, **where: Any) -> list[Any]:
    """One column of those rows, in a fixed order."""
    return sorted((row[column] for row in rows(warehouse, view, column, **where)), key=repr)


def dump(warehouse: Warehouse, *, leave_out: tuple[str, ...] = ("last_seen",)) -> dict[str, list[dict[str, Any]]]:
    """Everything that analysts see, in a fixed order, without the columns that are left out."""
    return {
        view: [{name: value for name, value in row.items() if name not in leave_out} for row in rows(warehouse, view)]
        for view in PUBLIC_VIEWS
    }
