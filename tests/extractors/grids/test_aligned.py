"""Alignment -> grids."""

from extractors.grids.aligned import aligned_grids
from extractors.grids.grid import table_of
from extractors.grids.marks import Stroke, Word
from tests.support.marked_page import grid_words, page, written

ROWS = [["Benchmark", "2022", "2023"], ["Risk work", "1", "4"], ["Board", "5", "3"], ["Training", "2", "2"]]
WIDTHS = [120.0, 60.0, 60.0]


def tables(words: list[Word], *level: float) -> list[list[list[str]]]:
    strokes = [Stroke((50, y, 290, y), "#000000") for y in level]
    return [[list(row) for row in table_of(grid, ()).rows] for grid in aligned_grids(page(words, strokes))]


def test_columns_of_values_stand_out_by_themselves() -> None:
    assert tables(grid_words(50, 100, WIDTHS, ROWS)) == [ROWS]


def test_two_rows_are_too_few_without_rules() -> None:
    assert tables(grid_words(50, 100, WIDTHS, ROWS[:2])) == []


def test_two_rows_between_three_rules_are_enough() -> None:
    assert tables(grid_words(50, 100, WIDTHS, ROWS[:2]), 100, 115, 132) == [ROWS[:2]]


def test_words_only_need_rules_to_be_a_table() -> None:
    rows = [["Benchmark", "Lead", "Due"], ["Risk", "Police", "March"], ["Board", "Council", "June"]]
    assert tables(grid_words(50, 100, WIDTHS, rows)) == []
    assert tables(grid_words(50, 100, WIDTHS, rows), 100, 115, 148) == [rows]


def test_a_heading_over_two_columns_is_one_wide_cell() -> None:
    words = [*written("Scores of Ashby", 178, 103), *grid_words(50, 116, WIDTHS, ROWS)]
    (grid,) = aligned_grids(page(words, [Stroke((50, y, 290, y), "#000000") for y in (100, 131, 180)]))
    wide = next(cell for cell in table_of(grid, ()).cells if cell.text == "Scores of Ashby")
    assert (wide.row, wide.column, wide.column_span) == (0, 1, 2)


def test_a_blank_cell_stays_blank() -> None:
    rows = [*ROWS[:2], ["Board", "", "3"], *ROWS[3:], ["Venues", "4", ""]]
    assert tables(grid_words(50, 100, WIDTHS, rows)) == [rows]


def test_values_flush_right_share_a_column() -> None:
    words = []
    for number, (label, value) in enumerate((("Risk", "1.5"), ("Board", "12.25"), ("Plan", "100"), ("Training", "7"))):
        words += written(label, 50, 100 + 16 * number)
        words += written(value, 250 - 5 * len(value), 100 + 16 * number)
    assert tables(words) == [[["Risk", "1.5"], ["Board", "12.25"], ["Plan", "100"], ["Training", "7"]]]
