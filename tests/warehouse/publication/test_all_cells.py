"""Every cell of every dataset is the same in the database, in Parquet, in CSV and in the workbook."""

import csv
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet
import pytest

from tests.warehouse.publication.conftest import Shared
from warehouse.publication.datasets import DATASETS
from warehouse.publication.workbook import HEADER_ROW

NAMES = [dataset.name for dataset in DATASETS]
PARSERS: dict[str, Callable[[str], Any]] = {
    "VARCHAR": str,
    "INTEGER": int,
    "BIGINT": int,
    "DOUBLE": float,
    "BOOLEAN": lambda text: {"true": True, "false": False}[text],
    "DATE": date.fromisoformat,
    "TIMESTAMP": datetime.fromisoformat,
    "DOUBLE[4]": json.loads,
}

Cells = list[list[Any]]


class Database:
    """The analysts' copy of a release."""

    def __init__(self, release: Path) -> None:
        self.release = release
        self.connection = duckdb.connect(str(release / "scorepack.duckdb"), read_only=True)

    def types(self, name: str) -> dict[str, str]:
        """The columns of a dataset with their types."""
        described = self.connection.execute(
            "select column_name, data_type from duckdb_columns() "
            "where schema_name = 'main' and table_name = ? order by column_index",
            [name],
        )
        return dict(described.fetchall())

    def cells(self, name: str) -> Cells:
        """The rows of a dataset in the order in which they are kept."""
        return plain(self.connection.execute(f"from {name}").fetchall())


@pytest.fixture(scope="module", params=["small papers", "the example papers"])
def database(request: pytest.FixtureRequest, shared: Shared) -> Database:
    if request.param == "small papers":
        return Database(shared.path)
    return Database(request.getfixturevalue("example_release"))


@pytest.mark.parametrize("name", NAMES)
def test_parquet_holds_every_cell(database: Database, name: str) -> None:
    table = pyarrow.parquet.read_table(database.release / f"{name}.parquet")
    assert table.column_names == list(database.types(name))
    assert plain(row.values() for row in table.to_pylist()) == database.cells(name)


@pytest.mark.parametrize("name", NAMES)
def test_csv_holds_every_cell(database: Database, name: str) -> None:
    types = database.types(name)
    header, *rows = cells_of_csv((database.release / f"{name}.csv").read_bytes().decode("utf-8"))
    assert header == list(types)
    read = [
        [None if text is None else PARSERS[kind](text) for text, kind in zip(row, types.values(), strict=True)]
        for row in rows
    ]
    assert read == [[disarmed(value) for value in row] for row in database.cells(name)]


@pytest.mark.parametrize("name", NAMES)
def test_the_workbook_holds_every_cell(database: Database, name: str, books: dict[Path, openpyxl.Workbook]) -> None:
    if database.release not in books:
        books[database.release] = openpyxl.load_workbook(database.release / "comparison.xlsx")
    book = books[database.release]
    cells = database.cells(name)
    if not cells:
        assert name not in book.sheetnames
        return
    header, *rows = book[name].iter_rows(min_row=HEADER_ROW + 1, values_only=True)
    assert list(header) == list(database.types(name))
    assert [list(row) for row in rows] == [[in_a_sheet(value) for value in row] for row in cells]


@pytest.fixture(scope="module")
def books() -> dict[Path, openpyxl.Workbook]:
    """Workbooks that have been opened; it takes a second each."""
    return {}


def plain(rows: Any) -> Cells:
    """Rows as lists, and places on a page as lists too."""
    return [[list(value) if isinstance(value, tuple) else value for value in row] for row in rows]


def cells_of_csv(text: str) -> list[list[str | None]]:
    """Cells of a CSV file: None where there is nothing between two commas, a text where there are quotes."""
    printed = iter(re.finditer(r'("(?:[^"]|"")*"|[^,\r\n"]*)(?:,|\r\n)', text))
    lines = csv.reader(text.splitlines(keepends=True))
    return [[None if next(printed)[1] == "" else cell for cell in line] for line in lines]


def disarmed(value: Any) -> Any:
    """A text as CSV holds it: with an apostrophe where a spreadsheet would take it for a formula."""
    is_formula = (
        isinstance(value, str)
        and value[:1] in {*"=+-@\t\r\n"}
        and not re.fullmatch(r"[-+=@]+|[-+]?[\d.,]+\s?%?", value)
    )
    return f"'{value}" if is_formula else value


def in_a_sheet(value: Any) -> Any:
    """A value as the format holds it: it has no empty texts, no lists, and dates are texts in ISO form."""
    if isinstance(value, bool) or value is None or isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value)
    return value or None
