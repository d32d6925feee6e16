"""Findings -> DuckDB -> published folder. Knows SQL, knows no paper."""

from warehouse.checks import Fault, run_checks
from warehouse.connection import Warehouse
from warehouse.errors import WarehouseBusy, WarehouseError
from warehouse.loading import LoadCounts, load
from warehouse.opening import open_warehouse
from warehouse.publication import Publication, PublicationError, publish
from warehouse.reader_print import ReaderPrint
from warehouse.reading import DictionaryRow, ViewRows, dictionary, read_view, view_comments

__all__ = [
    "DictionaryRow",
    "Fault",
    "LoadCounts",
    "Publication",
    "PublicationError",
    "ReaderPrint",
    "ViewRows",
    "Warehouse",
    "WarehouseBusy",
    "WarehouseError",
    "dictionary",
    "load",
    "open_warehouse",
    "publish",
    "read_view",
    "run_checks",
    "view_comments",
]
