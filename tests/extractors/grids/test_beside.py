"""Two tables without rules on the same lines, and one table that looks like two."""

from extractors.grids.beside import apart
from extractors.grids.segments import rows_of
from tests.support.marked_page import grid_words

LEFT = [["Area", "2021", "2022"], ["Ashby", "1", "2"], ["Brentley", "3", "4"], ["Cawdon", "5", "1"]]
RIGHT = [["Body", "2021", "2022"], ["Police", "2", "2"], ["Schools", "4", "1"], ["Health", "3", "3"]]


def test_a_second_label_column_under_the_same_headings_begins_a_second_table() -> None:
    words = [*grid_words(40, 100, [90, 50, 50], LEFT), *grid_words(300, 100, [90, 50, 50], RIGHT)]
    halves = [part for part in apart(rows_of(words)) if part]
    assert [part[0].segments[0].text for part in halves] == ["Area", "Body"]


def test_lines_that_do_not_stand_level_are_two_tables() -> None:
    words = [*grid_words(40, 100, [90, 50, 50], LEFT), *grid_words(300, 108, [90, 50, 50], RIGHT)]
    assert len([part for part in apart(rows_of(words)) if part]) == 2


def test_a_column_of_owners_between_values_stays_in_its_table() -> None:
    rows = [["Risk", "Rank", "Owner", "Score"]]
    rows += [[name, str(n), owner, str(n + 2)] for n, (name, owner) in enumerate(zip("ABCDE", "VWXYZ", strict=True))]
    rows = [[text * 5 if len(text) == 1 and text.isalpha() else text for text in row] for row in rows]
    assert len(apart(rows_of(grid_words(40, 100, [90, 50, 90, 50], rows)))) == 1
