"""Small grids that explain colours are tables, be half of their cells blank."""

from extractors.grids.grid import table_of
from extractors.grids.marks import Fill
from extractors.grids.ruled import ruled_grids
from tests.support.marked_page import grid_words, page, rules

XS, YS = [50.0, 80.0, 210.0], [100.0, 116.0, 132.0, 148.0]
TEXTS = [["", "Not met"], ["", "Met"], ["", "Exceeded"]]
COLOURS = ["#ff0000", "#ffc000", "#00b050"]


def key(*colours: str) -> list[tuple[tuple[str, str | None], ...]]:
    """What is read of three ruled rows with a colour in the first cell of each."""
    fills = [Fill((50.0, 100.0 + 16 * at, 80.0, 116.0 + 16 * at), colour) for at, colour in enumerate(colours)]
    marks = page(grid_words(50, 100, [30.0, 130.0], TEXTS), rules(XS, YS), fills)
    grids = ruled_grids(marks)
    return [
        tuple((cell.text, cell.fill) for cell in table_of(grid, marks.fills).cells if cell.fill or cell.text)
        for grid in grids
    ]


def test_a_colour_in_each_row_and_a_text_beside_it_is_a_key() -> None:
    assert key(*COLOURS) == [
        (("", "#ff0000"), ("Not met", None), ("", "#ffc000"), ("Met", None), ("", "#00b050"), ("Exceeded", None))
    ]


def test_a_blank_column_of_one_colour_is_none() -> None:
    assert key("#ff0000", "#ff0000", "#ff0000") == []


def test_a_blank_column_without_colours_is_none() -> None:
    assert key() == []


def test_bands_of_colour_behind_headings_are_none() -> None:
    """Two levels of headings, each on its own colour, over a table without rules."""
    words = grid_words(50, 100, [80.0, 80.0], [["Ashby", "Cawdon"], ["2022", "2023"]])
    bands = [Fill((50.0, 100.0, 210.0, 116.0), "#1f3864"), Fill((50.0, 116.0, 210.0, 132.0), "#d9e2f3")]
    assert ruled_grids(page(words, [], bands)) == []
