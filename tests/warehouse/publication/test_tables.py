import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from tests.support.findings import AMBRIDGE, catalogue, paper, score
from tests.warehouse.publication.conftest import Shared
from transforms.findings import Recommendation
from warehouse import Warehouse, load, publish
from warehouse.publication.datasets import DATASETS
from warehouse.publication.texts import cell_text, without_formula
from warehouse.schema import PUBLIC_VIEWS


def csv_rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def as_text(value: Any) -> str:
    return without_formula(value) if isinstance(value, str) else cell_text(value)


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_every_cell_of_the_csv_file_is_that_of_the_view(shared: Shared, view: str) -> None:
    header, *rows = csv_rows(shared.path / f"{view}.csv")
    shown = shared.views[view]
    assert tuple(header) == shown.columns
    assert sorted(rows) == sorted([as_text(value) for value in row] for row in shown.rows)


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_every_cell_of_the_parquet_file_is_that_of_the_view(shared: Shared, view: str) -> None:
    table = pyarrow.parquet.read_table(shared.path / f"{view}.parquet")
    shown = shared.views[view]
    assert tuple(table.column_names) == shown.columns
    found = [tuple(row.values()) for row in table.to_pylist()]
    assert sorted(map(comparable, found)) == sorted(map(comparable, shown.rows))


def comparable(row: tuple[Any, ...]) -> str:
    return repr(tuple(list(value) if isinstance(value, (list, tuple)) else value for value in row))


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_csv_and_parquet_hold_the_same_rows_in_the_same_order(shared: Shared, dataset: Any) -> None:
    _, *rows = csv_rows(shared.path / f"{dataset.name}.csv")
    table = pyarrow.parquet.read_table(shared.path / f"{dataset.name}.parquet")
    assert rows == [[as_text(value) for value in row.values()] for row in table.to_pylist()]


def test_the_heatmap_has_a_row_for_each_authority_and_year_and_a_column_for_each_benchmark(shared: Shared) -> None:
    header, *rows = csv_rows(shared.path / "heatmap.csv")
    stub = ["framework", "authority_code", "authority", "region", "period_year"]
    assert header == [*stub, "lamps", "benches", "drains", "overall"]
    found = {(row[2], row[4]): row[5:] for row in rows}
    assert found == {
        ("Ambridge Council", "2022"): ["3.0", "4.0", "1.0", ""],
        ("Ambridge Council", "2023"): ["4.0", "4.0", "5.0", ""],
        ("Borchester Council", "2022"): ["2.0", "", "", ""],
        ("Casterford Council", "2023"): ["", "", "", "2.0"],
    }


def test_a_parquet_file_tells_its_title_meaning_and_version(shared: Shared) -> None:
    metadata = pyarrow.parquet.read_metadata(shared.path / "scores.parquet")
    assert metadata.metadata[b"title"] == b"Accepted scores"
    assert metadata.metadata[b"version"] == b"1.0.0"
    assert metadata.metadata[b"description"]
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_a_place_on_the_page_is_json_in_csv(shared: Shared) -> None:
    header, *rows = csv_rows(shared.path / "observations.csv")
    boxes = {row[header.index("bbox")] for row in rows}
    assert [json.loads(box) for box in boxes if box] == [[72.25, 100.5, 90.0, 112.0]]


def test_a_formula_in_a_text_is_disarmed_in_csv_and_whole_in_parquet(shared: Shared) -> None:
    assert "'=SUM(A1) is no advice" in (shared.path / "recommendations.csv").read_text()
    texts = pyarrow.parquet.read_table(shared.path / "recommendations.parquet")["text"].to_pylist()
    assert "=SUM(A1) is no advice" in texts


def test_texts_with_commas_quotes_and_line_ends_come_back_whole(warehouse: Warehouse, out: Path) -> None:
    text = 'One, "two"\r\nthree\nfour\rfive '
    load(
        warehouse, [paper("odd", score(1), recommendations=[Recommendation("9", text, text, 1, AMBRIDGE)])], catalogue()
    )
    publication = publish(warehouse, out)
    with (publication.path / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        assert text in [row["text"] for row in csv.DictReader(file)]


def test_missing_and_empty_texts_differ_in_csv(warehouse: Warehouse, out: Path) -> None:
    load(warehouse, [paper("odd", score(1), recommendations=[Recommendation("9", "Title", "", 1)])], catalogue())
    line = [
        line
        for line in (publish(warehouse, out).path / "recommendations.csv").read_text().splitlines()
        if ",Title," in line
    ]
    assert line == [f'{b"odd".hex().ljust(64, "0")},1,,,9,,Title,""']
