"""Lines at the head of a table: one row that wraps, or two levels."""

from extractors.grids.columns import columns_of
from extractors.grids.headings import wrapped_headings
from extractors.grids.segments import rows_of
from tests.support.marked_page import grid_words

BODY = [["Ashby", "1", "2"], ["Cawdon", "3", "4"], ["Denholme", "5", "1"]]


def lines_of_heading(*heads: list[str]) -> int:
    words = grid_words(40, 100, [100, 90, 90], heads, height=12)
    rows = rows_of([*words, *grid_words(40, 100 + 12 * len(heads) + 8, [100, 90, 90], BODY)])
    return wrapped_headings(rows, columns_of(rows))


def test_headings_that_wrap_are_one_row() -> None:
    assert lines_of_heading(["Area", "First review", "Second"], ["", "of the year", "review"]) == 2


def test_headings_set_at_their_foot_are_one_row() -> None:
    assert lines_of_heading(["", "First review", ""], ["Area", "of the year", "Second"]) == 2


def test_repeated_lower_headings_are_a_level_of_their_own() -> None:
    assert lines_of_heading(["", "Ashby", ""], ["Area", "score", "score"]) == 1


def test_headings_stand_over_figures_at_the_other_side_of_their_column() -> None:
    heads = grid_words(40, 100, [100, 90, 90], [["Area", "Assessment", "Board"]])
    values = grid_words(40, 116, [180, 75, 30], BODY)
    assert len(columns_of(rows_of([*heads, *values]))) == 3
