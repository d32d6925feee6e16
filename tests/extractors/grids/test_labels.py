"""Heads that stand outside the drawn cells of a heatmap."""

from extractors.grids.filled import filled_grids
from extractors.grids.labels import with_labels
from extractors.grids.marks import Fill, Word
from tests.support.marked_page import grid_words, page, written

ROWS = ["Risk Assessment", "Channel Panel", "Training"]
LEFT, TOP, WIDTH, HEIGHT = 200.0, 120.0, 60.0, 18.0


def heads_of(*heads: tuple[str, float]) -> list[str]:
    """The first row of a heatmap of three columns under heads that begin at these places."""
    fills = [
        Fill((LEFT + n * WIDTH, TOP + m * HEIGHT, LEFT + (n + 1) * WIDTH, TOP + (m + 1) * HEIGHT), "#58d68d")
        for n in range(3)
        for m in range(len(ROWS))
    ]
    figures = grid_words(LEFT, TOP, [WIDTH] * 3, [["4", "3", "5"]] * len(ROWS), HEIGHT)
    stubs = grid_words(40, TOP, [WIDTH], [[row] for row in ROWS], HEIGHT)
    title = written("Scores of three councils", LEFT, TOP - 60)  # how wide a blank is
    above: list[Word] = title + [word for text, x in heads for word in written(text, x, TOP - 14, run=1)]
    [grid] = filled_grids(page([*figures, *stubs, *above], fills=fills))
    whole = with_labels(grid, [*stubs, *above])
    return [" ".join(word.text for word in words) for area, words in whole.cells if area.top == 0 and area.left > 0]


def test_two_heads_with_little_between_them_are_two() -> None:
    """A long name that nearly fills its column: what parts it from the next is wider than a blank, though not wide."""
    assert heads_of(("Corvenholme", 202), ("Ashby", 262), ("Cawdon", 322)) == ["Corvenholme", "Ashby", "Cawdon"]


def test_a_head_of_several_words_that_runs_out_over_its_column_is_one() -> None:
    assert heads_of(("Ash le Mere", 204), ("Cawdon", 322)) == ["Ash le Mere", "", "Cawdon"]
