"""Turning a grid, and what stands above a column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Table
from tests.support.councils import ALDERMERE
from tests.support.grids import across, document, down, table
from tests.support.scored import scores_of
from transforms import Lexicon, normalise
from transforms.grid import grid_of

TWO_LEVELS = table(
    """
    | Benchmark | Aldermere | <    |
    | ^         | 2021      | 2022 |
    | Training  | 3         | 4    |
    """
)


def test_a_merged_head_stands_above_all_its_columns() -> None:
    grid = grid_of(TWO_LEVELS)
    assert [grid.head(column, range(2)) for column in range(3)] == ["Benchmark", "Aldermere / 2021", "Aldermere / 2022"]


def test_a_cell_over_the_whole_grid_is_no_head() -> None:
    grid = grid_of(table("| Scores of 2022 | < |\n| Benchmark | Score |\n| Training | 3 |"))
    assert grid.spans_all(0)
    assert grid.head(1, range(2)) == "Score"


@pytest.mark.parametrize(
    ("rows", "section"),
    [
        ("| Part A | < | < |", "Part A"),
        ("| Part A |  |  |", "Part A"),
        ("| Part A | 3 |  |", None),
        ("|  |  |  |", None),
    ],
)
def test_a_section_row_stands_alone(rows: str, section: str | None) -> None:
    assert grid_of(table(rows)).section(0, 0) == section


def test_a_turned_grid_has_its_rows_down() -> None:
    turned = grid_of(TWO_LEVELS, turned=True)
    assert (turned.width, turned.height) == (3, 3)
    assert [turned.text(row, 2) for row in range(3)] == ["Training", "3", "4"]


def test_an_empty_table_is_an_empty_grid() -> None:
    grid = grid_of(Table(()))
    assert (grid.width, grid.height) == (0, 0)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=10, max_size=10), st.lists(st.integers(1, 5), min_size=10, max_size=10))
def test_a_table_says_the_same_whichever_way_it_runs(lexicon: Lexicon, first: list[int], second: list[int]) -> None:
    series = [f"{year}: {' '.join(map(str, values))}" for year, values in ((2021, first), (2022, second))]
    side, top = (
        scores_of(normalise(document(f"# Aldermere Prevent scores\n@ Date: 1 June 2022\n{grid}"), lexicon))
        for grid in (down(*series), across(*series))
    )
    assert side == top
    assert list(side[ALDERMERE, 2022].values()) == second
