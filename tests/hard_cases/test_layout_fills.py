"""The drawn layouts in colour: every cell keeps its own."""

from pathlib import Path

import pytest

from extractors import read
from tests.hard_cases import drawn_layouts_pages
from tests.hard_cases.pen import Look, Pen, paper
from tests.hard_cases.said import AFTER, AREAS, BEFORE, SHORT, grid, heat_fills

ROWS = grid(AREAS, SHORT)
COLOURS = {
    (row[0], SHORT[column - 1]): heat_fills(ROWS)[number, column]
    for number, row in enumerate(ROWS)
    if number
    for column in range(1, len(row))
}
LOOKS = {
    "ruled": Look(fills=heat_fills(ROWS)),
    "white rules": Look(fills=heat_fills(ROWS), colour="#ffffff"),
    "white boxes": Look(fills=heat_fills(ROWS), colour="#ffffff", ink="boxes"),
    "fills only": Look(fills=heat_fills(ROWS), rules="none"),
    "level rules": Look(fills=heat_fills(ROWS), rules="level"),
    "turned headings": Look(fills=heat_fills(ROWS), rules="none", turned=90),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_cell_keeps_its_colour(look: Look, tmp_path: Path) -> None:
    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = pen.table(60, top + 10, [120, *[56] * 6], ROWS, look)
        pen.prose(foot + 14, AFTER)

    [table] = read(paper(page)(tmp_path)).tables
    places = table.places
    found = {
        (row[0].text, places[0][number].text): cell.fill
        for row in places[1:]
        for number, cell in enumerate(row)
        if number and cell and row[0] and places[0][number]
    }
    assert found == COLOURS


@pytest.mark.parametrize("digits", [True, False], ids=["with digits", "colours alone"])
def test_a_table_on_its_side_keeps_its_colours(digits: bool, tmp_path: Path) -> None:
    rows = [[text if digits or not (r and c) else "" for c, text in enumerate(row)] for r, row in enumerate(ROWS)]
    draw = drawn_layouts_pages.whole_page_sideways("", rows, [120, *[56] * 6], LOOKS["white rules"], 90).draw
    [table] = read(draw(tmp_path)).tables
    found = {(cell.row, cell.column): cell.fill for cell in table.cells if cell.fill}
    assert found == heat_fills(ROWS)
