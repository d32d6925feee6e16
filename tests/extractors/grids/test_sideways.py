"""Text that lies on its side: a table, or only the headings of one."""

from dataclasses import replace

from extractors.grids.marks import Marks
from extractors.grids.reading import read_page
from extractors.grids.sideways import Sideways, sideways_tables
from extractors.grids.turned import Turn
from tests.support.marked_page import grid_words, page, rules, written

ROWS = [["Area", "Risk", "Plan"], ["Ashby", "1", "2"], ["Cawdon", "3", "4"], ["Denholme", "5", "1"], ["Fell", "2", "2"]]


def lying(angle: int) -> Marks:
    """A ruled table turned by 90 or 270 degrees below a line of upright text."""
    turn = Turn(angle, 595, 842)
    words = [replace(word, box=turn.back(word.box), angle=angle) for word in grid_words(300, 100, [80, 60, 60], ROWS)]
    drawn = rules([300, 380, 440, 500], [100 + 16 * n for n in range(6)])
    strokes = [replace(stroke, box=turn.back(stroke.box)) for stroke in drawn]
    return page([*words, *written("Members welcomed the progress that had been made", 60, 780)], strokes)


def sideways(marks: Marks) -> Sideways:
    return sideways_tables(marks, lambda part: read_page(part).grids)


def test_a_table_on_its_side_is_read_and_taken_off_the_page() -> None:
    for angle in (90, 270):
        marks = lying(angle)
        found = sideways(marks)
        [table] = found.tables
        assert [list(row) for row in table.rows] == ROWS
        assert table.bbox == tuple(round(side, 2) for side in Turn(angle, 595, 842).back((300, 100, 500, 180)))
        assert all(word.angle == 0 for word in found.rest.words)
        assert not found.rest.strokes


def test_turned_headings_alone_are_left_on_the_page() -> None:
    heads = [word for n in range(14) for word in written("Risk", 60 + 20 * n, 100, angle=90, run=n + 1)]
    marks = page(heads)
    assert sideways(marks) == Sideways((), marks)
