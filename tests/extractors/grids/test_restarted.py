"""A second table on the last rule of the first."""

from dataclasses import replace

from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.restarted import restarted
from tests.support.marked_page import written


def grid(rows: list[list[str]], bold: set[int]) -> Grid:
    """A ruled grid whose rows with these numbers are bold."""
    areas = tuple(Area(r, c, r + 1, c + 1) for r in range(len(rows)) for c in range(len(rows[0])))
    words = tuple(
        tuple(
            replace(word, bold=area.top in bold)
            for word in written(rows[area.top][area.left], 60 * area.left, 16 * area.top)
        )
        for area in areas
    )
    xs = tuple(60.0 * n for n in range(len(rows[0]) + 1))
    return Grid(Lattice(xs, tuple(16.0 * n for n in range(len(rows) + 1)), areas), words, "ruled")


UPPER = [["Area", "2021", "2022"], ["Ashby", "1", "2"], ["Cawdon", "3", "4"]]
LOWER = [["Benchmark", "Ashby", "Cawdon"], ["Risk", "1", "2"], ["Plan", "3", "4"]]


def test_headings_set_like_the_first_begin_a_second_table() -> None:
    parts = restarted(grid(UPPER + LOWER, {0, 3}))
    assert [part.rows for part in parts] == [3, 3]
    assert parts[1].lattice.ys[0] == 48


def test_bold_totals_begin_nothing() -> None:
    assert len(restarted(grid([*UPPER, ["Total", "4", "6"], ["England", "3", "3"]], {0, 3}))) == 1


def test_a_row_of_words_among_values_begins_nothing() -> None:
    assert len(restarted(grid([*UPPER, ["Denholme", "excluded", "split"], ["Eastmoor", "3", "3"]], {0}))) == 1
