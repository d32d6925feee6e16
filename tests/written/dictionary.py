"""The data dictionary: what the COMMENTs of a published database say, as a page."""

import tempfile
from collections import defaultdict
from pathlib import Path

import duckdb

from tests.support.findings import catalogue
from tests.support.imports import ROOT
from warehouse import load, open_warehouse
from warehouse.publication.analysts_copy import write_copy
from warehouse.publication.changes import CHANGES, COLUMNS
from warehouse.publication.datasets import DATASETS, Dataset

PAGE = ROOT / "docs" / "reference" / "data-dictionary.md"

HEAD = """\
# Data dictionary

The datasets of a publication: each is a view of `scorepack.duckdb`, a CSV and a Parquet file, and a sheet of
`comparison.xlsx`. This page is printed from the comments that the views and columns of the database carry:
`python -m tests.written` writes it anew.

Types are DuckDB's. In CSV files a missing value is an empty cell without quotes, and a list is JSON.
"""

OF_EACH_BENCHMARK = "| *one for each benchmark* | DOUBLE | The accepted score; NULL where there is none. |\n"


def dictionary_page() -> str:
    """The page as it should be."""
    with tempfile.TemporaryDirectory() as folder, open_warehouse(Path(folder) / "warehouse.duckdb") as warehouse:
        load(warehouse, [], catalogue())
        copy = write_copy(warehouse, Path(folder))
        with duckdb.connect(str(copy), read_only=True) as analysts:
            meaning = dict(
                analysts.execute("select view_name, comment from duckdb_views() where schema_name = 'main'").fetchall()
            )
            columns: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
            for view, *column in analysts.execute(
                "select table_name, column_name, data_type, comment from duckdb_columns() "
                "where schema_name = 'main' order by table_name, column_index"
            ).fetchall():
                columns[view].append((column[0], column[1], column[2]))
    parts = [_dataset(dataset, meaning[dataset.name], columns[dataset.name]) for dataset in DATASETS]
    changes = [(column.name, column.type, _sentence(column.comment)) for column in COLUMNS]
    parts.append(_dataset(CHANGES, "What differs from the publication before (CSV only).", changes))
    return "\n".join([HEAD, *parts])


def _dataset(dataset: Dataset, meaning: str, columns: list[tuple[str, str, str]]) -> str:
    key = f"\nKey: {', '.join(f'`{name}`' for name in dataset.key)}.\n" if dataset.key and dataset.one_row_a_key else ""
    lines = "".join(f"| `{name}` | {type} | {_cell(comment)} |\n" for name, type, comment in columns)
    last = OF_EACH_BENCHMARK if dataset.name == "heatmap" else ""
    return f"## {dataset.name}\n\n{meaning}\n{key}\n| column | type | meaning |\n| --- | --- | --- |\n{lines}{last}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
