"""Reading the views of the contract, and what they mean."""

from dataclasses import dataclass
from typing import Any

from warehouse.connection import Warehouse
from warehouse.errors import UnknownView
from warehouse.schema import PUBLIC_VIEWS


@dataclass(frozen=True, slots=True)
class ViewRows:
    """A view's column names and all its rows, in no promised order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class DictionaryRow:
    """What one column of a view means; `type` is DuckDB's."""

    view: str
    column: str
    type: str
    comment: str


def read_view(warehouse: Warehouse, view: str) -> ViewRows:
    """All rows of one of the views of the contract. Raises UnknownView."""
    if view not in PUBLIC_VIEWS:
        raise UnknownView(view, PUBLIC_VIEWS)
    relation = warehouse.connection.view(view)
    return ViewRows(tuple(relation.columns), tuple(relation.fetchall()))


def dictionary(warehouse: Warehouse) -> tuple[DictionaryRow, ...]:
    """The data dictionary: every column of every view of the contract, in the contract's order."""
    rows = [DictionaryRow(*row) for row in warehouse.run("reading/dictionary")]
    return tuple(sorted(rows, key=lambda row: PUBLIC_VIEWS.index(row.view)))


def view_comments(warehouse: Warehouse) -> dict[str, str]:
    """What the rows of each view of the contract are: view to comment, in the contract's order."""
    comments: dict[str, str] = dict(warehouse.run("reading/view_comments"))
    return {view: comments[view] for view in PUBLIC_VIEWS}
