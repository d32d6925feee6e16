"""Small grids that explain colours: a colour in each row and a text beside it or on it, or one row of such cells."""

from collections.abc import Sequence

from extractors.document import Cell
from extractors.grids.edges import WHITE
from extractors.grids.grid import Grid, table_of
from extractors.grids.marks import Fill
from extractors.grids.segments import rows_of

_MOST = 10


def is_key(grid: Grid, fills: Sequence[Fill]) -> bool:
    """Whether each line of a grid has one colour, that of no other line, and a text: then blank cells are no gaps.

    Bands of colour behind the headings of a table hold several texts side by side; the names in a key stand alone.
    """
    if not grid.all_words or not 2 <= max(grid.rows, grid.columns) <= _MOST or grid.columns > 3 < grid.rows:
        return False
    if any(row.is_cut for words in grid.words for row in rows_of(words)):
        return False
    cells = table_of(grid, fills).cells
    lines: list[list[Cell]] = [[cell for cell in cells if cell.row == row] for row in range(grid.rows)]
    if len(lines) == 1:
        lines = [[cell] for cell in cells]
    colours = [{cell.fill for cell in line if cell.fill and cell.fill != WHITE} for line in lines]
    told = all(any(cell.text.strip() for cell in line) for line in lines)
    return told and all(len(shown) == 1 for shown in colours) and len(set().union(*colours)) == len(lines)
