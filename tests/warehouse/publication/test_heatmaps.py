from pathlib import Path

import duckdb
import pytest

from tests.warehouse.publication.conftest import Shared
from warehouse.publication.datasets import DATASETS
from warehouse.publication.heatmaps import Heatmap, heatmaps
from warehouse.publication.relations import read_relation


def grids(copy: Path) -> tuple[Heatmap, ...]:
    with duckdb.connect(str(copy), read_only=True) as connection:
        return heatmaps({dataset.name: read_relation(connection, dataset) for dataset in DATASETS})


@pytest.fixture(scope="module")
def found(shared: Shared) -> tuple[Heatmap, ...]:
    return grids(shared.path / "scorepack.duckdb")


def test_there_is_a_grid_for_each_framework_and_year_the_newest_first(found: tuple[Heatmap, ...]) -> None:
    assert [(grid.framework, grid.year) for grid in found] == [
        ("street-check", 2023),
        ("street-check", 2022),
        ("visits", 2023),
    ]


def test_columns_stand_in_the_order_of_the_framework(found: tuple[Heatmap, ...]) -> None:
    assert [head.name for head in found[0].benchmarks] == ["Lamps", "Benches", "Drains"]


def test_a_cell_knows_its_score_band_shade_and_evidence(found: tuple[Heatmap, ...]) -> None:
    ambridge = found[1].lines[0]
    assert [(cell.kind, cell.shown, cell.band, cell.level) for cell in ambridge.cells] == [
        ("score", "3", "met", 2),
        ("score", "4", "met", 3),
        ("score", "1", "not_met", 1),
    ]
    assert ambridge.cells[0].observation_id == "ambridge-1"
    assert ambridge.period == "2021/22"


def test_a_band_alone_has_no_shade_and_a_held_value_no_score(found: tuple[Heatmap, ...]) -> None:
    _, band, held = found[1].lines[1].cells
    assert (band.kind, band.shown, band.score, band.level) == ("score", "Met", None, None)
    assert (held.kind, held.score, held.observation_id) == ("held", None, "borchester-3")


def test_an_authority_scored_in_another_year_has_a_line_without_cells(found: tuple[Heatmap, ...]) -> None:
    assert [(line.authority, len(line.cells)) for line in found[0].lines] == [
        ("Ambridge Council", 3),
        ("Borchester Council", 0),
    ]
