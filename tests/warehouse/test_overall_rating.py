"""The rating that a framework computes itself, with its rounding."""

from pathlib import Path

import pytest

from tests.support.findings import AMBRIDGE, catalogue, paper, score
from tests.support.imports import ROOT
from tests.support.pages import block
from transforms.catalogue import Framework
from transforms.findings import Observation
from transforms.framework import load_frameworks
from warehouse import Warehouse, load

RECIPE = block(ROOT / "docs" / "recipes" / "new-framework.md", "toml")


def framework(folder: Path, text: str = RECIPE, id: str = "cqc-la") -> Framework:
    (folder / "framework.toml").write_text(text, encoding="utf-8")
    return next(one for one in load_frameworks([folder]) if one.id == id)


def assessed(framework: Framework, *values: float) -> list[Observation]:
    return [
        score(value, item.id, framework=framework.id, period="2024-05-17", band=framework.band_of(value))
        for value, item in zip(values, framework.benchmarks, strict=False)
    ]


def rating(warehouse: Warehouse, framework: Framework, *values: float) -> list[tuple[object, ...]]:
    load(warehouse, [paper("a", *assessed(framework, *values))], catalogue(framework))
    return warehouse.connection.execute(
        "select authority_code, round(percent, 2), rating from core.overall_rating"
    ).fetchall()


@pytest.mark.parametrize(
    ("values", "percent", "label"),
    [
        pytest.param((1, 1, 1, 1, 1, 1, 1, 1, 1), 25.0, "Inadequate", id="the lowest sum"),
        pytest.param((2, 2, 2, 2, 1, 1, 1, 1, 1), 36.11, "Inadequate", id="13 of 36"),
        pytest.param((2, 2, 2, 2, 2, 1, 1, 1, 1), 38.89, "Requires improvement", id="14 of 36, between two ratings"),
        pytest.param((3, 3, 2, 2, 2, 2, 2, 3, 3), 61.11, "Requires improvement", id="22 of 36"),
        pytest.param((3, 3, 3, 3, 2, 2, 2, 2, 3), 63.89, "Good", id="23 of 36"),
        pytest.param((4, 4, 4, 4, 3, 3, 3, 3, 3), 86.11, "Good", id="31 of 36"),
        pytest.param((4, 4, 4, 4, 4, 3, 3, 3, 3), 88.89, "Outstanding", id="32 of 36"),
    ],
)
def test_the_sum_as_a_percentage_is_rounded_before_it_is_rated(
    warehouse: Warehouse, tmp_path: Path, values: tuple[float, ...], percent: float, label: str
):
    assert rating(warehouse, framework(tmp_path), *values) == [(AMBRIDGE, percent, label)]


def test_without_rounding_a_percentage_between_two_ratings_has_none(warehouse: Warehouse, tmp_path: Path):
    plain = framework(tmp_path, RECIPE.replace('"half_up"', '"none"'))
    assert rating(warehouse, plain, 2, 2, 2, 2, 2, 1, 1, 1, 1) == [(AMBRIDGE, 38.89, None)]


def test_an_item_without_a_score_leaves_no_rating(warehouse: Warehouse, tmp_path: Path):
    assert rating(warehouse, framework(tmp_path), 4, 4, 4, 4, 4, 4, 4, 4) == []


def test_a_framework_without_a_formula_has_no_rating(warehouse: Warehouse, tmp_path: Path):
    text, _, rest = RECIPE.partition("[overall]")
    without = framework(tmp_path, text + rest[rest.index("[[items]]") :])
    assert rating(warehouse, without, 4, 4, 4, 4, 4, 4, 4, 4, 4) == []
